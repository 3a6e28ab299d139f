// Scenario files of the user: checked as `natosim check` does, shown at the cells concerned, and packed into the address.

import { h } from './dom.js';
import { ask } from './api.js';

const LONGEST = 48000;
const LARGEST = 4 * 1024 * 1024;

/** Makes the whole window a place to drop a file on. */
export function takeFiles(cover, use, tell) {
  let depth = 0;
  addEventListener('dragenter', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    depth++;
    cover.hidden = false;
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    cover.hidden = depth === 0;
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', async (event) => {
    event.preventDefault();
    depth = 0;
    cover.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    const area = document.querySelector('[data-diagnostics]');
    try {
      await check(file, area, use);
    } catch (error) {
      tell(error);
    }
  });
}

/** A button for a file, and the place where its diagnostics stand. */
export function uploadArea(use, tell) {
  const found = h('div', { class: 'found', 'data-test': 'diagnostics', 'data-diagnostics': true, 'aria-live': 'polite' });
  const input = h('input', {
    type: 'file', accept: '.csv,text/csv', 'data-test': 'upload-input', id: 'upload',
    onchange: async () => {
      const file = input.files[0];
      if (!file) return;
      try {
        await check(file, found, use);
      } catch (error) {
        tell(error);
      }
      input.value = '';
    },
  });
  return h('section', { class: 'upload' },
    h('h2', { text: 'Your own scenario file' }),
    h('p', {}, h('label', { for: 'upload', text: 'Choose a CSV file, or drop one anywhere on this page. It is checked here and stays on this machine.' })),
    input, found);
}

async function check(file, found, use) {
  if (file.size > LARGEST) {
    found?.replaceChildren(h('p', { class: 'bad', text: `${file.name} is larger than 4 MB; check it with: natosim check ${file.name}` }));
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await ask('/api/check', {
    method: 'POST', body: bytes, headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
  });
  const summary = `${file.name}: ${plural(answer.errors, 'error')}, ${plural(answer.warnings, 'warning')}, ${plural(answer.rows, 'row')} read.`;
  found?.replaceChildren(h('p', { class: answer.errors > 0 ? 'bad' : 'good', text: summary }), diagnosticList(answer.diagnostics));
  if (answer.errors > 0 || answer.scenarios.length === 0) return;
  const packed = await pack(bytes);
  if (packed.length > LONGEST) {
    found?.append(h('p', { text: `The file is too large for a link. Run it in a terminal: natosim run ${file.name} --out results` }));
    return;
  }
  const list = h('ul', { class: 'choices' }, ...answer.scenarios.map((scenario) =>
    h('li', {}, h('button', { type: 'button', text: scenario.title, onclick: () => use({ view: 'work', file: packed, base: scenario.id, rows: [], title: '', figure: '', with: [] }) }))));
  found?.append(h('p', { text: 'Show one of its scenarios:' }), list);
  if (!found) use({ view: 'work', file: packed, base: answer.scenarios[0].id, rows: [], title: '', figure: '', with: [] });
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
    const where = d.line > 0 ? `${d.file}:${d.line}:${d.column}${d.column_name ? `  column ${d.column_name}` : ''}` : d.file;
    return h('li', { class: d.severity },
      h('p', {}, h('strong', { text: `${d.severity}[${d.code}]` }), ` ${d.message}`),
      h('p', { class: 'where', text: where }),
      d.source_line ? sourceLine(d) : null,
      d.label ? h('p', { class: 'label', text: d.label }) : null,
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
    points.slice(0, start).join(''), h('mark', { text: points.slice(start, end).join('') || ' ' }), points.slice(end).join(''));
}
