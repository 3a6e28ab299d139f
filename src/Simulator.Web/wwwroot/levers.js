// Levers write rows of the scenario: what is set stands in the list of rows, and nothing else is moved.

import { h, put, fill, select } from './dom.js';
import { BASE_YEAR } from './state.js';
import { once } from './api.js';

const TARGETS = ['at_least_pct', 'share_pct'];
const SHAPES = [
  ['linear', 'a straight line'], ['front 2', 'early (front 2)'], ['back 2', 'late (back 2)'], ['s-curve', 'slow at both ends'],
  ['geometric', 'equal percentages'], ['step 0.25', '0.25 points a year'], ['growth 8', '8 % real growth a year'], ['fastest', 'as fast as precedent allows'],
];

// Settings with a slider of their own; the rest is under "More".
const SLIDERS = [
  { what: 'delivery_pct', label: 'Part of the rise that arrives', unit: '%', low: 0, high: 150, step: 5, at: 100, test: 'lever-delivery' },
  { what: 'delay_years', label: 'Delay', unit: 'years', low: 0, high: 10, step: 1, at: 0, from: true },
  { what: 'max_step_pp', label: 'Most points of GDP a year', unit: 'points', low: 0.05, high: 1.5, step: 0.05, at: 1.5 },
  { what: 'max_growth_pct', label: 'Most real growth a year', unit: '%', low: 1, high: 50, step: 1, at: 50 },
  { what: 'growth_pp', label: 'GDP growth, more or less', unit: 'points a year', low: -3, high: 3, step: 0.1, at: 0, test: 'lever-growth' },
  { what: 'inflation_pp', label: 'Inflation, more or less', unit: 'points a year', low: -3, high: 5, step: 0.1, at: 0 },
  { what: 'borrowed_pct', label: 'Part of the extra that is borrowed', unit: '%', low: 0, high: 100, step: 5, at: 100, test: 'lever-borrowed' },
];

