// Tables that sort, filter and keep their rows in place.

import { h, put, s } from './dom.js';

/**
 * @param {{key: string, label: string, title?: string, text?: (row) => string, value?: (row) => unknown, node?: (row, cell) => void, isText?: boolean}[]} columns
 * @param {{test: string, label: string, rowKey: (row) => string, head?: (row) => Node, sort?: string, isDown?: boolean}} options
 */
export function table(columns, options) {
  let sort = options.sort ?? columns[0].key;
  let isDown = options.isDown ?? false;
  let rows = [];
  let shows = () => true;
  const made = new Map();
  const body = h('tbody');
  const heads = new Map(columns.map((column) => [column.key, h('th', { scope: 'col', class: column.isText ? null : 'n', title: column.title },
    h('button', { type: 'button', text: column.label, onclick: () => order(column.key) }))]));
  const element = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': options.label },
    h('table', { 'data-test': options.test }, h('thead', {}, h('tr', {}, ...heads.values())), body));

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
      const [isX, isY] = [x === null || x === undefined || x === '', y === null || y === undefined || y === ''];
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
  }

  /** Shows rows; cells whose text stays are not touched. */
  function update(next) {
    rows = next;
    for (const row of rows) {
      const key = options.rowKey(row);
      if (!made.has(key)) {
        made.set(key, h('tr', {}, ...columns.map((column, i) => h(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: column.isText ? null : 'n' }))));
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
    columns.forEach((column, i) => {
      const isHidden = keys.includes(column.key);
      heads.get(column.key).hidden = isHidden;
      for (const line of made.values()) line.children[i].hidden = isHidden;
    });
  }

  return { element, update, filter, hide };
}

/** A line of shares: the past solid, what is projected dotted in another tone. */
export function sparkline(cell, shares, firstProjected, isFirst) {
  if (isFirst || !cell.firstElementChild) {
    cell.replaceChildren(s('svg', { viewBox: '0 0 84 22', width: 84, height: 22, class: 'spark', 'aria-hidden': 'true' }));
    cell.firstElementChild.append(s('path', { class: 'past' }), s('path', { class: 'next' }));
  }
  const known = shares.filter((v) => v !== null);
  const high = Math.max(...known, 3.6);
  const at = shares.map((v, i) => (v === null ? null : `${((i / (shares.length - 1)) * 82 + 1).toFixed(1)} ${(21 - (v / high) * 20).toFixed(1)}`));
  const line = (points) => (points.length > 1 ? 'M' + points.join('L') : '');
  const [past, next] = cell.firstElementChild.children;
  past.setAttribute('d', line(at.slice(0, firstProjected).filter(Boolean)));
  next.setAttribute('d', line(at.slice(firstProjected - 1).filter(Boolean)));
}

/** Text and group filters of a table of members. */
export function filters(groups, apply) {
  const text = h('input', { type: 'search', placeholder: 'Name', 'data-test': 'table-filter', 'aria-label': 'Show members whose name holds', oninput: () => change() });
  const group = h('select', { 'data-test': 'table-group', 'aria-label': 'Show members of a group', onchange: () => change() },
    h('option', { value: '', text: 'All members' }), ...groups.map((g) => h('option', { value: g.id, text: g.name })));
  const change = () => {
    const word = text.value.trim().toLowerCase();
    const members = groups.find((g) => g.id === group.value)?.members;
    apply((row) => (!word || row.name.toLowerCase().includes(word) || row.iso3.toLowerCase() === word) && (!members || members.includes(row.iso3)));
  };
  return h('div', { class: 'filters' }, text, group);
}
