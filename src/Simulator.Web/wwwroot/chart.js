// A figure as the server draws it: values on hover, touch and arrow keys, its numbers as a table, and files of it.

import { copyAddress, h, number, s, save } from './dom.js';
import { Refusal, ask, once } from './api.js';
import { query } from './state.js';
import { nearest, spotsOf } from './marks.js';

// How near a pointer has to be to a value, in pixels of the screen.
const REACH = 28;
const HINT = 'Point, tap or use the arrow keys to read values.';
let count = 0;

/**
 * Makes the frame of a figure.
 * @param {{say: (text: string) => void, theme: () => string, choose?: Node, label?: string}} options `choose` stands above the figure
 */
export function chart({ say, theme, choose, label }) {
  const title = label ? h('h2', { text: label }) : null;

  // Only a figure that can be chosen is part of the address.
  const isChosen = Boolean(choose);
  const hint = `chart-hint-${++count}`;
  const stage = h('div', { class: 'stage', 'data-test': 'chart' });
  const readout = h('p', { class: 'readout', 'data-test': 'readout', 'aria-live': 'polite' });
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
  const csvLink = h('a', { class: 'button', download: '', text: 'Data (CSV)' });
  const png = h('button', { type: 'button', text: 'PNG', onclick: () => picture().catch(() => say('This browser cannot make a PNG of the chart.')) });
  const link = h('button', { type: 'button', text: 'Link', 'aria-label': 'Copy a link to this view with this chart', onclick: () => copyLink() });
  const bar = h('div', { class: 'bar' }, toggle, svgLink, png, csvLink, link);
  const element = h('section', { class: 'chart' }, title, choose, stage, readout, h('p', { class: 'hint', id: hint, text: HINT }), numbers, bar);
  let answer = null;
  let figureShown = '';
  let svg = null;
  let spots = null;
  let at = -1;
  let ring = null;

  stage.addEventListener('pointermove', point);
  stage.addEventListener('pointerdown', point);
  stage.addEventListener('pointerleave', () => { if (!stage.contains(document.activeElement)) forget(); });
  stage.addEventListener('focusout', forget);
  stage.addEventListener('keydown', (event) => {
    if (!svg || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = places();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Home') read(0);
    else if (event.key === 'End') read(all.length - 1);
    else if (event.key === 'Escape') forget();
    else if (step) read(at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step)));
    else return;
    event.preventDefault();
  });

  // Where values stand is measured when somebody asks, not while a lever moves.
  function places() {
    spots ??= spotsOf(svg, answer);
    return spots;
  }

  function point(event) {
    if (!svg) return;
    const toFigure = svg.getScreenCTM()?.inverse();
    if (!toFigure) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toFigure);
    const mark = event.target.closest?.('[data-mark]');
    const own = mark ? places().filter((spot) => spot.mark === mark) : [];
    const spot = own.length > 0 ? nearest(own, x, y, Infinity) : nearest(places(), x, y, REACH * toFigure.a);
    if (spot) read(places().indexOf(spot));
  }

  function read(index) {
    const spot = places()[index];
    if (!spot || index === at) return;
    at = index;
    ring?.remove();
    ring = spot.box
      ? s('rect', { x: spot.box.x - 2, y: spot.box.y - 2, width: spot.box.width + 4, height: spot.box.height + 4, rx: 2 })
      : s('circle', { cx: spot.x, cy: spot.y, r: 7 });
    ring.classList.add('ring');
    svg.append(ring);
    readout.textContent = spot.text;
    readout.classList.add('is-value');
  }

  function forget() {
    ring?.remove();
    ring = null;
    at = -1;
    readout.textContent = answer?.description ?? '';
    readout.classList.remove('is-value');
  }

  function fillTable() {
    numbers.replaceChildren(h('table', {},
      h('thead', {}, h('tr', {}, ...answer.columns.map((c) => h('th', { scope: 'col', text: c.replaceAll('_', ' ') })))),
      h('tbody', {}, ...answer.rows.map((row) => h('tr', {}, ...row.map((cell) =>
        h('td', { class: typeof cell === 'number' ? 'n' : null, text: typeof cell === 'number' ? (Number.isInteger(cell) ? String(cell) : number(cell, 3)) : cell ?? '–' })))))));
  }

  // The chart that stands without being asked for is named, so that the link shows it whatever comes to stand first.
  function copyLink() {
    const address = new URL(location.href);
    if (isChosen && figureShown) address.searchParams.set('figure', figureShown);
    return copyAddress(address.href, say);
  }

  // The picture is that of the SVG file, for paper, and not the one that was fitted to this window.
  async function picture() {
    const text = svgLink.protocol === 'blob:' ? answer.svg : await (await fetch(svgLink.href)).text();
    const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h('canvas', { width: String(image.naturalWidth * 2), height: String(image.naturalHeight * 2) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    save(await new Promise((done) => { canvas.toBlob(done, 'image/png'); }), `${answer.id}.png`);
  }

  /**
   * Draws an answer.
   * @param {{id: string, svg: string, description: string, columns: string[], rows: unknown[][]}} next
   * @param {{svg: string, csv: string}} files addresses of its files
   */
  function draw(next, files) {
    answer = next;
    figureShown = files.figure ?? '';
    svg = document.importNode(new DOMParser().parseFromString(answer.svg, 'image/svg+xml').documentElement, true);
    const { width } = svg.viewBox.baseVal;
    svg.removeAttribute('width');
    svg.removeAttribute('height');
    svg.setAttribute('tabindex', '0');
    svg.setAttribute('aria-describedby', hint);

    // Words stay legible: what is much wider than its column is moved sideways, not made smaller.
    svg.style.minWidth = width > stage.clientWidth * 1.15 ? `${Math.min(width, 720)}px` : '';
    let index = 0;
    for (const mark of svg.querySelectorAll('title')) {
      if (mark.parentElement !== svg) mark.parentElement.dataset.mark = String(index++);
    }
    [spots, ring] = [null, null];
    const isFocused = stage.contains(document.activeElement);
    stage.replaceChildren(svg);
    if (isFocused) svg.focus({ preventScroll: true });
    forget();
    if (!numbers.hidden) fillTable();
    svgLink.href = files.svg;
    csvLink.href = files.csv;
    for (const button of [svgLink, csvLink, png, toggle]) button.hidden = false;
  }

  /** Says why there is no figure. */
  function lack(text) {
    [answer, svg, spots, ring, at] = [null, null, null, null, -1];
    stage.replaceChildren(h('p', { class: 'lacks', text }));
    readout.textContent = '';
    numbers.hidden = true;
    toggle.setAttribute('aria-pressed', 'false');
    for (const button of [svgLink, csvLink, png, toggle]) button.hidden = true;
  }

  /** Asks for a figure and draws it. */
  async function update(state, figure, more = {}) {
    const extra = { figure, member: state.member, highlight: state.highlight.join(','), ...more, ...await page(figure) };
    try {
      draw(await ask('/api/chart.json?' + query(state, extra)), filesOf(state, extra));
    } catch (error) {
      // A figure that this state does not allow says why in its place; everything else is told above the page.
      if (!(error instanceof Refusal) || error.status !== 422 || error.diagnostics.length > 0) throw error;
      lack(error.message);
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

/** Addresses of the files of a figure: for paper, so in light colours and at the figure's own size. */
export function filesOf(state, extra) {
  const address = query(state, { ...extra, theme: '', size: '', download: 1 });
  return { figure: extra.figure, svg: '/api/chart.svg?' + address, csv: '/api/chart.csv?' + address };
}

let held = [];

/** Files of a figure that the server gives no address for. Those of the figures before are given back. */
export function localFiles(answers) {
  held.forEach((url) => URL.revokeObjectURL(url));
  held = [];
  const url = (text, type) => {
    held.push(URL.createObjectURL(new Blob([text], { type })));
    return held.at(-1);
  };
  const cell = (value) => (/[",\n]/.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ''));
  return answers.map((a) => ({
    svg: url(a.svg, 'image/svg+xml'),
    csv: url([a.columns, ...a.rows].map((row) => row.map(cell).join(',') + '\n').join(''), 'text/csv'),
  }));
}
