// A figure as the server draws it: values on hover, touch and arrow keys, its numbers as a table, and files of it.

import { h, number, save } from './dom.js';
import { Refusal, ask, once } from './api.js';
import { query } from './state.js';

/** Makes the frame of a figure. `options.figures` is a list of {value, label} for its choice; null for a fixed figure. */
export function chart({ say, theme, choose, label }) {
  const title = label ? h('h2', { text: label }) : null;
  const picker = choose ?? null;
  const stage = h('div', { class: 'stage', 'data-test': 'chart' });
  const readout = h('p', { class: 'readout', 'data-test': 'readout', 'aria-live': 'polite', text: 'Point at the chart, or focus it and use the arrow keys, to read its values.' });
  const numbers = h('div', { class: 'scroll', 'data-test': 'chart-table', hidden: true, tabindex: '0', role: 'region', 'aria-label': 'Numbers of the chart' });
  const toggle = h('button', {
    type: 'button', 'aria-pressed': 'false', text: 'Table',
    onclick: () => {
      numbers.hidden = !numbers.hidden;
      toggle.setAttribute('aria-pressed', String(!numbers.hidden));
      if (!numbers.hidden && answer) fillTable();
    },
  });
  const svgLink = h('a', { class: 'button', download: '', text: 'SVG' });
  const csvLink = h('a', { class: 'button', download: '', text: 'Data' });
  const png = h('button', { type: 'button', text: 'PNG', onclick: () => picture().catch(() => say('This browser cannot make a PNG of the chart.')) });
  const bar = h('div', { class: 'bar' }, toggle, svgLink, png, csvLink);
  const element = h('section', { class: 'chart' }, title, picker, stage, readout, numbers, bar);
  let answer = null;
  let marks = [];
  let at = -1;

  stage.addEventListener('pointermove', (event) => pick(event.target));
  stage.addEventListener('pointerdown', (event) => pick(event.target));
  stage.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Home') read(0);
    else if (event.key === 'End') read(marks.length - 1);
    else if (step) read(at < 0 ? (step > 0 ? 0 : marks.length - 1) : Math.min(marks.length - 1, Math.max(0, at + step)));
    else return;
    event.preventDefault();
  });

  function pick(target) {
    const mark = target.closest?.('[data-mark]');
    if (mark) read(Number(mark.dataset.mark));
  }

  function read(index) {
    if (marks.length === 0 || index === at) return;
    marks[at]?.classList.remove('on');
    at = index;
    marks[at].classList.add('on');
    readout.textContent = marks[at].querySelector(':scope > title').textContent;
  }

  function fillTable() {
    const table = h('table', {},
      h('thead', {}, h('tr', {}, ...answer.columns.map((c) => h('th', { scope: 'col', text: c.replaceAll('_', ' ') })))),
      h('tbody', {}, ...answer.rows.map((row) => h('tr', {}, ...row.map((cell) =>
        h('td', { class: typeof cell === 'number' ? 'n' : null, text: typeof cell === 'number' ? (Number.isInteger(cell) ? String(cell) : number(cell, 3)) : cell ?? '–' }))))));
    numbers.replaceChildren(table);
  }

  async function picture() {
    const svg = stage.querySelector('svg');
    const box = svg.viewBox.baseVal;
    const url = URL.createObjectURL(new Blob([answer.svg], { type: 'image/svg+xml' }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h('canvas', { width: String(box.width * 2), height: String(box.height * 2) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    save(blob, `${answer.id}.png`);
  }

  function draw(next, state, extra) {
    answer = next;
    const parsed = new DOMParser().parseFromString(answer.svg, 'image/svg+xml').documentElement;
    const svg = document.importNode(parsed, true);
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    svg.setAttribute('tabindex', '0');
    svg.style.minWidth = svg.viewBox.baseVal.width > stage.clientWidth * 1.15 && extra.size ? `${svg.viewBox.baseVal.width}px` : '';
    marks = [...svg.querySelectorAll('title')].map((t) => t.parentElement).filter((m) => m !== svg);
    marks.forEach((mark, index) => { mark.dataset.mark = String(index); });
    at = -1;
    const isFocused = stage.contains(document.activeElement);
    stage.replaceChildren(svg);
    if (isFocused) svg.focus({ preventScroll: true });
    readout.textContent = answer.description;
    if (!numbers.hidden) fillTable();
    const files = query(state, { ...extra, theme: '', download: 1 });
    svgLink.href = '/api/chart.svg?' + files;
    csvLink.href = '/api/chart.csv?' + files;
  }

  /** Asks for a figure and draws it. */
  async function update(state, figure, more = {}) {
    const extra = { figure, member: state.member, highlight: state.highlight.join(','), ...more, ...await page(figure) };
    try {
      draw(await ask('/api/chart.json?' + query(state, extra)), state, extra);
    } catch (error) {
      // A figure that this state does not allow says why in its place; everything else is told above the page.
      if (!(error instanceof Refusal) || error.status !== 422 || error.diagnostics.length > 0) throw error;
      stage.replaceChildren(h('p', { class: 'lacks', text: error.message }));
      marks = [];
      readout.textContent = '';
    }
  }

  // The figure is made for the column that it stands in, so that its words stay legible; one that needs more room is moved sideways.
  async function page(figure) {
    const { figures } = await once('/api/figures');
    const least = figures.find((f) => f.id === figure)?.least_width ?? 0;
    const width = Math.max(320, least, Math.round(stage.clientWidth || document.documentElement.clientWidth - 32));
    return { theme: theme(), size: width >= 1150 ? '' : `${width}x` };
  }

  return { element, update, draw, page };
}
