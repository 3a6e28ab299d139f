// All that is seen stands in the address; the same words are the API's.

const LISTS = ['highlight', 'with'];
const WORDS = ['view', 'base', 'title', 'file', 'edition', 'year', 'to', 'currency', 'prices', 'member', 'figure', 'draws', 'seed', 'theme', 'by'];

/**
 * @typedef {{members: string, what: string, value: string, from: string, to: string, shape: string}} Row
 * @typedef {{view: string, base: string, rows: Row[], highlight: string[], with: string[], [word: string]: unknown}} State
 */

/** Reads an address. @returns {State} */
export function read(search) {
  const query = new URLSearchParams(search);
  const state = { rows: query.getAll('row').map(toRow) };
  for (const word of WORDS) state[word] = query.get(word) ?? '';
  for (const list of LISTS) state[list] = (query.get(list) ?? '').split(',').filter(Boolean);
  state.view ||= 'start';
  state.base ||= 'hold-share';
  state.member = state.member.toUpperCase();
  return state;
}

/** Writes a state as an address, words in a fixed order, defaults left out. */
export function write(state) {
  const query = new URLSearchParams();
  if (state.view !== 'start') query.set('view', state.view);
  if (state.base !== 'hold-share' || state.rows.length === 0) query.set('base', state.base);
  for (const row of state.rows) query.append('row', fromRow(row));
  for (const word of WORDS) {
    if (word !== 'view' && word !== 'base' && state[word]) query.set(word, String(state[word]));
  }
  for (const list of LISTS) if (state[list].length > 0) query.set(list, state[list].join(','));
  if (state.view === 'start' && state.base === 'hold-share') query.delete('base');

  // Commas and bars stay readable: an address is read by people too.
  return query.toString().replaceAll('%2C', ',').replaceAll('%7C', '|');
}

/** The query for the API: what decides numbers, and what else the caller asks for. */
export function query(state, extra = {}) {
  const numbers = new URLSearchParams(write({ ...state, view: 'work', theme: '', figure: '', with: [], highlight: [], draws: '', seed: '', by: '' }));
  numbers.delete('view');
  for (const [word, value] of Object.entries(extra)) if (value !== '' && value !== undefined) numbers.set(word, String(value));
  return numbers.toString();
}

function toRow(text) {
  const [members = '', what = '', value = '', from = '', to = '', shape = ''] = text.split('|');
  return { members, what, value, from, to, shape };
}

export function fromRow(row) {
  return [row.members, row.what, row.value, row.from, row.to, row.shape].join('|').replace(/\|+$/, '');
}
