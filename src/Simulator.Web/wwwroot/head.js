// The answer first: a sentence and three numbers; below it what a reader has to know.

import { copyText, h, put } from './dom.js';

/** Three numbers with what they are. */
export function numbers() {
  const cells = [0, 1, 2].map((i) => {
    const [value, label, note] = [h('strong', { 'data-test': `number-${i}` }), h('span'), h('small')];
    return { value, label, note, element: h('p', {}, value, ' ', label, ' ', note) };
  });
  return {
    element: h('div', { class: 'numbers' }, ...cells.map((c) => c.element)),
    /** @param {{value: string, label: string, note: string}[]} told */
    update(told) {
      cells.forEach((cell, i) => {
        cell.element.hidden = i >= told.length;
        if (i < told.length) for (const part of ['value', 'label', 'note']) put(cell[part], told[i][part] ?? '');
      });
    },
  };
}

/** The headline of a scenario. */
export function headline() {
  const title = h('h1', { 'data-test': 'headline', 'aria-live': 'polite' });
  const three = numbers();
  const sentence = h('p', { class: 'sentence' });
  const caveats = h('ul', { class: 'caveats', 'aria-label': 'Mind' });
  return {
    element: h('header', { class: 'answer' }, title, three.element, sentence, caveats),
    update(answer) {
      put(title, answer.headline);
      three.update(answer.numbers);
      put(sentence, answer.sentence);
      const told = [...answer.caveats, ...answer.diagnostics.map((d) => `${d.message}${d.help ? ` (${d.help})` : ''}.`)];
      const key = told.join('\n');
      if (caveats.dataset.key === key) return;
      caveats.dataset.key = key;
      caveats.replaceChildren(...told.map((text) => h('li', { text })));
    },
  };
}

/** What the numbers rest on, and how to get them as files. */
export function basis({ say }) {
  const links = {
    'scenario.csv': 'Scenario (CSV)', 'natosim.xlsx': 'Workbook (xlsx)', 'report.html': 'Report (HTML)', 'results.zip': 'All tables and charts (zip)',
  };
  const anchors = Object.entries(links).map(([file, text]) => h('a', { class: 'button', download: '', text, 'data-file': file, 'data-test': file === 'scenario.csv' ? 'download-scenario' : null }));
  const baseFile = h('a', { class: 'button', download: '', text: 'Your file' });
  const terminal = command({ say });
  const assumptions = h('ul');
  const remarks = h('ul');
  const run = h('p', { class: 'run' });
  const element = h('section', { class: 'basis' },
    h('h2', { text: 'What this rests on' }), assumptions,
    h('details', {}, h('summary', { text: 'Method and data in full' }), remarks), run,
    h('h2', { text: 'Take it with you' }), h('div', { class: 'bar' }, ...anchors, baseFile), terminal.element);
  return {
    element,
    update(answer, address, hasFile) {
      anchors.forEach((a) => { a.href = `/download/${a.dataset.file}?${address}`; });
      baseFile.hidden = !hasFile;
      if (hasFile) baseFile.href = `/download/base.csv?${address}`;
      else baseFile.removeAttribute('href');
      terminal.update(answer.command, answer.scenario.is_own ? 'Save the scenario, then in a terminal:' : 'The same in a terminal:');
      put(run, `${answer.edition}. Run ${answer.run_id}: the same inputs give the same number, here and on the command line.`);
      list(assumptions, [...answer.notes ?? [], answer.hardest_pressed].filter(Boolean));
      list(remarks, answer.remarks ?? []);
    },
  };
}

/** The command that gives the same numbers. */
export function command({ say }) {
  const lead = h('span');
  const code = h('code');
  const copy = h('button', {
    type: 'button', class: 'small', text: 'Copy', 'aria-label': 'Copy the command',
    onclick: () => copyText(code.textContent, say, 'The command is copied.'),
  });
  return {
    element: h('p', { class: 'command' }, lead, ' ', code, ' ', copy),
    update(text, words = 'The same in a terminal:') {
      put(lead, words);
      put(code, text);
    },
  };
}

// Lists that stay as they are while a lever moves are not made anew.
function list(element, texts) {
  const key = texts.join('\n');
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.replaceChildren(...texts.map((text) => h('li', { text })));
}
