// Every path and setting that a scenario file knows, from the program's own table: a row is written and added.

import { h, put, fill, select } from './dom.js';

// Rows about the file as a whole, and amounts by year, which need the columns of a file.
const LEFT_OUT = ['title', 'based_on', 'edition', 'budget_bn'];
const PLAN_ENDS = ['then-hold', 'then-hague'];

/**
 * @param {{settings: object[], whats: object[], shapes: string[]}} known what /api/settings says
 * @param {(row: object) => void} add takes the row; `isForAll` where it is about no member
 */
export function rowForm({ settings, whats, shapes }, add) {
  const all = [
    ...whats.filter((x) => !LEFT_OUT.includes(x.name)).map((x) => ({
      ...x, isPath: true, by_year: x.name === 'hold' ? 'none' : 'from_to', by_member: true, words: x.name === 'plan' ? PLAN_ENDS : [], hasValue: x.name !== 'hold',
    })),
    ...settings.filter((x) => !LEFT_OUT.includes(x.name)).map((x) => ({ ...x, hasValue: true })),
  ];
  const name = select({ id: 'more', onchange: () => describe() },
    all.map((x) => ({ value: x.name, label: x.name.replaceAll('_', ' '), group: x.isPath ? 'Path of the share' : 'Setting' })), 'line_pct');
  const value = h('input', { id: 'more-value', type: 'text', autocomplete: 'off' });
  const words = h('select', { id: 'more-words' });
  const valueLabel = h('label', { for: 'more-value', text: 'Value' });
  const wordsLabel = h('label', { for: 'more-words', text: 'Value' });
  const from = h('input', { type: 'number', id: 'more-from' });
  const to = h('input', { type: 'number', id: 'more-to' });
  const fromRow = h('div', {}, h('label', { for: 'more-from', text: 'From year' }), from);
  const toRow = h('div', {}, h('label', { for: 'more-to', text: 'To year' }), to);
  const shape = h('input', { type: 'text', id: 'more-shape', autocomplete: 'off', placeholder: shapes[0] });
  const shapeRow = h('div', {}, h('label', { for: 'more-shape', text: `Shape: ${shapes.join(', ')}` }), shape);
  const meaning = h('p', { class: 'meaning' });
  const missing = h('p', { class: 'bad', role: 'status', hidden: true, text: 'A value is missing.' });

  function chosen() {
    return all.find((x) => x.name === name.value);
  }

  function describe() {
    const x = chosen();
    const range = typeof x.low === 'number' ? ` ${x.low} to ${x.high}.` : '';
    put(meaning, `${x.meaning}${x.unit ? ` In ${x.unit}.` : ''}${range}${x.default ? ` Unless set: ${x.default}.` : ''}`);
    fromRow.hidden = x.by_year === 'none';
    toRow.hidden = x.by_year !== 'from_to';
    shapeRow.hidden = !x.isPath || !x.hasValue || x.words.length > 0;
    const isChoice = x.words.length > 0;
    for (const [element, isShown] of [[valueLabel, x.hasValue && !isChoice], [value, x.hasValue && !isChoice], [wordsLabel, isChoice], [words, isChoice]]) element.hidden = !isShown;
    fill(words, x.words.map((w) => ({ value: w, label: w })), x.words[0] ?? '');
    missing.hidden = true;
  }

  function take() {
    const x = chosen();
    const text = x.words.length > 0 ? words.value : x.hasValue ? value.value.trim() : '';
    missing.hidden = !x.hasValue || text !== '';
    if (!missing.hidden) {
      value.focus();
      return;
    }
    add({
      what: x.name, value: text, from: fromRow.hidden ? '' : from.value, to: toRow.hidden ? '' : to.value,
      shape: shapeRow.hidden ? '' : shape.value.trim(), isForAll: !x.by_member,
    });
  }

  for (const input of [value, from, to, shape]) input.addEventListener('keydown', (event) => { if (event.key === 'Enter') take(); });
  describe();
  return h('div', { class: 'more' }, h('label', { for: 'more', text: 'What' }), name, meaning, valueLabel, value, wordsLabel, words,
    h('div', { class: 'pair' }, fromRow, toRow), shapeRow, missing, h('button', { type: 'button', text: 'Add this row', onclick: take }));
}
