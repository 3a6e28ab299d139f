// Tables that sort, filter and keep their rows in place.

import { h, put, s } from './dom.js';

/**
 * @typedef {object} Column
 * @property {string} key field of a row, unless `value` says otherwise
 * @property {string} label
 * @property {string} [title] what the column means; listed below the table for those who cannot point
 * @property {string} [group] a heading over neighbouring columns
 * @property {boolean} [isText]
 * @property {(row) => string} [text] what a cell says
 * @property {(row) => unknown} [value] what it is sorted by
 * @property {(row, cell: HTMLElement) => void} [node] fills a cell that holds more than text
 */

/**
 * Makes a table of which every column sorts.
 * @param {Column[]} columns
 * @param {{test: string, label: string, rowKey: (row) => string, sort?: string, isDown?: boolean, isExplained?: boolean}} options
 */
export function table(columns, options) {
  let sort = options.sort ?? columns[0].key;
  let isDown = options.isDown ?? false;
  let rows = [];
  let shows = () => true;
  let hidden = [];
  let marked = '';
  const made = new Map();
  const body = h('tbody');
  const heads = new Map(columns.map((column) => {
    const button = h('button', { type: 'button', text: column.label, onclick: () => order(column.key) });
    return [column.key, h('th', { scope: 'col', class: column.isText ? null : 'n', title: column.title }, button)];
  }));
  const none = h('p', { class: 'note', hidden: true, text: 'No member is left by this filter.' });
  const terms = h('dl', { class: 'facts' });
  const meaning = options.isExplained ? h('details', { class: 'meaning' }, h('summary', { text: 'What the columns mean' }), terms) : null;
  const element = h('div', {},
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': options.label },
      h('table', { 'data-test': options.test }, h('thead', {}, ...headRows()), body)),
    none, meaning);
  explain();

  function headRows() {
    if (!columns.some((column) => column.group)) return [h('tr', {}, ...heads.values())];
    const upper = h('tr');
    const lower = h('tr');
    for (const column of columns) {
      const head = heads.get(column.key);
      if (!column.group) {
        head.setAttribute('rowspan', '2');
        upper.append(head);
        continue;
      }
      const last = upper.lastElementChild;
      if (last?.dataset.group === column.group) last.colSpan += 1;
      else upper.append(h('th', { scope: 'colgroup', class: 'group', 'data-group': column.group, text: column.group }));
      lower.append(head);
    }
    return [upper, lower];
  }

  function explain() {
    terms.replaceChildren(...columns.filter((column) => column.title && !hidden.includes(column.key))
      .flatMap((column) => [h('dt', { text: heads.get(column.key).textContent }), h('dd', { text: column.title })]));
  }

  function order(key) {
    isDown = sort === key ? !isDown : !columns.find((c) => c.key === key).isText;
    sort = key;
    arrange();
  }

  function arrange() {
    const column = columns.find((c) => c.key === sort) ?? columns[0];
    const value = column.value ?? ((row) => row[column.key]);
    const filled = rows.filter(shows);
    filled.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const [isX, isY] = [isNone(x), isNone(y)];
      if (isX || isY) return isX - isY;
      const way = typeof x === 'string' ? x.localeCompare(y, 'en') : x - y;
      return (isDown ? -way : way) || options.rowKey(a).localeCompare(options.rowKey(b), 'en');
    });
    for (const [key, head] of heads) {
      if (key === sort) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    const nodes = filled.map((row) => made.get(options.rowKey(row)));
    if (nodes.length !== body.children.length || nodes.some((node, i) => body.children[i] !== node)) body.replaceChildren(...nodes);
    none.hidden = rows.length === 0 || nodes.length > 0;
  }

  /** Shows rows; cells whose text stays are not touched. */
  function update(next) {
    rows = next;
    for (const row of rows) {
      const key = options.rowKey(row);
      if (!made.has(key)) {
        made.set(key, h('tr', {}, ...columns.map((column, i) =>
          h(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: column.isText ? null : 'n', hidden: hidden.includes(column.key) }))));
        made.get(key).classList.toggle('is-marked', key === marked);
      }
      const line = made.get(key);
      columns.forEach((column, i) => {
        if (column.node) column.node(row, line.children[i]);
        else put(line.children[i], column.text ? column.text(row) : String(row[column.key] ?? '–'));
      });
    }
    arrange();
  }

  /** Shows only some rows. */
  function filter(test) {
    shows = test;
    arrange();
  }

  /** Leaves columns out. */
  function hide(keys) {
    if (keys.join() === hidden.join()) return;
    hidden = keys;
    columns.forEach((column, i) => {
      heads.get(column.key).hidden = keys.includes(column.key);
      for (const line of made.values()) line.children[i].hidden = keys.includes(column.key);
    });
    explain();
  }

  /** Names columns anew, such as one that tells a year. */
  function rename(labels) {
    let isNew = false;
    for (const [key, label] of Object.entries(labels)) {
      const button = heads.get(key).firstElementChild;
      isNew ||= button.textContent !== label;
      put(button, label);
    }
    if (isNew) explain();
  }

  /** Makes one row stand out; an empty key none. */
  function mark(key) {
    made.get(marked)?.classList.remove('is-marked');
    marked = key;
    made.get(marked)?.classList.add('is-marked');
  }

  return { element, update, filter, hide, rename, mark };
}

