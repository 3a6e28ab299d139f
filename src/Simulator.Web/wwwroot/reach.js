// Could and says: earliest years, what holds each member, and what it has said.

import { h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { chart } from './chart.js';
import { filters, nameCell, table } from './table.js';
import { limitName, yearText } from './member.js';

const FIGURES = [['could-says', 'Could against says'], ['earliest', 'Earliest years'], ['pathway-5', 'Fastest paths to 5 %'], ['pathway-3-5', 'Fastest paths to 3.5 %']];
const TARGETS = [3, 3.5, 5];
const LIMITS = [
  ['precedented', 'Prec.', 'Earliest year under precedented limits: what a quarter of the allies’ episodes have exceeded'],
  ['exceptional', 'Exc.', 'Earliest year under exceptional limits: what a tenth of them have exceeded'],
  ['none', 'Free', 'Earliest year at a precedented pace without a fiscal limit'],
];

export async function create({ go, say, theme, link }) {
  const { groups } = await once('/api/members');
  let now;
  let answer;
  let reasons = 5;
  const title = h('h1', { 'data-test': 'headline' });
  const about = h('p', { class: 'sentence' });
  const counts = h('table', { class: 'counts' });
  const reading = h('p', { class: 'note' });
  const pick = select({ id: 'figure', 'data-test': 'figure', onchange: () => go({ figure: pick.value }) }, FIGURES.map(([value, label]) => ({ value, label })), 'could-says');
  const picture = chart({ say, theme, choose: h('div', { class: 'choose' }, h('label', { for: 'figure', text: 'Chart' }), pick) });
  const at = (row, target, limits) => row.answers.find((a) => a.target_pct === target && a.limits === limits);
  const held = (row) => at(row, reasons, 'precedented');
  const choice = select({ id: 'reasons', onchange: () => { reasons = Number(choice.value); nameReasons(); rows.update(answer.members); } }, TARGETS.map((t) => ({ value: String(t), label: `${t} %` })), '5');
  const rows = table([
    { key: 'name', label: 'Member', isText: true, node: (row, cell) => nameCell(row, cell, link({ view: 'member', member: row.iso3 }, now)) },
    { key: 'base_share_pct', label: 'Today', title: 'Percent of GDP in the base year', text: (r) => number(r.base_share_pct) },
    { key: 'says', label: 'Says', title: 'The last point of its plan', isText: true, value: (r) => r.says || null, text: (r) => r.says || '–' },
    ...TARGETS.flatMap((target) => LIMITS.map(([limits, label, meaning]) => ({
      key: `${target}-${limits}`, label, group: `${target} % in`, title: target === 3 ? meaning : undefined,
      value: (r) => (at(r, target, limits).is_there ? 0 : at(r, target, limits).earliest), text: (r) => yearText(at(r, target, limits)),
    }))),
    { key: 'stops', label: 'Held by', isText: true, title: 'What holds it back, and when, under precedented limits: step and growth are the most in one year, sustained the most over five, fiscal its budget, absorption what a small force can take in', value: (r) => held(r).stops || null, text: (r) => held(r).stops || '–' },
    { key: 'need', label: 'Needs', title: 'Taxes and cuts in points of GDP that this target takes, so that the deficit stays at its limit', value: (r) => held(r).need_pp, text: (r) => number(held(r).need_pp, 1) },
    { key: 'stated_position', label: 'Stated position', isText: true, text: (r) => r.stated_position || '–' },
  ], { test: 'reach-table', label: 'Earliest years of every member', rowKey: (r) => r.iso3, sort: '5-precedented', isExplained: true });
  const filter = filters(groups, rows.filter);
  filter.element.append(h('span', { class: 'inline' }, h('label', { for: 'reasons', text: 'Reasons for' }), choice));
  const limits = h('ul', { class: 'note' });
  const element = h('div', { class: 'page reach' }, h('header', { class: 'answer' }, title, about, h('div', { class: 'scroll fit', tabindex: '0', role: 'region', 'aria-label': 'How many' }, counts), reading), picture.element,
    h('section', {}, h('h2', { text: 'Who, by when' }), filter.element, rows.element, limits));

  function nameReasons() {
    rows.rename({ stops: `Held at ${reasons} % by`, need: 'Needs' });
  }

  function tell() {
    const of = (target, id) => answer.counts.find((c) => c.target_pct === target && c.limits === id);
    const five = of(5, 'precedented');
    put(title, `${five.count} of ${five.of} allies could be at 5 % by ${answer.by} at a pace that has precedents`);
    counts.replaceChildren(h('caption', { text: `Allies that could be at the target by ${answer.by}` }),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col', text: 'Target' }), ...answer.limits.map((l) => h('th', { scope: 'col', class: 'n', text: limitName(l) })))),
      h('tbody', {}, ...answer.targets.map((t) => h('tr', {}, h('th', { scope: 'row', text: `${t} %` }), ...answer.limits.map((l) => h('td', { class: 'n', text: `${of(t, l.id).count} of ${of(t, l.id).of}` }))))));
    const row = answer.members.find((m) => m.iso3 === now.member);
    const year = (id) => (at(row, 5, id).is_there ? 'now' : at(row, 5, id).earliest ?? 'not by 2060');
    put(about, row ? `${row.name}: 5 % ${year('precedented')} under precedented limits, ${year('exceptional')} under exceptional ones, ${year('none')} without a fiscal limit. It says: ${row.stated_position}.` : '');
    about.hidden = !row;
  }

  return {
    element,
    async update(state) {
      now = state;
      pick.value = state.figure || 'could-says';
      const words = new URLSearchParams(Object.entries({ by: state.by, edition: state.edition }).filter(([, value]) => value)).toString();
      [answer] = await Promise.all([ask('/api/pathway' + (words ? `?${words}` : '')), picture.update(state, pick.value, { by: state.by })]);
      put(reading, answer.reading);
      nameReasons();
      rows.update(answer.members);
      rows.filter(filter.test());
      rows.mark(state.member);
      limits.replaceChildren(...answer.limits.map((l) => h('li', { text: l.numbers })));
      tell();
    },
  };
}
