// The frame: reads the address, shows its view, and keeps both in step.

import { h } from './dom.js';
import { Refusal, once } from './api.js';
import { read, write } from './state.js';
import { diagnosticList, takeFiles } from './upload.js';

const VIEWS = {
  start: ['Questions', () => import('./start.js')],
  work: ['Workbench', () => import('./work.js')],
  compare: ['Compare', () => import('./compare.js')],
  reach: ['Could and says', () => import('./reach.js')],
  member: ['One member', () => import('./member.js')],
  record: ['Past record', () => import('./record.js')],
};

const main = document.getElementById('main');
const banner = document.getElementById('banner');
const said = document.getElementById('said');
const dark = matchMedia('(prefers-color-scheme: dark)');

let state = read(location.search);
let shown = null;
let view = null;
let isBusy = false;
let isAgain = false;
let settled = 0;

/** Changes the state. A push is a step that the back button undoes; a lever in motion replaces. */
function go(patch, { push = true } = {}) {
  const theme = state.theme;
  state = { ...state, ...patch };
  if (!('theme' in patch)) state.theme = theme;
  const address = '/' + (write(state) ? '?' + write(state) : '');
  if (address !== location.pathname + location.search) history[push ? 'pushState' : 'replaceState'](null, '', address);
  refresh();
}

/** One answer at a time: what was asked for meanwhile is asked for next, the latest alone. */
async function refresh() {
  isAgain = true;
  document.body.dataset.busy = 'true';
  if (isBusy) return;
  isBusy = true;
  while (isAgain) {
    isAgain = false;
    try {
      await show(state);
      banner.hidden = true;
    } catch (error) {
      tell(error);
    }
  }
  isBusy = false;
  document.documentElement.dataset.settled = String(++settled);
  document.body.dataset.busy = 'false';
  performance.mark('natosim-settled');
}

async function show(now) {
  paint(now);
  if (shown !== now.view || view === null) {
    const name = now.view in VIEWS ? now.view : 'start';
    const module = await VIEWS[name][1]();
    const isFirst = shown === null;
    view = await module.create({ go, say, link, theme });
    shown = now.view;
    main.replaceChildren(view.element);
    if (!isFirst) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  }
  await view.update(now);
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} – natosim` : 'natosim explorer';
}

function paint(now) {
  document.documentElement.dataset.theme = theme();
  const button = document.getElementById('theme');
  button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
  button.setAttribute('aria-pressed', String(theme() === 'dark'));
  const nav = document.getElementById('nav');
  const links = Object.entries(VIEWS).filter(([name]) => name !== 'member' || now.view === 'member').map(([name, [label]]) =>
    h('a', { href: link({ view: name }, now), 'data-link': true, 'aria-current': now.view === name ? 'page' : null, text: label }));
  nav.replaceChildren(...links);
}

const theme = () => state.theme || (dark.matches ? 'dark' : 'light');

/** The address of a state that differs from the present one. */
function link(patch, from = state) {
  const to = { ...from, ...patch };

  // A figure belongs to its view, and so do the scenarios beside it.
  if (patch.view && patch.view !== from.view) {
    to.figure = patch.figure ?? '';
    if (patch.view === 'start') Object.assign(to, { rows: [], base: 'hold-share', file: from.file, member: '', with: [], draws: '', title: '' });
  }
  const text = write(to);
  return '/' + (text ? '?' + text : '');
}

function tell(error) {
  const refusal = error instanceof Refusal ? error : new Refusal(0, { title: 'This page has a defect', detail: String(error) });
  if (!(error instanceof Refusal)) console.error(error);
  banner.replaceChildren(h('strong', { text: refusal.title }), ' ', h('span', { text: refusal.message }), diagnosticList(refusal.diagnostics));
  banner.hidden = false;
}

/** Says something to those who listen, for a moment also to those who look. */
function say(text) {
  said.textContent = text;
  said.className = 'toast';
  setTimeout(() => { said.className = 'hidden'; }, 2500);
}

document.addEventListener('click', (event) => {
  const anchor = event.target.closest('a[data-link]');
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const next = read(new URL(anchor.href).search);
  next.theme ||= state.theme;
  state = next;
  history.pushState(null, '', '/' + (write(state) ? '?' + write(state) : ''));
  refresh();
});

addEventListener('popstate', () => {
  state = read(location.search);
  refresh();
});

dark.addEventListener('change', () => refresh());

document.getElementById('theme').addEventListener('click', () => go({ theme: theme() === 'dark' ? 'light' : 'dark' }, { push: false }));
document.getElementById('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    say('The link is copied.');
  } catch {
    say('The browser does not let this page copy; the link is the address above.');
  }
});

takeFiles(document.getElementById('drop'), (files) => go({ view: 'start', ...files }), tell);
once('/api/editions').then((answer) => {
  const edition = answer.editions.find((e) => e.is_default);
  document.getElementById('edition').textContent = `${edition.title}; figures known on ${edition.cut_off}.`;
}).catch(() => {});
refresh();