const isNone = (value) => value === null || value === undefined || value === '';

/** A line of shares: the past in one tone, what is projected in another. */
export function sparkline(cell, shares, firstProjected) {
  if (!cell.firstElementChild) {
    cell.replaceChildren(s('svg', { viewBox: '0 0 84 22', width: 84, height: 22, class: 'spark', 'aria-hidden': 'true' }));
    cell.firstElementChild.append(s('path', { class: 'past' }), s('path', { class: 'next' }));
  }
  const high = Math.max(...shares.filter((v) => v !== null), 3.6);
  const at = shares.map((v, i) => (v === null ? null : `${((i / (shares.length - 1)) * 82 + 1).toFixed(1)} ${(21 - (v / high) * 20).toFixed(1)}`));
  const line = (points) => (points.length > 1 ? 'M' + points.join('L') : '');
  const [past, next] = cell.firstElementChild.children;
  const ways = [line(at.slice(0, firstProjected).filter(Boolean)), line(at.slice(firstProjected - 1).filter(Boolean))];
  [past, next].forEach((path, i) => { if (path.getAttribute('d') !== ways[i]) path.setAttribute('d', ways[i]); });
}

/** A member's name that leads to its page. */
export function nameCell(row, cell, to) {
  if (!cell.firstElementChild) cell.append(h('a', { 'data-link': true, text: row.name }));
  if (cell.firstElementChild.getAttribute('href') !== to) cell.firstElementChild.setAttribute('href', to);
}

/** Text and group filters of a table of members. */
export function filters(groups, apply) {
  const text = h('input', { type: 'search', placeholder: 'Find a member', 'data-test': 'table-filter', 'aria-label': 'Show members whose name holds', oninput: () => change() });
  const group = h('select', { 'data-test': 'table-group', 'aria-label': 'Show members of a group', onchange: () => change() },
    h('option', { value: '', text: 'All members' }), ...groups.filter((g) => g.id !== 'ALL').map((g) => h('option', { value: g.id, text: g.name })));
  const change = () => apply(test());
  const test = () => {
    const word = plain(text.value);
    const members = groups.find((g) => g.id === group.value)?.members;
    return (row) => (!word || plain(row.name).includes(word) || row.iso3.toLowerCase() === word) && (!members || members.includes(row.iso3));
  };
  const element = h('div', { class: 'filters', role: 'group', 'aria-label': 'Filter' }, text, group);
  return { element, test };
}

// Türkiye is found without its dots too.
const plain = (text) => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
