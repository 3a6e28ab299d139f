// The answer first: a sentence and three numbers; below it what a reader has to know.

import { h, put } from './dom.js';

/** The headline of a scenario. */
export function headline() {
  const title = h('h1', { 'data-test': 'headline' });
  const cells = [0, 1, 2].map((i) => ({ value: h('strong', { 'data-test': `number-${i}` }), label: h('span'), note: h('small') }));
  const sentence = h('p', { class: 'sentence' });
  const caveats = h('ul', { class: 'caveats' });
  const element = h('header', { class: 'answer', 'aria-live': 'polite' }, title,
    h('div', { class: 'numbers' }, ...cells.map((c) => h('p', {}, c.value, c.label, c.note))), sentence, caveats);
  return {
    element,
    update(answer) {
      put(title, answer.headline);
      answer.numbers.forEach((n, i) => { put(cells[i].value, n.value); put(cells[i].label, n.label); put(cells[i].note, n.note); });
      put(sentence, answer.sentence);
      const told = [...answer.caveats, ...answer.diagnostics.filter((d) => d.severity !== 'notice').map((d) => `${d.message}.`)];
      caveats.replaceChildren(...told.map((text) => h('li', { text })));
    },
  };
}

/** What the numbers rest on, and how to get them as files. */
export function basis() {
  const links = {
    'scenario.csv': 'Scenario (CSV)', 'natosim.xlsx': 'Workbook', 'report.html': 'Report', 'results.zip': 'All tables and charts (zip)',
  };
  const anchors = Object.entries(links).map(([file, text]) => h('a', { class: 'button', download: '', text, 'data-file': file, 'data-test': file === 'scenario.csv' ? 'download-scenario' : null }));
  const baseFile = h('a', { class: 'button', download: '', text: 'Your file' });
  const command = h('code');
  const list = h('ul');
  const run = h('p', { class: 'run' });
  const element = h('section', { class: 'basis' },
    h('h2', { text: 'Take it with you' }), h('div', { class: 'bar' }, ...anchors, baseFile),
    h('p', {}, 'The same numbers in a terminal: ', command), run,
    h('details', {}, h('summary', { text: 'What these numbers rest on' }), list));
  return {
    element,
    update(answer, address, hasFile) {
      anchors.forEach((a) => { a.href = `/download/${a.dataset.file}?${address}`; });
      baseFile.href = `/download/base.csv?${address}`;
      baseFile.hidden = !hasFile;
      put(command, answer.command);
      put(run, `${answer.edition}. Run ${answer.run_id}.`);
      const told = [answer.hardest_pressed, ...answer.notes ?? [], ...answer.remarks ?? []].filter(Boolean);
      list.replaceChildren(...told.map((text) => h('li', { text })));
    },
  };
}
