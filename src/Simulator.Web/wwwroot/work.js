// The workbench: levers beside an answer that follows them.

import { h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { query } from './state.js';
import { chart, filesOf } from './chart.js';
import { levers } from './levers.js';
import { rowList } from './rows.js';
import { basis, headline } from './head.js';
import { filters, nameCell, sparkline, table } from './table.js';

const DRAWS = '20000';

export async function create({ go, say, theme, link }) {
  const [{ groups }, { figures }, panel] = await Promise.all([once('/api/members'), once('/api/figures'), levers({ go })]);
  const needsDraws = (id) => figures.find((f) => f.id === id)?.needs_draws ?? false;
  let now;
  const head = headline();
  const set = rowList({ go, mean: panel.mean, words: panel.words });
  const foot = basis({ say });
  const pick = select({ id: 'figure', 'data-test': 'figure', onchange: () => go({ figure: pick.value, draws: needsDraws(pick.value) ? now.draws || DRAWS : now.draws }) },
    figures.filter((f) => f.about !== 'member').map((f) => ({ value: f.id, label: capital(`${f.id.replaceAll('-', ' ')}: ${f.shows}`), group: groupOf(f) })), 'trajectories');
  const draws = h('input', {
    type: 'checkbox', id: 'draws', role: 'switch', 'data-test': 'draws-switch',
    onchange: () => go({ draws: draws.checked ? DRAWS : '', figure: draws.checked ? 'range' : needsDraws(now.figure) ? '' : now.figure }),
  });
  const picture = chart({
    say, theme, choose: h('div', { class: 'choose' }, h('label', { for: 'figure', text: 'Chart' }), pick, h('label', { for: 'draws', class: 'switch' }, draws, ' Uncertainty')),
  });
  const range = h('section', { class: 'ranges', 'aria-label': 'Uncertainty', hidden: true });

  let ranges = new Map();
  let isOneCurrency = true;
  const money = (row, value) => (isOneCurrency || value === null ? number(value, 1) : `${row.currency} ${number(value, 1)}`);
  const percent = (value, decimals = 1) => (value === null || value === undefined ? '–' : `${number(value, decimals)} %`);
  const armed = (text) => (row) => (row.has_forces === false ? '–' : text(row));
  const members = table([
    { key: 'name', label: 'Member', isText: true, node: (row, cell) => nameCell(row, cell, link({ view: 'member', member: row.iso3 }, now)) },
    { key: 'base_share_pct', label: '2026', title: 'Percent of GDP in the base year, as NATO has it', value: shareOf('base_share_pct'), text: armed((r) => number(r.base_share_pct)) },
    { key: 'path', label: 'Path', title: 'Share of GDP by year: what was, and in colour what is projected; sorted by the rise', value: (r) => (r.has_forces ? r.share_pct - r.base_share_pct : null), node: (row, cell) => (row.has_forces ? sparkline(cell, row.shares, row.first) : put(cell, '–')) },
    { key: 'share_pct', label: 'Then', title: 'Percent of GDP in the year of the headline', value: shareOf('share_pct'), text: armed((r) => number(r.share_pct)) },
    { key: 'short_pp', label: 'Short', title: 'Points of GDP short of the line in that year', text: (r) => (r.short_pp ? number(r.short_pp) : '–') },
    { key: 'extra_bn', label: 'Extra bn', title: 'Spending above that at today’s share, in billions', value: shareOf('extra_bn'), text: armed((r) => money(r, r.extra_bn)) },
    { key: 'growth_pct', label: 'Growth', title: 'Real growth of spending a year that it takes', text: (r) => percent(r.growth_pct) },
    { key: 'effort', label: 'Effort', title: 'The steepest five years of real growth to come, among the five-year episodes of all allies since 2014', isText: true, value: (r) => (r.effort_class < 0 ? null : r.effort_class), node: effortCell },
    { key: 'first_year_3_5', label: '3.5\u00a0%', title: 'First year at 3.5 percent or more; none in the years projected: a dash', text: (r) => String(r.first_year_3_5 ?? '–') },
    { key: 'extra_debt_pp', label: 'Debt', title: 'Extra debt in points of GDP if all of the extra spending is borrowed', text: armed((r) => number(r.extra_debt_pp, 1, true)) },
    { key: 'range', label: '5–95\u00a0%', title: 'Share of GDP between which 9 of 10 draws lie', value: (r) => ranges.get(r.iso3)?.p50, text: (r) => rangeText(ranges.get(r.iso3)) },
    { key: 'chance', label: 'At the line', title: 'Part of the draws in which the line is reached; it is no probability of the world', value: (r) => ranges.get(r.iso3)?.at_line_pct, text: (r) => percent(ranges.get(r.iso3)?.at_line_pct, 0) },
  ], { test: 'members-table', label: 'Members', rowKey: (row) => row.iso3, sort: 'extra_bn', isDown: true, isExplained: true });
  const totals = table([
    { key: 'name', label: 'Group', isText: true },
    { key: 'base_share_pct', label: '2026', text: (r) => number(r.base_share_pct) },
    { key: 'share_pct', label: 'Then', text: (r) => number(r.share_pct) },
    { key: 'short_pp', label: 'Short', text: (r) => (r.short_pp ? number(r.short_pp) : '–') },
    { key: 'spending_bn', label: 'Spending, bn', text: (r) => `${r.currency} ${number(r.spending_bn, 1)}` },
    { key: 'extra_bn', label: 'Extra, bn', text: (r) => `${r.currency} ${number(r.extra_bn, 1)}` },
    { key: 'growth_pct', label: 'Growth', text: (r) => percent(r.growth_pct) },
    { key: 'extra_debt_pp', label: 'Debt', text: (r) => number(r.extra_debt_pp, 1, true) },
    { key: 'range', label: '5–95\u00a0%', value: (r) => ranges.get(r.id)?.p50, text: (r) => rangeText(ranges.get(r.id)) },
    { key: 'chance', label: 'At the line', value: (r) => ranges.get(r.id)?.at_line_pct, text: (r) => percent(ranges.get(r.id)?.at_line_pct, 0) },
  ], { test: 'groups-table', label: 'Groups', rowKey: (row) => row.id, sort: 'spending_bn', isDown: true });
  const filter = filters(groups, members.filter);
  const heading = h('h2');
  const note = h('p', { class: 'note' });

  const element = h('div', { class: 'work' },
    h('div', { class: 'top-of-work' }, head.element, set.element),
    leverColumn(panel.element),
    h('div', { class: 'results' }, range, picture.element,
      h('section', {}, heading, filter.element, members.element, note),
      h('section', {}, h('h2', { text: 'Groups' }), totals.element),
      foot.element));

  return {
    element,

    /** Shows which rows the server refuses. */
    refuse(refusal) {
      if (now) set.update(now, new Set(refusal.diagnostics.map((d) => d.row)));
    },

    async update(state) {
      now = state;
      const figure = state.figure || (state.draws ? 'range' : 'trajectories');
      const isDrawn = needsDraws(figure);
      pick.value = figure;
      draws.checked = Boolean(state.draws);
      const { scenarios } = await scenariosOf(state.file);
      panel.update(state, scenarios);
      set.update(state);
      const beside = { with: state.with.join(',') };
      const luck = { draws: state.draws || (isDrawn ? DRAWS : ''), seed: state.seed };

      // Draws are told with their own figure: one question then gives both.
      const page = state.draws ? await picture.page(isDrawn ? figure : 'range') : {};
      const about = { member: state.member, highlight: state.highlight.join(','), ...beside, ...luck };
      const [answer, drawn] = await Promise.all([
        ask('/api/project?' + query(state)),
        state.draws ? ask('/api/ensemble?' + query(state, { ...about, figure, ...page })) : null,
        state.draws && isDrawn ? null : picture.update(state, figure, isDrawn ? about : beside),
      ]);
      if (drawn && isDrawn) picture.draw(drawn.chart, filesOf(state, { ...about, figure }));
      head.update(answer);
      panel.tell(answer);
      ranges = new Map((drawn?.units ?? []).map((u) => [u.id, u]));
      tellRange(drawn);
      const first = answer.years.indexOf(answer.first_projected);
      isOneCurrency = new Set(answer.members.map((m) => m.currency)).size === 1;
      const labels = { base_share_pct: String(answer.base_year), share_pct: `Then, ${answer.year}` };
      members.rename({ ...labels, extra_bn: isOneCurrency ? `Extra, ${answer.members[0].currency} bn` : 'Extra, bn' });
      totals.rename(labels);
      members.hide(drawn ? [] : ['range', 'chance']);
      totals.hide(drawn ? [] : ['range', 'chance']);
      members.update(answer.members.map((m) => ({ ...m, first })));
      totals.update(answer.groups);
      members.mark(state.member);
      members.filter(filter.test());
      put(heading, `Members in ${answer.year}`);
      put(note, `Shares in percent of GDP, money in billions at ${answer.prices} prices.`);
      foot.update(answer, query(state, { ...beside, draws: state.draws, seed: state.seed }), Boolean(state.file));
    },
  };

  function tellRange(drawn) {
    range.hidden = !drawn;
    if (!drawn) return;
    range.replaceChildren(...drawn.sentences.map((text) => h('p', { class: 'said', text })),
      h('details', {}, h('summary', { text: 'How to read it' }), h('ul', {}, ...drawn.remarks.map((text) => h('li', { text })))));
  }
}

const shareOf = (key) => (row) => (row.has_forces === false ? null : row[key]);
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const groupOf = (figure) => (figure.needs_draws ? 'With uncertainty' : figure.about === 'scenario' ? 'The scenario' : figure.id.startsWith('nato') ? 'NATO’s tables' : 'Several scenarios, paths and history');
const rangeText = (unit) => (unit ? `${number(unit.p05)}–${number(unit.p95)}` : '–');

/** The column of levers, which a phone folds away. */
export function leverColumn(panel) {
  const wide = matchMedia('(min-width: 901px)');
  const box = h('details', { open: wide.matches, 'data-test': 'levers' }, h('summary', { text: 'Levers' }), panel);
  wide.addEventListener('change', () => { box.open = wide.matches; });
  return h('aside', { class: 'side', 'aria-label': 'Levers' }, box);
}

/** Scenarios to start from: the shipped ones, and those of the user's file. */
export function scenariosOf(file) {
  return once('/api/scenarios' + (file ? '?file=' + encodeURIComponent(file) : ''));
}

/** The class of effort, in words and strength. */
function effortCell(row, cell) {
  put(cell, row.effort || '–');
  cell.className = row.effort_class >= 0 ? `effort effort-${row.effort_class}` : '';
  if (row.nearest_episode) cell.title = `Like ${row.nearest_episode}`;
}
