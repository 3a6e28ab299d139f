// Levers write rows of the scenario: what is set stands in a list of its own, and nothing else is moved.

import { byName, h, put, fill, select } from './dom.js';
import { once } from './api.js';
import { wordsOf } from './rows.js';
import { rowForm } from './rowform.js';

const TARGETS = ['at_least_pct', 'share_pct'];

// Ways to the target. Some take a number of their own, and those with a pace of their own take no year of arrival.
const SHAPES = [
  { id: 'linear', label: 'a straight line' },
  { id: 'front', label: 'most of it early', takes: 'strength, 1 is straight', at: '2' },
  { id: 'back', label: 'most of it late', takes: 'strength, 1 is straight', at: '2' },
  { id: 's-curve', label: 'slow at both ends' },
  { id: 'geometric', label: 'by equal percentages' },
  { id: 'step', label: 'so many points a year', takes: 'points of GDP a year', at: '0.25', hasPace: true },
  { id: 'growth', label: 'real growth a year', takes: '% a year, real', at: '8', hasPace: true },
  { id: 'close', label: 'a part of the distance each year', takes: '% of what is left', at: '20', hasPace: true },
  { id: 'fastest', label: 'as fast as precedent allows', hasPace: true },
];

const optionOf = ({ id, at }) => (at ? `${id} ${at}` : id);

// Settings with a slider of their own; the rest is under "All settings".
const SLIDERS = [
  { what: 'delivery_pct', label: 'Part of the rise that arrives', unit: '%', low: 0, high: 150, step: 5, at: 100, test: 'lever-delivery', of: 'way' },
  { what: 'delay_years', label: 'Delay', unit: 'years', low: 0, high: 10, step: 1, at: 0, isDated: true, of: 'way' },
  { what: 'max_step_pp', label: 'Largest rise in a year', unit: 'points of GDP', low: 0.05, high: 1.5, step: 0.05, at: 1.5, none: 'no cap', of: 'way' },
  { what: 'max_growth_pct', label: 'Largest real growth in a year', unit: '%', low: 1, high: 50, step: 1, at: 50, none: 'no cap', of: 'way' },
  { what: 'growth_pp', label: 'GDP growth against the IMF', unit: 'points a year', low: -3, high: 3, step: 0.1, at: 0, test: 'lever-growth', of: 'economy' },
  { what: 'inflation_pp', label: 'Inflation against the IMF', unit: 'points a year', low: -3, high: 5, step: 0.1, at: 0, of: 'economy' },
  { what: 'borrowed_pct', label: 'Part of the extra that is borrowed', unit: '%', low: 0, high: 100, step: 5, at: 100, test: 'lever-borrowed', of: 'economy' },
];

// Moves that follow one another within this time are one step for the back button.
const ONE_MOVE = 1200;

/**
 * The levers of a view.
 * @param {{go: Function, fixed?: () => string}} options `fixed` is the member of a member's page, which every lever is about
 */
