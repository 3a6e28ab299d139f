// The rows that are set, in words, where everyone sees them and can take each away.

import { h } from './dom.js';

/** A row in words. */
export function wordsOf(row, names, { settings, whats }) {
  const who = row.members.split(' ').map((id) => names.get(id || 'ALL') ?? id).join(' ');
  const unit = (settings.find((x) => x.name === row.what) ?? whats.find((x) => x.name === row.what))?.unit ?? '';
  const value = /^percent/.test(unit) ? `${row.value} %` : row.value;
  const what = { at_least_pct: `at least ${value} of GDP`, share_pct: `${value} of GDP`, hold: 'today’s share held', plan: `national plan ${value}` }[row.what]
    ?? `${row.what.replace(/_(pct|pp|years|bn)$/, '').replaceAll('_', ' ')} ${value}${/^points/.test(unit) ? ' points' : unit === 'years' ? ' years' : ''}`;
  const years = row.from && row.to ? `, ${row.from} to ${row.to}` : row.to ? ` by ${row.to}` : row.from ? ` from ${row.from}` : '';
  return `${who}: ${what.trim()}${years}${row.shape ? `, ${row.shape}` : ''}`;
}

/**
 * The list of what is set.
 * @param {{go: Function, mean: (id: string) => void, words: (row) => string}} options
 */
export function rowList({ go, mean, words }) {
  const list = h('ul', { class: 'chips', 'aria-label': 'What is set', tabindex: '-1' });
  let key = '';
  return {
    element: list,

    /** Shows the rows of a state; `wrong` are the indexes of rows with errors. */
    update(state, wrong = new Set()) {
      const texts = state.rows.map(words);
      const next = JSON.stringify([texts, [...wrong], state.file !== '']);
      if (next === key) return;
      key = next;
      const without = (i) => {
        go({ rows: state.rows.toSpliced(i, 1) });
        list.focus();
      };
      list.replaceChildren(
        ...(state.file ? [chip('Your file', null, () => go({ file: '', base: 'hold-share', with: [] }))] : []),
        ...texts.map((text, i) => chip(text, () => mean(state.rows[i].members || 'ALL'), () => without(i), wrong.has(i))),
        ...(texts.length > 1 ? [h('li', {}, h('button', { type: 'button', class: 'small', text: 'Clear all', onclick: () => go({ rows: [], title: '' }) }))] : []));
      list.hidden = list.children.length === 0;
    },
  };
}

function chip(text, open, remove, isWrong = false) {
  return h('li', { class: isWrong ? 'chip is-wrong' : 'chip' },
    open ? h('button', { type: 'button', class: 'plain', title: 'Turn the levers to it', text: isWrong ? `${text} (cannot be used)` : text, onclick: open }) : h('span', { text }),
    h('button', { type: 'button', class: 'close', 'aria-label': `Remove: ${text}`, text: '×', onclick: remove }));
}
