// Scenario files of the user: checked as `natosim check` does, shown at the cells concerned, and packed into the address.

import { h } from './dom.js';
import { ask } from './api.js';

const LONGEST = 48000;
const LARGEST = 4 * 1024 * 1024;

/**
 * Makes the whole window a place to drop a file on, and the file input of the page one to choose it with.
 * @param {{input: HTMLInputElement, cover: HTMLElement, found: HTMLElement, use: (patch: object) => void, tell: (error: Error) => void}} page
 */
export function takeFiles({ input, cover, found, use, tell }) {
  let depth = 0;
  const isFile = (event) => event.dataTransfer?.types.includes('Files');
  const take = async (file) => {
    if (!file) return;
    try {
      await check(file, found, use);
    } catch (error) {
      tell(error);
    }
  };
  addEventListener('dragenter', (event) => {
    if (!isFile(event)) return;
    depth++;
    cover.hidden = false;
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    cover.hidden = depth === 0;
  });
  addEventListener('dragover', (event) => { if (isFile(event)) event.preventDefault(); });
  addEventListener('drop', (event) => {
    depth = 0;
    cover.hidden = true;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  input.addEventListener('change', async () => {
    const [file] = input.files;
    await take(file);
    input.value = '';
  });
}

/** A button that opens the file input of the page. */
export function fileButton() {
  return h('button', { type: 'button', text: 'Choose a CSV file', onclick: () => document.getElementById('upload').click() });
}

async function check(file, found, use) {
  const show = (...children) => {
    const close = h('button', { type: 'button', class: 'close', 'aria-label': 'Close the check of the file', text: '×', onclick: () => { found.hidden = true; } });
    found.replaceChildren(close, h('h2', { text: file.name }), ...children);
    found.hidden = false;
  };
  if (file.size > LARGEST) {
    show(h('p', { class: 'bad', text: 'The file is larger than 4 MB and is not looked at here.' }), inTerminal(file, 'check'));
    return;
  }

  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await ask('/api/check', {
    method: 'POST', body: bytes, headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }, signal: undefined,
  });
  const summary = h('p', {
    class: answer.errors > 0 ? 'bad' : 'good',
    text: `${[plural(answer.rows, 'row'), plural(answer.errors, 'error'), plural(answer.warnings, 'warning'), plural(answer.notices, 'notice')].join(', ')}.`,
  });
  const list = diagnosticList(answer.diagnostics);
  if (answer.errors > 0 || answer.scenarios.length === 0) {
    show(summary, h('p', { text: answer.errors > 0 ? 'Nothing was loaded. Mend what is marked and choose the file again.' : 'Nothing was loaded: the file holds no scenario.' }), list);
    found.scrollIntoView({ block: 'nearest' });
    return;
  }

  const packed = await pack(bytes);
  if (packed.length > LONGEST) {
    show(summary, h('p', { text: `The file is in order, but too large for a link: ${packed.length.toLocaleString('en-GB')} characters of at most ${LONGEST.toLocaleString('en-GB')}.` }), inTerminal(file, 'run'), list);
    return;
  }

  const open = (scenario) => use({ view: 'work', file: packed, base: scenario.id, rows: [], title: '', figure: '', with: [] });
  show(summary, h('p', { text: 'It is now part of the address. Its scenarios, the first of which is shown:' }),
    h('ul', { class: 'choices' }, ...answer.scenarios.map((scenario) => h('li', {}, h('button', { type: 'button', text: scenario.title || scenario.id, onclick: () => open(scenario) })))), list);
  open(answer.scenarios[0]);
}

// The command line has no bounds of an address.
function inTerminal(file, verb) {
  const name = /[^\w.-]/.test(file.name) ? `"${file.name}"` : file.name;
  return h('p', {}, 'In a terminal it runs to the same numbers: ', h('code', { text: verb === 'run' ? `natosim run ${name} --out results` : `natosim check ${name}` }));
}

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

async function pack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = '';
  for (const byte of packed) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Diagnostics with the user's own line, the cell concerned marked. */
export function diagnosticList(diagnostics) {
  return h('ol', { class: 'diagnostics', hidden: diagnostics.length === 0 }, ...diagnostics.map((d) => {
    const where = d.line > 0 ? `${d.file}:${d.line}:${d.column}${d.column_name ? `, column ${d.column_name}` : ''}` : d.file;
    return h('li', { class: d.severity },
      h('p', {}, h('strong', { text: `${d.severity}[${d.code}]` }), ` ${d.message}`),
      h('p', { class: 'where', text: where }),
      d.source_line ? sourceLine(d) : null,
      d.help ? h('p', { text: `help: ${d.help}` }) : null);
  }));
}

// Columns count code points, as editors show them.
function sourceLine(d) {
  const points = Array.from(d.source_line);
  const start = Math.max(0, d.column - 1);
  const end = start + Math.max(1, d.length);
  return h('pre', { tabindex: '0' },
    h('span', { class: 'line-number', text: `${d.line} | ` }),
    points.slice(0, start).join(''), h('mark', { text: points.slice(start, end).join('') || ' ' }), points.slice(end).join(''),
    d.label ? h('span', { class: 'label', text: `  ← ${d.label}` }) : null);
}