/** The levers. `fixed` is the member of a member's page, whose scope does not change. */
export async function levers({ go, fixed }) {
  const [{ members, groups }, { settings }] = await Promise.all([once('/api/members'), once('/api/settings')]);
  let state;
  let scope = fixed?.() ?? 'ALL';
  const names = new Map([['ALL', 'All allies'], ...groups.map((g) => [g.id, g.name]), ...members.map((m) => [m.iso3, m.name])]);

  const scopeSelect = select({ id: 'scope', 'data-test': 'lever-scope', onchange: () => { scope = scopeSelect.value; paint(); } },
    [{ value: 'ALL', label: 'All allies' },
      ...groups.filter((g) => g.id !== 'ALL').map((g) => ({ value: g.id, label: g.name, group: 'A group' })),
      ...members.filter((m) => m.has_forces).map((m) => ({ value: m.iso3, label: m.name, group: 'One member' }))], scope);
  const base = h('select', { id: 'base', 'data-test': 'lever-base', onchange: () => go({ base: base.value }) });

  const target = slider({ id: 'target', label: 'Target', unit: '% of GDP', low: 0, high: 6, step: 0.1, test: 'lever-target' }, (value, push) => setTarget({ value }, push), () => clear(TARGETS));
  const kind = select({ id: 'kind', 'aria-label': 'How the target holds', onchange: () => setTarget({ what: kind.value }) },
    [{ value: 'at_least_pct', label: 'at least: who is above stays' }, { value: 'share_pct', label: 'exactly: up or down' }], 'at_least_pct');
  const year = slider({ id: 'to', label: 'reached in', unit: '', low: BASE_YEAR + 1, high: 2045, step: 1, test: 'lever-year' }, (value, push) => setTarget({ to: value }, push), null);
  const shape = select({ id: 'shape', 'data-test': 'lever-shape', 'aria-label': 'Way to the target', onchange: () => setTarget({ shape: shape.value }) },
    SHAPES.map(([value, label]) => ({ value, label })), 'linear');
  const others = SLIDERS.map((lever) => [lever, slider({ ...lever, id: lever.what, title: settings.find((x) => x.name === lever.what)?.meaning },
    (value, push) => set({ what: lever.what, value, from: lever.from ? String(BASE_YEAR) : '' }, push), () => clear([lever.what]))]);

  const list = h('ul', { class: 'rows', 'aria-label': 'Rows of the scenario' });
  const more = moreSettings(settings, (row) => go({ rows: [...state.rows, { members: scopeCell(), ...row }] }));
  const element = h('form', { class: 'levers', 'aria-label': 'Levers', onsubmit: (event) => event.preventDefault() },
    h('fieldset', {}, h('legend', { text: 'Scenario' }),
      h('label', { for: 'base', text: 'Start from' }), base,
      fixed ? null : h('label', { for: 'scope', text: 'Levers move' }), fixed ? null : scopeSelect),
    h('fieldset', {}, h('legend', { text: 'Target' }), target.element, kind, year.element, h('label', { for: 'shape', text: 'by' }), shape),
    h('details', { open: !matchMedia('(max-width: 900px)').matches }, h('summary', { text: 'On the way, the economy, money' }), ...others.map(([, o]) => o.element)),
    h('details', {}, h('summary', { text: 'More' }), more),
    h('div', { class: 'set' }, h('h2', { text: 'What is set' }), list));

  const scopeCell = () => (scope === 'ALL' ? '' : scope);
  const isHere = (row) => (row.members || 'ALL') === scope;
  const targetRow = () => state.rows.findLast((row) => isHere(row) && TARGETS.includes(row.what) && row.value !== '');

  function setTarget(change, push = true) {
    const row = targetRow() ?? { members: scopeCell(), what: kind.value, value: target.value(), from: '', to: year.value(), shape: shape.value };
    const next = { ...row, ...change };

    // A shape with a pace of its own takes no year of arrival.
    const hasPace = /^(step|growth|close|fastest)/.test(next.shape);
    next.to = hasPace ? '' : next.to || year.value();
    replace(row, next, push);
  }

  function set(change, push = true) {
    const row = state.rows.find((r) => isHere(r) && r.what === change.what && !r.to);
    replace(row, { members: scopeCell(), to: '', shape: '', ...change }, push);
  }

  function replace(row, next, push) {
    const at = state.rows.indexOf(row);
    const rows = at < 0 ? [...state.rows, next] : state.rows.with(at, next);
    state = { ...state, rows };
    go({ rows }, { push });
  }

  function clear(whats) {
    go({ rows: state.rows.filter((row) => !(isHere(row) && whats.includes(row.what))) });
  }

  function paint() {
    if (!fixed) scopeSelect.value = scope;
    const row = targetRow();
    target.show(row?.value ?? null, 3.5);
    kind.value = row?.what ?? kind.value;
    year.show(row?.to || null, 2035);
    year.element.hidden = /^(step|growth|close|fastest)/.test(row?.shape ?? '');
    const way = row?.shape || 'linear';
    if (![...shape.options].some((o) => o.value === way)) shape.append(h('option', { value: way, text: way }));
    shape.value = way;
    for (const [lever, control] of others) control.show(state.rows.findLast((r) => isHere(r) && r.what === lever.what)?.value ?? null, lever.at);
    list.replaceChildren(...state.rows.map((r, i) => h('li', {},
      h('span', { text: words(r, names) }),
      h('button', { type: 'button', 'aria-label': `Remove: ${words(r, names)}`, text: '×', onclick: () => go({ rows: state.rows.toSpliced(i, 1) }) }))),
    ...(state.rows.length === 0 ? [h('li', { class: 'none', text: 'Nothing: the scenario is shown as it is.' })] : []));
  }

  /** Shows a state; the list of scenarios holds those of an uploaded file too. */
  function update(next, scenarios) {
    state = next;
    if (fixed) scope = fixed();
    fill(base, scenarios.map((x) => ({ value: x.id, label: x.title, group: x.source === 'file' ? 'Your file' : 'Shipped' })), state.base);
    paint();
  }

  return { element, update };
}

