// Two to four scenarios side by side.

import { h, number, put, fill } from './dom.js';
import { ask, once } from './api.js';
import { query } from './state.js';
import { chart } from './chart.js';
import { command } from './head.js';
import { filters, nameCell, table } from './table.js';
import { scenariosOf } from './work.js';

const OWN = 'own';
const WORDS = ['', '', 'Two', 'Three', 'Four'];

export async function create({ go, say, theme, link }) {
  const { groups } = await once('/api/members');
  let now;
  const title = h('h1', { 'data-test': 'headline' });
  const sentence = h('p', { class: 'sentence' });
  const first = h('select', { id: 'base', 'data-test': 'lever-base', onchange: () => { if (first.value !== OWN) go({ base: first.value, rows: [], title: '' }); } });
  const others = [1, 2, 3].map((i) => h('select', { id: `with-${i}`, 'data-test': `with-${i}`, onchange: () => go({ with: others.map((o) => o.value).filter(Boolean) }) }));
  const cards = h('div', { class: 'side-by-side' });
  const picture = chart({ say, theme });
  const terminal = command({ say });
  const results = h('a', { class: 'button', download: '', text: 'All tables and charts (zip)' });
  const workbook = h('a', { class: 'button', download: '', text: 'Workbook (xlsx)' });
  const edit = h('a', { class: 'button', 'data-link': true, text: 'Move levers on the first' });
  const filter = filters(groups, (test) => tables?.members.filter(test));
  const place = h('div');
  const groupPlace = h('div');
  const note = h('p', { class: 'note' });
  let tables = null;
  let made = '';

  const element = h('div', { class: 'page' },
    h('header', { class: 'answer' }, title, sentence),
    h('div', { class: 'choices-row' }, h('div', {}, h('label', { for: 'base', text: 'Scenario 1' }), first),
      ...others.map((o, i) => h('div', {}, h('label', { for: `with-${i + 1}`, text: `Scenario ${i + 2}` }), o))),
    cards, picture.element,
    h('section', {}, h('h2', { text: 'Members' }), filter.element, place, note),
    h('section', {}, h('h2', { text: 'Groups' }), groupPlace),
    h('section', { class: 'basis' }, h('h2', { text: 'Take it with you' }), h('div', { class: 'bar' }, workbook, results, edit), terminal.element));

  // Headings are the scenarios' titles, so that another choice of scenarios is another table.
  function arrange(scenarios) {
    const key = scenarios.map((x) => x.title).join('\n');
    if (key === made) return;
    made = key;
    const columns = scenarios.map((x, i) => ({ ...x, title: `${i + 1}. ${x.title}` })).flatMap((x, i) => [
      { key: `share${i}`, group: x.title, label: '% of GDP', value: (r) => shareOf(r, i), text: (r) => number(shareOf(r, i)) },
      { key: `extra${i}`, group: x.title, label: 'Extra, bn', value: (r) => r.cells[i].extra_bn, text: (r) => (isArmed(r) ? `${r.cells[i].currency} ${number(r.cells[i].extra_bn, 1)}` : '–') },
      { key: `year${i}`, group: x.title, label: '3.5\u00a0%', value: (r) => r.cells[i].first_year_3_5, text: (r) => String(r.cells[i].first_year_3_5 ?? '–') },
    ]);
    tables = {
      members: table([{ key: 'name', label: 'Member', isText: true, node: (row, cell) => nameCell(row, cell, link({ view: 'member', member: row.iso3 }, now)) }, ...columns],
        { test: 'compare-table', label: 'Members under each scenario', rowKey: (r) => r.iso3, sort: 'name' }),
      groups: table([{ key: 'name', label: 'Group', isText: true }, ...columns],
        { test: 'compare-groups', label: 'Groups under each scenario', rowKey: (r) => r.id, sort: 'name' }),
    };
    place.replaceChildren(tables.members.element);
    groupPlace.replaceChildren(tables.groups.element);
  }

  return {
    element,
    async update(state) {
      now = state;
      const { scenarios } = await scenariosOf(state.file);
      const options = scenarios.map((x) => ({ value: x.id, label: x.title, group: x.source === 'file' ? 'Your file' : 'Shipped' }));
      const beside = { with: state.with.join(',') };
      const [answer] = await Promise.all([ask('/api/compare?' + query(state, beside)), picture.update(state, state.figure || 'comparison', beside)]);
      const isOwn = state.rows.length > 0;
      fill(first, isOwn ? [{ value: OWN, label: `Yours: ${answer.scenarios[0].title}` }, ...options] : options, isOwn ? OWN : state.base);
      others.forEach((o, i) => fill(o, [{ value: '', label: 'none' }, ...options], state.with[i] ?? ''));
      const [own, ...rest] = answer.scenarios;
      put(title, rest.length === 0 ? `${own.title}: choose another to compare it with` : `${WORDS[answer.scenarios.length]} scenarios in ${answer.year}: ${list(answer.scenarios.map((x) => x.title))}`);
      const row = answer.members.find((m) => m.iso3 === state.member);
      put(sentence, [...rest.map((x) => difference(own, x, answer)), ...(row && isArmed(row) ? [shares(row, answer)] : [])].join(' '));
      cards.replaceChildren(...answer.scenarios.map((x, i) => h('article', {},
        h('h2', { text: `${i + 1}. ${x.title}` }),
        h('p', { class: 'big', text: `${answer.currency} ${number(x.extra_bn, 0)} bn` }),
        h('p', { text: 'more than at today’s shares, European allies' }),
        h('dl', { class: 'facts' }, ...[
          ['At the line', `${x.at_line} of ${x.counted} allies`], ['Short of it', x.short_bn > 0 ? `${answer.currency} ${number(x.short_bn, 1)} bn` : 'nobody'],
          ['Real growth a year', `${number(x.growth_pct, 1)} %`], ['Debt if borrowed', x.extra_debt_pp === null ? 'not known' : `${number(x.extra_debt_pp, 1, true)} points of GDP`],
        ].flatMap(([name, text]) => [h('dt', { text: name }), h('dd', { text })])))));
      arrange(answer.scenarios);
      tables.members.update(answer.members);
      tables.members.filter(filter.test());
      tables.members.mark(state.member);
      tables.groups.update(answer.groups);
      put(note, `Share of GDP in ${answer.year}; extra spending above today’s share in billions at ${answer.prices} prices; the first year at 3.5 %. Run ${answer.run_id ?? ''}`.trim() + '.');
      terminal.update(answer.command);
      results.href = '/download/results.zip?' + query(state, beside);
      workbook.href = '/download/natosim.xlsx?' + query(state, beside);
      edit.href = link({ view: 'work' }, now);
    },
  };
}

const isArmed = (row) => row.cells.some((c) => c.share_pct > 0);
const shareOf = (row, i) => (isArmed(row) ? row.cells[i].share_pct : null);
const list = (texts) => (texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('; ')}; and ${texts.at(-1)}`);

function shares(row, { scenarios, year }) {
  return `${row.name} in ${year}: ${list(row.cells.map((c, i) => `${number(c.share_pct)} % of GDP under “${scenarios[i].title}”`))}.`;
}

function difference(own, other, answer) {
  const by = other.extra_bn - own.extra_bn;
  const amount = Math.abs(by) < 0.5 ? 'as much' : `${answer.currency} ${number(Math.abs(by), 0)} bn ${by > 0 ? 'more' : 'less'}`;
  return `European allies spend ${amount} under “${other.title}” ${Math.abs(by) < 0.5 ? 'as' : 'than'} under “${own.title}”.`;
}
