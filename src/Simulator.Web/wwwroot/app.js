// The frame: reads the address, shows its view, and keeps both in step.

import { copyAddress, h, put } from './dom.js';
import { Refusal, leave, once } from './api.js';
import { read, write } from './state.js';
import { diagnosticList, takeFiles } from './upload.js';

const VIEWS = {
  start: ['Questions', () => import('./start.js')],
  work: ['Workbench', () => import('./work.js')],
  member: ['One member', () => import('./member.js')],
  compare: ['Compare', () => import('./compare.js')],
  reach: ['Could and says', () => import('./reach.js')],
  record: ['Past record', () => import('./record.js')],
};

// An answer that takes longer than this is given up when another is asked for; a shorter one is worth seeing while a lever moves.
const WORTH_WAITING = 1500;

const main = document.getElementById('main');
const banner = document.getElementById('banner');
const said = document.getElementById('said');
const found = document.getElementById('found');
const nav = document.getElementById('nav');
const themeButton = document.getElementById('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

let state = read(location.search);
let shown = null;
let isBusy = false;
let isAgain = false;
let isBack = false;
let since = 0;
let settled = 0;

const theme = () => state.theme || (dark.matches ? 'dark' : 'light');
const nameOf = (view) => (view in VIEWS ? view : 'start');
const address = (of) => '/' + (write(of) ? '?' + write(of) : '');

/** Changes the state. A push is a step that the back button undoes; a lever in motion replaces. */
function go(patch, { push = true } = {}) {
  const next = { ...state, ...patch };

  // A control that reports the same value twice asks nothing new: what it asks for stands already, or is on its way.
  if (address(next) !== address(state)) move(next, push);
  else if (!isBusy) settle();
}

function move(next, push) {
  isBack = false;
  state = next;
  if (address(state) !== location.pathname + location.search) history[push ? 'pushState' : 'replaceState'](null, '', address(state));
  refresh();
}

/** One answer at a time: what was asked for meanwhile is asked for next, the latest alone. */
async function refresh() {
  isAgain = true;
  document.body.dataset.busy = 'true';
  if (isBusy) {
    if (shown?.name !== nameOf(state.view) || performance.now() - since > WORTH_WAITING) leave();
    return;
  }
  isBusy = true;
  while (isAgain) {
    isAgain = false;
    since = performance.now();
    try {
      await show(state);
      banner.hidden = true;
    } catch (error) {
      if (error.name !== 'AbortError') tell(error);
    }
  }
  isBusy = false;
  settle();
}

// Says to whoever waits for it that the view of the latest state stands.
function settle() {
  document.documentElement.dataset.settled = String(++settled);
  document.body.dataset.busy = 'false';
  performance.mark('natosim-settled');
}

async function show(now) {
  paint(now);
  const name = nameOf(now.view);
  if (shown?.name === name) {
    await shown.view.update(now);
  } else {
    await change(name, now);
  }
  const heading = main.querySelector('h1');
  document.title = heading?.textContent ? `${heading.textContent} – natosim` : 'natosim explorer';
}

// A new view takes its place when it has its answer; until then, and when it gets none, the one before stays.
async function change(name, now) {
  const module = await VIEWS[name][1]();
  const view = await module.create({ go, say, link, theme });
  view.element.classList.add('is-coming');
  main.append(view.element);
  try {
    await view.update(now);
  } catch (error) {
    view.element.remove();
    throw error;
  }
  const isFirst = shown === null;
  main.replaceChildren(view.element);
  view.element.classList.remove('is-coming');
  shown = { name, view };
  if (isFirst) return;
  if (!isBack) scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

function paint(now) {
  document.documentElement.dataset.theme = theme();
  put(themeButton, theme() === 'dark' ? 'Light' : 'Dark');
  themeButton.setAttribute('aria-label', theme() === 'dark' ? 'Show in light colours' : 'Show in dark colours');
  if (nav.children.length === 0) {
    nav.append(...Object.entries(VIEWS).map(([name, [label]]) => h('a', { 'data-link': true, 'data-view': name, text: label })));
  }
  for (const anchor of nav.children) {
    anchor.href = link({ view: anchor.dataset.view }, now);
    if (anchor.dataset.view === nameOf(now.view)) anchor.setAttribute('aria-current', 'page');
    else anchor.removeAttribute('aria-current');
  }
}

/** The address of a state that differs from the present one. */
function link(patch, from = state) {
  const to = { ...from, ...patch };

  // A figure belongs to its view; a comparison needs somebody to compare with.
  if (patch.view && patch.view !== from.view) {
    to.figure = patch.figure ?? '';
    if (patch.view === 'start') Object.assign(to, { rows: [], base: 'hold-share', with: [], draws: '', title: '', file: '' });
    if (patch.view === 'compare' && to.with.length === 0) to.with = [to.base === 'announced' ? 'hague-core' : 'announced'];
  }
  return address(to);
}

function tell(error) {
  const refusal = error instanceof Refusal ? error : new Refusal(0, { title: 'This page has a defect', detail: String(error) });
  if (!(error instanceof Refusal)) console.error(error);
  shown?.view.refuse?.(refusal);
  banner.replaceChildren(h('p', {}, h('strong', { text: `${refusal.title}.` }), ` ${refusal.message}`), diagnosticList(refusal.diagnostics),
    ...(shown ? [h('p', { class: 'note', text: 'What is shown below is the view before.' })] : []));
  banner.hidden = false;
  if (shown) return;
  main.replaceChildren(h('div', { class: 'start' }, h('h1', { text: 'This link cannot be shown' }),
    h('p', { class: 'lead', text: 'It may have been shortened on its way, or made with another version of natosim.' }),
    h('p', {}, h('a', { href: '/', 'data-link': true, text: 'Start with the questions' }), ' or ', h('a', { href: '/?view=work', 'data-link': true, text: 'with the levers' }), '.')));
  document.title = 'This link cannot be shown – natosim';
}

/** Says something to those who listen, for a moment also to those who look. */
function say(text) {
  said.textContent = text;
  said.className = 'toast';
  setTimeout(() => { said.className = 'hidden'; }, 2500);
}

document.addEventListener('click', (event) => {
  const anchor = event.target.closest('a[data-link]');
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  const next = read(new URL(anchor.href).search);

  // Light or dark is the reader's own choice, which no link of the page takes back.
  next.theme ||= state.theme;
  move(next, true);
});

addEventListener('popstate', () => {
  isBack = true;
  state = read(location.search);
  refresh();
});

dark.addEventListener('change', () => refresh());

themeButton.addEventListener('click', () => go({ theme: theme() === 'dark' ? 'light' : 'dark' }, { push: false }));

document.getElementById('copy').addEventListener('click', () => copyAddress(location.href, say));

// Paper shows what a screen folds away, except the levers.
addEventListener('beforeprint', () => {
  for (const details of main.querySelectorAll('.results details:not([open]), .page details:not([open])')) {
    details.open = true;
    details.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const details of main.querySelectorAll('details[data-printed]')) {
    details.open = false;
    delete details.dataset.printed;
  }
});

takeFiles({ input: document.getElementById('upload'), cover: document.getElementById('drop'), found, use: go, tell });
once('/api/editions').then(({ editions }) => {
  const edition = editions.find((e) => e.is_default);
  put(document.getElementById('edition'), `${edition.title}; figures known on ${edition.cut_off}.`);
}).catch(() => {});
refresh();