/** A row in words. */
function words(row, names) {
  const who = names.get(row.members || 'ALL') ?? row.members;
  const years = row.from && row.to ? `, ${row.from} to ${row.to}` : row.to ? ` by ${row.to}` : row.from ? ` from ${row.from}` : '';
  const what = row.what === 'at_least_pct' ? `at least ${row.value} %` : row.what === 'share_pct' ? `${row.value} %` : `${row.what.replaceAll('_', ' ')} ${row.value}`;
  return `${who}: ${what}${years}${row.shape ? `, ${row.shape}` : ''}`;
}

// A slider with a number beside it: the slider for the hand, the number for the exact value.
function slider({ id, label, unit, low, high, step, test, title }, change, reset) {
  const range = h('input', { type: 'range', id, min: String(low), max: String(high), step: String(step), 'data-test': test, oninput: () => move(range.value, false), onchange: () => move(range.value, true) });
  const exact = h('input', { type: 'number', 'aria-label': `${label}, exact`, min: String(low), step: 'any', onchange: () => exact.value !== '' && move(exact.value, true) });
  const undo = reset ? h('button', { type: 'button', class: 'undo', 'aria-label': `Leave ${label} unset`, title: 'Leave it unset', text: '↺', onclick: reset }) : null;
  const element = h('div', { class: 'lever', title }, h('label', { for: id, text: unit ? `${label}, ${unit}` : label }), h('div', { class: 'pair' }, range, exact, undo));
  let started = false;

  // The first move of a hand is a step of its own; what follows replaces it, so that back undoes the whole move.
  function move(value, isEnd) {
    change(String(value), !started);
    started = !isEnd;
  }

  return {
    element,
    value: () => range.value,
    show(value, otherwise) {
      element.classList.toggle('is-set', value !== null);
      if (undo) undo.hidden = value === null;
      const shown = String(value ?? otherwise);
      if (range.value !== shown) range.value = shown;
      if (document.activeElement !== exact) exact.value = value === null && reset ? '' : shown;
      exact.placeholder = shown;
    },
  };
}

// Every other setting, from the program's own table.
function moreSettings(settings, add) {
  const usable = settings.filter((x) => !['title', 'based_on', 'edition'].includes(x.name));
  const name = select({ id: 'more', onchange: () => describe() }, usable.map((x) => ({ value: x.name, label: x.name.replaceAll('_', ' ') })), 'line_pct');
  const value = h('input', { id: 'more-value', type: 'text', autocomplete: 'off' });
  const words_ = h('select', { 'aria-label': 'Value', hidden: true });
  const from = h('input', { type: 'number', 'aria-label': 'From year', placeholder: 'from' });
  const to = h('input', { type: 'number', 'aria-label': 'To year', placeholder: 'to' });
  const meaning = h('p', { class: 'meaning' });
  function describe() {
    const x = usable.find((u) => u.name === name.value);
    put(meaning, `${x.meaning} ${x.unit ? `In ${x.unit}. ` : ''}Default: ${x.default}.`);
    from.hidden = x.by_year === 'none';
    to.hidden = x.by_year !== 'from_to';
    words_.hidden = x.words.length === 0;
    value.hidden = x.words.length > 0;
    fill(words_, x.words.map((w) => ({ value: w, label: w })), x.words[0] ?? '');
  }
  describe();
  return h('div', { class: 'more' }, h('label', { for: 'more', text: 'Setting' }), name, meaning, h('label', { for: 'more-value', text: 'Value' }), value, words_, h('div', { class: 'pair' }, from, to),
    h('button', {
      type: 'button', text: 'Add the row',
      onclick: () => {
        const x = usable.find((u) => u.name === name.value);
        const row = { what: x.name, value: x.words.length > 0 ? words_.value : value.value, from: from.hidden ? '' : from.value, to: to.hidden ? '' : to.value, shape: '' };
        if (row.value !== '') add(x.by_member ? row : { ...row, members: '' });
      },
    }));
}