export async function levers({ go, fixed }) {
  const [{ base_year: baseYear, members, groups }, settings, { editions }] = await Promise.all([once('/api/members'), once('/api/settings'), once('/api/editions')]);
  const names = new Map([['ALL', 'All allies'], ...groups.filter((g) => g.id !== 'ALL').map((g) => [g.id, g.name]), ...members.map((m) => [m.iso3, m.name])]);
  let state;
  let scope = fixed?.() ?? 'ALL';
  let answer = null;

  // Whom the levers are about. Each set of rows is one member or group; another set is begun beside it.
  const sets = h('div', { class: 'sets', role: 'group', 'aria-label': 'Whom the levers are about' });
  const scopes = select({ id: 'scope', 'data-test': 'lever-scope', onchange: () => meanOthers(scopes.value) },
    [{ value: 'ALL', label: 'All allies' },
      ...groups.filter((g) => g.id !== 'ALL').map((g) => ({ value: g.id, label: g.name, group: 'A group' })),
      ...byName(members).filter((m) => m.has_forces).map((m) => ({ value: m.iso3, label: m.name, group: 'One member' }))], scope);

  const base = h('select', { id: 'base', 'data-test': 'lever-base', onchange: () => go({ base: base.value }) });
  const target = slider({ id: 'target', label: 'Target', unit: '% of GDP', low: 0, high: 6, step: 0.1, test: 'lever-target' }, (value, push) => setTarget({ value }, push), () => clear(TARGETS));
  const kind = select({ id: 'kind', 'aria-label': 'How the target is meant', onchange: () => setTarget({ what: kind.value }) },
    [{ value: 'at_least_pct', label: 'at least, never lower' }, { value: 'share_pct', label: 'exactly, up or down' }], 'at_least_pct');
  const year = slider({ id: 'to', label: 'Reached in', unit: '', low: baseYear + 1, high: 2045, step: 1, test: 'lever-year' }, (value, push) => arriveIn(value, push), null);
  const ownPace = h('p', { class: 'meaning', text: 'This way has a pace of its own. A year of arrival makes it a straight line.' });
  const shape = select({ id: 'shape', 'data-test': 'lever-shape', onchange: () => setTarget({ shape: shape.value }) },
    SHAPES.map((s) => ({ value: optionOf(s), label: s.label })), 'linear');
  const pace = h('input', { type: 'number', id: 'pace', step: 'any', min: '0', onchange: () => setTarget({ shape: withNumber(shape.value, pace.value) }) });
  const paceLabel = h('label', { for: 'pace' });
  const paceRow = h('div', { class: 'pair' }, paceLabel, pace);
  const effect = h('p', { class: 'effect', 'aria-live': 'polite', hidden: true });
  const others = SLIDERS.map((lever) => [lever, slider({ ...lever, id: lever.what, title: settings.settings.find((x) => x.name === lever.what)?.meaning },
    (value, push) => set({ what: lever.what, value, from: lever.isDated ? String(baseYear) : '' }, push), () => clear([lever.what]))]);
  const of = (group) => others.filter(([lever]) => lever.of === group).map(([, control]) => control.element);
  const shown = answerIn({ go, editions, baseYear });
  const form = rowForm(settings, (row) => go({ rows: [...state.rows, { ...row, members: row.isForAll ? '' : scopeCell() }] }));
  const isWide = matchMedia('(min-width: 901px)').matches;

  const element = h('form', { class: 'levers', 'aria-label': 'Levers', onsubmit: (event) => event.preventDefault() },
    h('fieldset', {}, h('legend', { text: 'Scenario' }),
      h('label', { for: 'base', text: 'Start from' }), base,
      ...(fixed ? [] : [h('label', { for: 'scope', text: 'Levers are for' }), scopes, sets])),
    h('fieldset', {}, h('legend', { text: 'Target' }), target.element, kind, year.element, ownPace, h('label', { for: 'shape', text: 'Way there' }), shape, paceRow, effect),
    h('details', { open: isWide }, h('summary', { text: 'On the way' }), ...of('way')),
    h('details', { open: isWide }, h('summary', { text: 'Economy and money' }), ...of('economy')),
    h('details', {}, h('summary', { text: 'Year, currency, prices, data' }), shown.element),
    h('details', {}, h('summary', { text: 'All settings' }), form));

  const scopeCell = () => scope;
  const isHere = (row) => (row.members || 'ALL') === scope;
  const targetRow = () => state.rows.findLast((row) => isHere(row) && TARGETS.includes(row.what) && row.value !== '' && !row.leg);
  const shapeOf = (text) => SHAPES.find((s) => s.id === text.split(' ')[0]);

  const withNumber = (option, number) => (number ? `${option.split(' ')[0]} ${number}` : option);

  function setTarget(change, push = true) {
    const row = targetRow() ?? { members: scopeCell(), what: kind.value, value: target.value(), from: String(answer?.base_year ?? baseYear), to: year.value(), shape: shape.value };
    const next = { ...row, ...change };
    next.to = shapeOf(next.shape || 'linear')?.hasPace ? '' : next.to || year.value();
    replace(row, next, push);
  }

  function arriveIn(to, push) {
    const hasPace = shapeOf(targetRow()?.shape || 'linear')?.hasPace;
    setTarget(hasPace ? { to, shape: 'linear' } : { to }, push);
  }

  function set(change, push = true) {
    const row = state.rows.find((r) => isHere(r) && r.what === change.what && !r.to);
    replace(row, { members: scopeCell(), to: '', shape: '', ...change }, push);
  }

  function replace(row, next, push) {
    const at = state.rows.indexOf(row);
    go({ rows: at < 0 ? [...state.rows, next] : state.rows.with(at, next) }, { push });
  }

  function clear(whats) {
    go({ rows: state.rows.filter((row) => !(isHere(row) && whats.includes(row.what))) });
  }

  // Choosing others takes the rows along, so that the answer is about them at once; a set that is there already is only looked at.
  function meanOthers(next) {
    const isThere = state.rows.some((row) => (row.members || 'ALL') === next);
    const isMoved = !isThere && state.rows.some(isHere);
    const rows = isMoved ? state.rows.map((row) => (isHere(row) ? { ...row, members: next } : row)) : state.rows;
    scope = next;
    if (isMoved) go({ rows });
    else paint();
  }

  function begin() {
    const used = new Set(state.rows.map((row) => row.members || 'ALL'));
    scope = ['ALL', 'EUROPE', 'USA', ...names.keys()].find((id) => !used.has(id) && id !== scope) ?? scope;
    paint();
    scopes.focus();
  }

  function paintSets() {
    const used = [...new Set([...state.rows.map((row) => row.members || 'ALL'), scope])];
    const isSet = state.rows.some(isHere);
    const key = `${used.join()}|${scope}|${isSet}`;
    if (sets.dataset.key === key) return;
    sets.dataset.key = key;
    const known = used.filter((id) => names.has(id));
    sets.replaceChildren(
      ...(known.length > 1 ? known.map((id) => h('button', { type: 'button', class: 'small', 'aria-pressed': String(id === scope), text: names.get(id), onclick: () => mean(id) })) : []),
      ...(isSet ? [h('button', { type: 'button', class: 'small', text: '+ another set', title: 'Keep these rows, and set levers for another group or member beside them', onclick: begin })] : []));
  }

  /** Turns the levers to a member or group. */
  function mean(id) {
    if (fixed || !names.has(id)) return;
    scope = id;
    paint();
  }

  function paint() {
    if (!fixed) {
      scopes.value = scope;
      paintSets();
    }
    const row = targetRow();
    target.show(row?.value ?? null, 3.5);
    if (row) kind.value = row.what;
    const way = row?.shape || 'linear';
    const known = shapeOf(way);
    year.show(row?.to || null, 2035);
    ownPace.hidden = !known?.hasPace;
    if (!known && ![...shape.options].some((o) => o.value === way)) shape.append(h('option', { value: way, text: way }));
    shape.value = known ? optionOf(known) : way;
    paceRow.hidden = !known?.takes;
    if (known?.takes) {
      put(paceLabel, known.takes);
      pace.placeholder = known.at;
      if (document.activeElement !== pace) pace.value = way.split(' ')[1] ?? '';
    }
    for (const [lever, control] of others) control.show(state.rows.findLast((r) => isHere(r) && r.what === lever.what)?.value ?? null, lever.at);
    tellEffect();
  }

  // A target that is set for a group which the one meant belongs to.
  function targetOver(id) {
    return state.rows.findLast((row) => TARGETS.includes(row.what) && groups.find((g) => g.id === (row.members || 'ALL'))?.members.includes(id));
  }

  // A target that moves nobody is the commonest surprise: everyone meant holds more already on the path that the scenario starts from.
  function tellEffect() {
    const row = targetRow() ?? targetOver(scope);
    const meant = groups.find((g) => g.id === scope)?.members ?? [scope];
    const at = answer?.years.indexOf(Number(row?.to));
    effect.hidden = true;
    if (!row || row.what !== 'at_least_pct' || !(at >= 0)) return;
    const counted = answer.members.filter((m) => m.has_forces && meant.includes(m.iso3));
    const above = counted.filter((m) => m.shares[at] > Number(row.value) + 0.005);
    if (above.length === 0) return;
    const who = counted.length === 1 ? counted[0].name : above.length === counted.length ? `Each of the ${counted.length} allies meant` : `${above.length} of the ${counted.length} allies meant`;
    put(effect, `${who} ${above.length === 1 || above.length === counted.length ? 'holds' : 'hold'} more than ${row.value} % in ${row.to} by what is set otherwise: the target does not move ${above.length === 1 ? 'it' : 'them'}.`);
    effect.hidden = false;
  }

  /** Shows a state; the list of scenarios holds those of an uploaded file too. */
  function update(next, scenarios) {
    state = next;
    if (fixed) scope = fixed();
    else if (state.rows.length > 0 && !state.rows.some(isHere) && scope === 'ALL') {
      // A link opens at the set that it holds.
      const first = state.rows.map((row) => row.members).find((id) => names.has(id));
      if (first) scope = first;
    }
    fill(base, scenarios.map((x) => ({ value: x.id, label: x.title, group: x.source === 'file' ? 'Your file' : 'Shipped' })), state.base);
    shown.update(state);
    paint();
  }

  /** Takes an answer, so that levers can say what they do not move. */
  function tell(next) {
    answer = next;
    shown.tell(answer);
    tellEffect();
  }

  return { element, update, tell, mean, words: (row) => wordsOf(row, names, settings) };
}

