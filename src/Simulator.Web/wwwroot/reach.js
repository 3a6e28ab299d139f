// Could and says: earliest years, what holds each member, and what it has said.

import { h, number, put, select } from './dom.js';
import { ask, once } from './api.js';
import { chart } from './chart.js';
import { filters, table } from './table.js';
import { yearText } from './member.js';

const FIGURES = [['could-says', 'Could against says'], ['earliest', 'Earliest years'], ['pathway-5', 'Fastest paths to 5 %'], ['pathway-3-5', 'Fastest paths to 3.5 %']];

export async function create({ go, say, theme, link }) {
  const { groups } = await once('/api/members');
  let now;
  let answer;
  let target = 5;
  const title = h('h1', { 'data-test': 'headline' });
  const counts = h('div', { class: 'numbers' });
  const reading = h('p', { class: 'note' });
  const choice = select({ id: 'target-choice', onchange: () => { target = Number(choice.value); rows.update(answer.members); tell(); } },
    ['3', '3.5', '5'].map((t) => ({ value: t, label: `${t} %` })), '5');
  const pick = select({ id: 'figure', 'data-test': 'figure', 'aria-label': 'Chart', onchange: () => go({ figure: pick.value }) }, FIGURES.map(([value, label]) => ({ value, label })), 'could-says');
  const picture = chart({ say, theme, choose: h('div', { class: 'choose' }, pick) });
  const at = (row, limits) => row.answers.find((a) => a.target_pct === target && a.limits === limits);
  const year = (limits, label, title_) => ({ key: limits, label, title: title_, value: (r) => at(r, limits).earliest ?? 9999, text: (r) => yearText(at(r, limits)) });
  const rows = table([
    { key: 'name', label: 'Member', isText: true, node: (row, cell) => name(row, cell) },
    { key: 'base_share_pct', label: 'Today %', text: (r) => number(r.base_share_pct) },
    { key: 'says', label: 'Says', isText: true, text: (r) => r.says || '–' },
    year('precedented', 'Precedented', 'What a quarter of allies’ episodes have exceeded'), year('exceptional', 'Exceptional', 'What a tenth of them have exceeded'), year('none', 'No fiscal limit'),
    { key: 'stops', label: 'What holds it', isText: true, title: 'Under precedented limits', value: (r) => at(r, 'precedented').stops, text: (r) => at(r, 'precedented').stops || '–' },
    { key: 'need', label: 'Needs', title: 'Taxes and cuts, points of GDP, so that the deficit stays at its limit', value: (r) => at(r, 'precedented').need_pp, text: (r) => number(at(r, 'precedented').need_pp, 1) },
    { key: 'stated_position', label: 'Stated position', isText: true, text: (r) => r.stated_position || '–' },
  ], { test: 'reach-table', label: 'Earliest years', rowKey: (r) => r.iso3, sort: 'precedented' });
  const limits = h('ul', { class: 'note' });
  const element = h('div', { class: 'page' }, title, counts, reading, picture.element,
    h('section', {}, h('h2', { text: 'Who, by when' }), h('p', { class: 'who' }, h('label', { for: 'target-choice', text: 'Target' }), choice), filters(groups, rows.filter), rows.element, limits));

  function name(row, cell) {
    if (!cell.firstElementChild) cell.append(h('a', { 'data-link': true, text: row.name }));
    cell.firstElementChild.setAttribute('href', link({ view: 'member', member: row.iso3 }, now));
  }

  function tell() {
    const of = (l) => answer.counts.find((c) => c.target_pct === target && c.limits === l);
    put(title, `${of('precedented').count} of ${of('precedented').of} allies could be at ${target} % by ${answer.by} at a precedented pace`);
    counts.replaceChildren(...answer.limits.map((l, i) => h('p', {}, h('strong', { 'data-test': `number-${i}`, text: `${of(l.id).count} of ${of(l.id).of}` }), h('span', { text: `at ${target} % by ${answer.by}` }), h('small', { text: `${l.name} limits`.replace('limit limits', 'limit') }))));
  }

  return {
    element,
    async update(state) {
      now = state;
      pick.value = state.figure || 'could-says';
      [answer] = await Promise.all([ask('/api/pathway' + (state.by ? `?by=${encodeURIComponent(state.by)}` : '')), picture.update(state, pick.value)]);
      put(reading, answer.reading);
      rows.update(answer.members);
      limits.replaceChildren(...answer.limits.map((l) => h('li', { text: l.numbers })));
      tell();
    },
  };
}
