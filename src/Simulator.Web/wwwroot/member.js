// One member: its bill, its debt, what it could do and what it says.

import { h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { query } from './state.js';
import { chart } from './chart.js';
import { levers } from './levers.js';
import { basis } from './head.js';
import { scenariosOf } from './work.js';

export async function create({ go, say, theme }) {
  const { members } = await once('/api/members');
  let now;
  const who = select({ id: 'who', 'data-test': 'country', 'aria-label': 'Member', onchange: () => go({ member: who.value }) },
    members.filter((m) => m.has_forces).map((m) => ({ value: m.iso3, label: m.name })), '');
  const panel = await levers({ go, fixed: () => now?.member || 'FRA' });
  const title = h('h1', { 'data-test': 'member-title' });
  const numbers = h('div', { class: 'numbers' });
  const facts = h('dl', { class: 'facts' });
  const earliest = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Earliest years' });
  const charts = [['bill', 'The bill'], ['debt-member', 'Debt'], ['pathway-member', 'Fastest paths']].map(([figure, label]) => ({ figure, ...chart({ say, theme, label }) }));
  const foot = basis();
  const element = h('div', { class: 'work' },
    h('header', { class: 'answer', 'aria-live': 'polite' }, h('p', { class: 'who' }, h('label', { for: 'who', text: 'Member' }), who), title, numbers),
    h('aside', { class: 'side', 'aria-label': 'Levers' }, h('details', { open: !matchMedia('(max-width: 900px)').matches, 'data-test': 'levers' }, h('summary', { text: 'Levers' }), panel.element)),
    h('div', { class: 'results' }, facts, ...charts.map((c) => c.element), h('section', {}, h('h2', { text: 'Earliest years' }), earliest), foot.element));

  return {
    element,
    async update(state) {
      const member = members.some((m) => m.iso3 === state.member && m.has_forces) ? state.member : 'FRA';
      now = { ...state, member };
      who.value = member;
      const { scenarios } = await (state.file ? scenariosOf(state.file) : once('/api/scenarios'));
      panel.update(now, scenarios);
      const [answer, reach] = await Promise.all([
        ask('/api/project?' + query(now)), once('/api/pathway'),
        ...charts.map((c) => c.update(now, c.figure)),
      ]);
      const row = answer.members.find((m) => m.iso3 === member);
      const change = row.extra_bn < 0 ? 'less' : 'more';
      put(title, `${row.name}: ${number(row.share_pct)} % of GDP in ${answer.year} under “${answer.scenario.title}”`);
      const told = [
        [`${row.currency} ${number(Math.abs(row.extra_bn), 1)} bn`, `${change} in ${answer.year} than at today’s share`, `${answer.prices} prices; today ${number(row.base_share_pct)} % of GDP`],
        [row.short_pp ? `${number(row.short_pp)} points` : 'At the line', row.short_pp ? `short of the line in ${answer.year}` : `in ${answer.year}`, `line ${number(row.line_pct)} %`],
        [`${number(row.growth_pct, 1)} %`, 'real growth of spending a year', row.effort ? `${row.effort}: like ${row.nearest_episode}` : ''],
      ];
      numbers.replaceChildren(...told.map(([value, label, note], i) => h('p', {}, h('strong', { text: value, 'data-test': `number-${i}` }), h('span', { text: label }), h('small', { text: note }))));
      facts.replaceChildren(...[
        ['Spending', `${row.currency} ${number(row.spending_bn, 1)} bn, ${row.currency} ${number(row.per_head, 0)} a head`],
        ['First year at 3.5 %', String(row.first_year_3_5 ?? `not by ${answer.to}`)],
        ['Extra debt if all of it is borrowed', row.extra_debt_pp === null ? 'not known' : `${number(row.extra_debt_pp, 1, true)} points of GDP`],
        ['Says', row.stated_position || 'no statement found'],
      ].flatMap(([name, text]) => [h('dt', { text: name }), h('dd', { text })]));
      earliest.replaceChildren(earliestTable(reach, member));
      foot.update(answer, query(now), Boolean(state.file));
    },
  };
}

function earliestTable(reach, member) {
  const row = reach.members.find((m) => m.iso3 === member);
  const cell = (target, limits) => row.answers.find((a) => a.target_pct === target && a.limits === limits);
  return h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col', text: 'Target' }), ...reach.limits.map((l) => h('th', { scope: 'col', title: l.numbers, text: l.name })), h('th', { scope: 'col', text: 'What holds it (precedented)' }))),
    h('tbody', {}, ...reach.targets.map((t) => h('tr', {}, h('th', { scope: 'row', text: `${t} %` }),
      ...reach.limits.map((l) => h('td', { text: yearText(cell(t, l.id)) })), h('td', { text: cell(t, 'precedented').stops || '–' })))));
}

/** When a target is reached, in a word. */
export const yearText = (answer) => (answer.is_there ? 'there now' : answer.earliest ? String(answer.earliest) : 'not by 2060');
