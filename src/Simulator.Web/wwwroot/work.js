// The workbench: levers beside an answer that follows them.

import { h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { query, yearOf } from './state.js';
import { chart } from './chart.js';
import { levers } from './levers.js';
import { basis, headline } from './head.js';
import { filters, sparkline, table } from './table.js';

export const EFFORTS = ['within half', 'within three quarters', 'within nine tenths', 'within the record', 'beyond any record'];
const DRAWS = '20000';

export async function create({ go, say, theme, link }) {
  const [{ groups }, { figures }] = await Promise.all([once('/api/members'), once('/api/figures')]);
  let now;
  const panel = await levers({ go });
  const head = headline();
  const foot = basis();
  const pick = select({ id: 'figure', 'data-test': 'figure', 'aria-label': 'Chart', onchange: () => go({ figure: pick.value, draws: needsDraws(pick.value) ? now.draws || DRAWS : now.draws }) },
    figures.filter((f) => f.about !== 'member').map((f) => ({ value: f.id, label: `${f.id.replaceAll('-', ' ')}: ${f.shows}`, group: f.needs_draws ? 'With uncertainty' : f.about === 'scenario' ? 'The scenario' : 'NATO’s record, and several scenarios' })), 'trajectories');
  const draws = h('input', {
    type: 'checkbox', id: 'draws', role: 'switch', 'data-test': 'draws-switch',
    onchange: () => go({ draws: draws.checked ? DRAWS : '', figure: draws.checked ? 'range' : needsDraws(now.figure) ? '' : now.figure }),
  });
  const picture = chart({ say, theme, choose: h('div', { class: 'choose' }, pick, h('label', { for: 'draws', class: 'switch' }, draws, ' Uncertainty')) });
  const range = h('ul', { class: 'ranges', hidden: true });
  const needsDraws = (id) => figures.find((f) => f.id === id)?.needs_draws ?? false;

  let year = 0;
  let known = false;
  let ranges = new Map();
  const rows = table([
    { key: 'name', label: 'Member', isText: true, node: (row, cell) => nameCell(row, cell) },
    { key: 'base_share_pct', label: '2026', title: 'Percent of GDP, NATO’s estimate', text: (r) => number(r.base_share_pct) },
    { key: 'shares', label: 'Path', title: 'Share of GDP by year', value: (r) => r.share_pct - r.base_share_pct, node: (row, cell) => sparkline(cell, row.shares, row.first, false) },
    { key: 'share_pct', label: 'Then', title: 'Percent of GDP in the headline year', text: (r) => number(r.share_pct) },
    { key: 'short_pp', label: 'Short', title: 'Points of GDP short of the line', text: (r) => (r.short_pp ? number(r.short_pp) : '–') },
    { key: 'extra_bn', label: 'Extra bn', title: 'Above today’s share, billion, in the currency of the row', text: (r) => (r.has_forces ? `${r.currency} ${number(r.extra_bn, 1)}` : '–') },
    { key: 'growth_pct', label: 'Growth', title: 'Real growth a year that it takes', text: (r) => (r.growth_pct === null ? '–' : `${number(r.growth_pct, 1)} %`) },
    { key: 'effort', label: 'Effort', title: 'The steepest five years among what allies have done', isText: true, value: (r) => (r.effort_class < 0 ? null : r.effort_class), node: (row, cell) => effortCell(row, cell) },
    { key: 'first_year_3_5', label: '3.5 % in', title: 'First year at 3.5 percent', text: (r) => String(r.first_year_3_5 ?? '–') },
    { key: 'extra_debt_pp', label: 'Debt', title: 'Extra debt if all of the extra is borrowed, points of GDP', text: (r) => number(r.extra_debt_pp, 1, true) },
    { key: 'range', label: '90 % of draws', title: 'Share of GDP between which nine of ten draws lie', value: (r) => ranges.get(r.iso3)?.p50, text: (r) => rangeText(r.iso3) },
    { key: 'chance', label: 'At the line', title: 'Part of draws at the end of the line or above; no probability', value: (r) => ranges.get(r.iso3)?.at_line_pct, text: (r) => (ranges.has(r.iso3) ? `${number(ranges.get(r.iso3).at_line_pct, 0)} %` : '–') },
  ], { test: 'members-table', label: 'Members', rowKey: (row) => row.iso3, sort: 'extra_bn', isDown: true });
  const totals = table([
    { key: 'name', label: 'Group', isText: true, text: (r) => r.name },
    { key: 'base_share_pct', label: '2026', text: (r) => number(r.base_share_pct) },
    { key: 'share_pct', label: 'Then', text: (r) => number(r.share_pct) },
    { key: 'short_pp', label: 'Short', text: (r) => (r.short_pp ? number(r.short_pp) : '–') },
    { key: 'spending_bn', label: 'Spending bn', text: (r) => `${r.currency} ${number(r.spending_bn, 1)}` },
    { key: 'extra_bn', label: 'Extra bn', text: (r) => `${r.currency} ${number(r.extra_bn, 1)}` },
    { key: 'growth_pct', label: 'Growth', text: (r) => `${number(r.growth_pct, 1)} %` },
  ], { test: 'groups-table', label: 'Groups', rowKey: (row) => row.id, sort: 'spending_bn', isDown: true });
  const heading = h('h2', { text: 'Members' });
  const note = h('p', { class: 'note' });

  const element = h('div', { class: 'work' },
    head.element,
    h('aside', { class: 'side', 'aria-label': 'Levers' }, h('details', { open: !matchMedia('(max-width: 900px)').matches, 'data-test': 'levers' }, h('summary', { text: 'Levers' }), panel.element)),
    h('div', { class: 'results' }, range, picture.element,
      h('section', {}, heading, filters(groups, rows.filter), rows.element, note),
      h('section', {}, h('h2', { text: 'Groups' }), totals.element),
      foot.element));

  function nameCell(row, cell) {
    if (!cell.firstElementChild) cell.append(h('a', { 'data-link': true, text: row.name }));
    const to = link({ view: 'member', member: row.iso3 }, now);
    if (cell.firstElementChild.getAttribute('href') !== to) cell.firstElementChild.setAttribute('href', to);
  }

  const rangeText = (iso3) => (ranges.has(iso3) ? `${number(ranges.get(iso3).p05)}–${number(ranges.get(iso3).p95)}` : '–');

  return {
    element,
    async update(state) {
      now = state;
      const figure = state.figure || (state.draws ? 'range' : 'trajectories');
      pick.value = figure;
      draws.checked = Boolean(state.draws);
      const { scenarios } = await (state.file ? scenariosOf(state.file) : once('/api/scenarios'));
      panel.update(state, scenarios);
      const isDrawn = needsDraws(figure);
      const [answer, drawn] = await Promise.all([
        ask('/api/project?' + query(state)),
        state.draws ? picture.page(isDrawn ? figure : 'range').then((page) => ask('/api/ensemble?' + query(state, { draws: state.draws, seed: state.seed, figure, ...page }))) : null,
        state.draws && isDrawn ? null : picture.update(state, figure, { with: state.with.join(','), draws: isDrawn ? DRAWS : '' }),
      ]);
      if (drawn && isDrawn) picture.draw(drawn.chart, state, { figure, draws: state.draws, seed: state.seed, ...await picture.page(figure) });
      head.update(answer);
      ranges = new Map((drawn?.units ?? []).map((u) => [u.id, u]));
      range.hidden = !drawn;
      range.replaceChildren(...[...(drawn?.sentences ?? []), ...(drawn?.remarks.slice(0, 1) ?? [])].map((text) => h('li', { text })));
      const first = answer.years.indexOf(answer.first_projected);
      rows.update(answer.members.map((m) => ({ ...m, first })));
      rows.hide(drawn ? [] : ['range', 'chance']);
      totals.update(answer.groups);
      put(heading, `Members in ${answer.year}`);
      put(note, `Percent of GDP; money in billions at ${answer.prices} prices; short of the line in ${answer.year}. Effort is the steepest five years of real growth among what allies have done.`);
      foot.update(answer, query(state, { with: state.with.join(','), draws: state.draws, seed: state.seed }), Boolean(state.file));
    },
  };
}

const ofFile = new Map();

/** Scenarios to choose from when the user has a file. */
export function scenariosOf(file) {
  if (!ofFile.has(file)) ofFile.set(file, ask('/api/scenarios?file=' + encodeURIComponent(file)));
  return ofFile.get(file);
}

/** The class of effort, in words and strength. */
export function effortCell(row, cell) {
  put(cell, row.effort || '–');
  cell.className = row.effort_class >= 0 ? `effort effort-${row.effort_class}` : '';
  cell.title = row.nearest_episode ? `Like ${row.nearest_episode}` : '';
}

export { yearOf };
