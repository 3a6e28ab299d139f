// Two to four scenarios side by side.

import { h, number, put, fill } from './dom.js';
import { ask, once } from './api.js';
import { query } from './state.js';
import { chart } from './chart.js';
import { filters, table } from './table.js';
import { scenariosOf } from './work.js';

const MOST = 4;

export async function create({ go, say, theme, link }) {
  const { groups } = await once('/api/members');
  let now;
  const title = h('h1', { 'data-test': 'headline' });
  const first = h('select', { id: 'base', 'data-test': 'lever-base', onchange: () => go({ base: first.value, rows: [] }) });
  const others = [1, 2, 3].map((i) => {
    const other = h('select', { id: `with-${i}`, 'data-test': `with-${i}`, onchange: () => go({ with: others.map((o) => o.value).filter(Boolean) }) });
    return other;
  });
  const cards = h('div', { class: 'side-by-side' });
  const picture = chart({ say, theme });
  const command = h('code');
  const results = h('a', { class: 'button', download: '', text: 'All tables and charts (zip)' });
  const edit = h('a', { class: 'button', 'data-link': true, text: 'Move levers on the first' });
  let count = 0;
  let names = [];
  const columns = (key, label) => Array.from({ length: MOST }, (_, i) => ({
    key: `${key}${i}`, label: label(i), value: (r) => r.cells[i]?.[key] ?? null,
    text: (r) => (r.cells[i] ? (key === 'share_pct' ? number(r.cells[i].share_pct) : `${r.cells[i].currency} ${number(r.cells[i].extra_bn, 1)}`) : '–'),
  }));
  const rows = table([{ key: 'name', label: 'Member', isText: true, text: (r) => r.name }, ...columns('share_pct', (i) => `${i + 1}: %`), ...columns('extra_bn', (i) => `${i + 1}: extra bn`)],
    { test: 'compare-table', label: 'Members under each scenario', rowKey: (r) => r.iso3, sort: 'name' });
  const note = h('p', { class: 'note' });
  const element = h('div', { class: 'page' }, title,
    h('div', { class: 'choices-row' }, h('div', {}, h('label', { for: 'base', text: '1' }), first), ...others.map((o, i) => h('div', {}, h('label', { for: `with-${i + 1}`, text: String(i + 2) }), o))),
    cards, picture.element, h('section', {}, h('h2', { text: 'Members' }), filters(groups, rows.filter), rows.element, note),
    h('section', { class: 'basis' }, h('h2', { text: 'Take it with you' }), h('div', { class: 'bar' }, results, edit), h('p', {}, 'The same in a terminal: ', command)));

  return {
    element,
    async update(state) {
      now = state;
      const { scenarios } = await (state.file ? scenariosOf(state.file) : once('/api/scenarios'));
      const options = scenarios.map((x) => ({ value: x.id, label: x.title, group: x.source === 'file' ? 'Your file' : 'Shipped' }));
      fill(first, options, state.base);
      others.forEach((o, i) => fill(o, [{ value: '', label: 'none' }, ...options], state.with[i] ?? ''));
      const beside = state.with.length > 0 ? state.with : ['announced'].filter((id) => id !== state.base);
      const more = { with: beside.join(',') };
      const [answer] = await Promise.all([ask('/api/compare?' + query(state, more)), picture.update({ ...state, with: beside }, state.figure || 'comparison', more)]);
      names = answer.scenarios.map((x) => x.title);
      count = names.length;
      put(title, `${count} scenarios in ${answer.year}`);
      cards.replaceChildren(...answer.scenarios.map((x, i) => h('article', {},
        h('h2', {}, `${i + 1}. ${x.title}`),
        h('p', { class: 'big', text: `${answer.currency} ${number(x.extra_bn, 1, true)} bn` }),
        h('p', { text: 'European allies, against today’s shares' }),
        h('p', { text: `${x.at_line} of ${x.counted} allies at the line; ${answer.currency} ${number(x.short_bn, 1)} bn short` }),
        h('p', { text: `${number(x.growth_pct, 1)} % real growth a year${x.extra_debt_pp === null ? '' : `; debt ${number(x.extra_debt_pp, 1, true)} points if borrowed`}` }))));
      rows.update(answer.members);
      rows.hide(Array.from({ length: MOST - count }, (_, i) => [`share_pct${count + i}`, `extra_bn${count + i}`]).flat());
      put(note, `Percent of GDP in ${answer.year}, and billions at ${answer.prices} prices above today’s share. ${names.map((n, i) => `${i + 1}: ${n}`).join('; ')}. Run ${answer.run_id}.`);
      put(command, answer.command);
      results.href = '/download/results.zip?' + query(state, more);
      edit.href = link({ view: 'work' }, now);
    },
  };
}