// In what the answer is told: it changes no path.
function answerIn({ go, editions, baseYear }) {
  const year = h('input', { type: 'number', id: 'year', min: String(baseYear + 1), max: '2060', step: '1', onchange: () => go({ year: year.value === '2035' ? '' : year.value }) });
  const currency = select({ id: 'currency', onchange: () => go({ currency: currency.value }) },
    [{ value: '', label: 'euro; dollar where the USA belongs' }, { value: 'EUR', label: 'euro' }, { value: 'USD', label: 'US dollar' }, { value: 'national', label: 'national currency' }], '');
  const prices = select({ id: 'prices', onchange: () => go({ prices: prices.value }) },
    [{ value: '', label: 'of the base year' }, { value: 'current', label: 'current: what budgets will show' }, { value: 'nato', label: 'of NATO’s tables' }], '');
  const edition = select({ id: 'edition', onchange: () => go({ edition: edition.value }) },
    [{ value: '', label: 'as the scenario says' }, ...editions.map((e) => ({ value: e.id, label: e.title }))], '');
  const title = h('input', { type: 'text', id: 'title', maxlength: '100', autocomplete: 'off', onchange: () => go({ title: title.value.trim() }) });
  const titleRow = h('div', {}, h('label', { for: 'title', text: 'Title of your scenario' }), title);
  return {
    element: h('div', { class: 'more' },
      h('label', { for: 'year', text: 'Year of the headline' }), year, h('label', { for: 'currency', text: 'Money in' }), currency,
      h('label', { for: 'prices', text: 'Prices' }), prices, h('label', { for: 'edition', text: 'Data' }), edition, titleRow),
    update(state) {
      if (document.activeElement !== year) year.value = state.year || '2035';
      currency.value = state.currency;
      prices.value = state.prices === 'base' ? '' : state.prices;
      edition.value = state.edition;
      if (document.activeElement !== title) title.value = state.title;
      titleRow.hidden = state.rows.length === 0;
    },
    tell(answer) {
      title.placeholder = answer.scenario.title;
    },
  };
}

