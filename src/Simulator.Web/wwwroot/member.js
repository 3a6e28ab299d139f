// One member: its bill, its debt, what it could do and what it says.

import { byName, h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { query } from './state.js';
import { chart } from './chart.js';
import { levers } from './levers.js';
import { rowList } from './rows.js';
import { basis, numbers } from './head.js';
import { leverColumn, scenariosOf } from './work.js';

const FIGURES = [['bill', 'The bill'], ['debt-member', 'Debt'], ['pathway-member', 'What it could do']];

export async function create({ go, say, theme, link }) {
  const members = byName((await once('/api/members')).members);
  let now;
  const panel = await levers({ go, fixed: () => now?.member || 'ALL' });
  const set = rowList({ go, mean: () => {}, words: panel.words });
  const who = select({ id: 'who', 'data-test': 'country', onchange: () => go({ member: who.value }) },
    [{ value: '', label: 'Choose a member' }, ...members.map((m) => ({ value: m.iso3, label: m.name }))], '');
  const title = h('h1', { 'data-test': 'member-title', 'aria-live': 'polite' });
  const three = numbers();
  const position = h('p', { class: 'sentence' });
  const facts = h('dl', { class: 'facts' });
  const earliest = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Earliest years' });
  const stops = h('ul', { class: 'note' });
  const reading = h('p', { class: 'note' });
  const charts = FIGURES.map(([figure, label]) => ({ figure, ...chart({ say, theme, label }) }));
  const foot = basis({ say });
  const everyone = h('ul', { class: 'choices' });
  const side = leverColumn(panel.element);
  const results = h('div', { class: 'results' },
    h('section', {}, h('h2', { text: 'In figures' }), facts), ...charts.map((c) => c.element),
    h('section', {}, h('h2', { text: 'Earliest years' }), reading, earliest, stops), foot.element);
  const element = h('div', { class: 'work' },
    h('header', { class: 'answer top-of-work' }, h('p', { class: 'who' }, h('label', { for: 'who', text: 'Member' }), who), title, three.element, position, set.element, everyone),
    side, results);

  return {
    element,
    refuse(refusal) {
      if (now) set.update(now, new Set(refusal.diagnostics.map((d) => d.row)));
    },
    async update(state) {
      now = state;
      who.value = state.member;
      const member = members.find((m) => m.iso3 === state.member);
      const isTold = Boolean(member?.has_forces);
      if (state.member && !member) await ask('/api/project?' + query(state));
      for (const part of [side, results, three.element, set.element]) part.hidden = !isTold;
      everyone.hidden = Boolean(member);
      if (!isTold) {
        put(title, member ? `${member.name} has no armed forces and no row in NATO’s tables` : 'Which member?');
        put(position, member ? `It says: ${member.stated_position}.` : 'Each member has a page: its bill, its debt, what it could do at the fastest, and what it says.');
        everyone.replaceChildren(...members.map((m) => h('li', {}, h('a', { class: 'button', 'data-link': true, href: link({ member: m.iso3 }, now), text: m.name }))));
        return;
      }
      const { scenarios } = await scenariosOf(state.file);
      panel.update(state, scenarios);
      set.update(state);
      const [answer, reach] = await Promise.all([
        ask('/api/project?' + query(state)), once('/api/pathway' + (state.edition ? `?edition=${encodeURIComponent(state.edition)}` : '')),
        ...charts.map((c) => c.update(state, c.figure)),
      ]);
      panel.tell(answer);
      tell(answer, answer.members.find((m) => m.iso3 === state.member));
      tellEarliest(reach, state.member);
      foot.update(answer, query(state), Boolean(state.file));
    },
  };

  function tell(answer, row) {
    put(title, `${row.name}: ${number(row.share_pct)} % of GDP in ${answer.year} under “${answer.scenario.title}”`);
    const prices = `${answer.prices} prices`;
    three.update([
      { value: `${row.currency} ${number(Math.abs(row.extra_bn), 1)} bn`, label: `${row.extra_bn < 0 ? 'less' : 'more'} in ${answer.year} than at today’s share`, note: `${prices}; today ${number(row.base_share_pct)} % of GDP` },
      { value: row.short_pp ? `${number(row.short_pp)} points of GDP` : 'At the line', label: row.short_pp ? `short of the line in ${answer.year}` : `in ${answer.year}`, note: row.line_pct === null ? '' : `the line stands at ${number(row.line_pct)} %` },
      { value: row.growth_pct === null ? '–' : `${number(row.growth_pct, 1)} %`, label: `real growth of spending a year, ${answer.base_year} to ${answer.year}`, note: row.effort ? `steepest five years ${row.effort}${row.nearest_episode ? `: like ${row.nearest_episode}` : ''}` : '' },
    ]);
    put(position, `It says: ${row.stated_position || 'no statement found'}.`);
    facts.replaceChildren(...[
      [`Spending in ${answer.year}`, `${row.currency} ${number(row.spending_bn, 1)} bn at ${prices}`],
      ['A head', `${row.currency} ${number(row.per_head, 0)}`],
      ['First year at 3.5 %', String(row.first_year_3_5 ?? `not by ${answer.to}`)],
      ['Extra debt', row.extra_debt_pp === null ? 'not known' : `${number(row.extra_debt_pp, 1, true)} points of GDP in ${answer.year} if all of the extra is borrowed`],
      ['Effort', row.effort ? `${row.effort} of what allies have done since 2014${row.nearest_episode ? `; the nearest is ${row.nearest_episode}` : ''}` : 'none asked for'],
    ].flatMap(([name, text]) => [h('dt', { text: name }), h('dd', { text })]));
  }

  function tellEarliest(reach, member) {
    const row = reach.members.find((m) => m.iso3 === member);
    const cell = (target, limits) => row.answers.find((a) => a.target_pct === target && a.limits === limits);
    put(reading, reach.reading);
    earliest.replaceChildren(h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col', text: 'Target' }), ...reach.limits.map((l) => h('th', { scope: 'col', text: limitName(l) })), h('th', { scope: 'col', text: 'What holds it back, precedented limits' }))),
      h('tbody', {}, ...reach.targets.map((t) => h('tr', {}, h('th', { scope: 'row', text: `${t} %` }),
        ...reach.limits.map((l) => h('td', { text: yearText(cell(t, l.id)) })), h('td', { text: cell(t, 'precedented').stops || '–' }))))));
    stops.replaceChildren(...reach.limits.map((l) => h('li', { text: l.numbers })));
  }
}

/** A set of limits as a heading. */
export const limitName = (limits) => limits.name[0].toUpperCase() + limits.name.slice(1);

/** When a target is reached, in a word. */
export const yearText = (answer) => (answer.is_there ? 'there' : answer.earliest ? String(answer.earliest) : '–');