// A slider with a number beside it: the slider for the hand, the number for the exact value.
function slider({ id, label, unit, low, high, step, test, title, none }, change, reset) {
  const range = h('input', { type: 'range', id, min: String(low), max: String(high), step: String(step), 'data-test': test, oninput: () => move(range.value), onchange: () => { if (range.value !== told) move(range.value); } });
  const exact = h('input', { type: 'number', 'aria-label': `${label}, exact`, min: String(Math.min(0, low)), step: 'any', onchange: () => { if (exact.value !== '') move(exact.value); } });
  const undo = reset ? h('button', { type: 'button', class: 'undo', 'aria-label': `Leave unset: ${label}`, title: 'Leave it unset', text: '↺', onclick: () => { reset(); range.focus(); } }) : null;
  const element = h('div', { class: 'lever', title }, h('label', { for: id, text: unit ? `${label}, ${unit}` : label }), h('div', { class: 'pair' }, range, exact, undo));
  let moved = -Infinity;
  let told = null;

  // The first move of a hand is a step of its own; what follows at once replaces it, so that back undoes the whole move.
  function move(value) {
    const now = performance.now();
    told = String(value);
    change(told, now - moved > ONE_MOVE);
    moved = now;
  }

  return {
    element,
    value: () => range.value,
    show(value, otherwise) {
      element.classList.toggle('is-set', value !== null);
      if (undo) undo.hidden = value === null;
      const shown = String(value ?? otherwise);
      told = shown;
      if (range.value !== shown) range.value = shown;
      if (document.activeElement !== exact) exact.value = value === null && reset ? '' : shown;
      exact.placeholder = none ?? shown;
    },
  };
}
