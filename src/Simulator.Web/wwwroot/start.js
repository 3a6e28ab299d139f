// The first view asks who and what, before anyone sees a lever.

import { byName, h, put, select } from './dom.js';
import { once } from './api.js';
import { write } from './state.js';
import { fileButton } from './upload.js';

const CLIMB = { members: 'ALL', what: 'at_least_pct', value: '3.5', from: '2026', to: '2035', shape: 'linear' };
const BLANK = { rows: [], base: 'hold-share', with: [], highlight: [], figure: '', title: '', draws: '', file: '' };

// Each question leads to the view that answers it: for the alliance, or for the member that was chosen.
const QUESTIONS = [
  { ask: 'What does 3.5\u00a0% cost?', of: 'What does 3.5\u00a0% cost NAME?', text: 'The bill of the core target: who pays how much more, and when.',
    to: (member) => ({ view: member ? 'member' : 'work', rows: [{ ...CLIMB }], figure: member ? 'bill' : 'extra-money' }) },
  { ask: 'Who can reach 5\u00a0%?', of: 'Can NAME reach 5\u00a0%?', text: 'The earliest years at a pace that allies have kept before, and what holds them.',
    to: () => ({ view: 'reach' }) },
  { ask: 'Do plans meet the line?', of: 'Do the plans of NAME meet the line?', text: 'What governments have announced, and how far it falls short.',
    to: (member) => ({ view: member ? 'member' : 'work', base: 'announced', figure: member ? 'bill' : 'shortfall' }) },
  { ask: 'What if the US steps back?', of: 'If the US steps back, what does NAME pay?', text: 'A third less by 2032: who would fill half of it, and for how much.',
    to: (member) => ({ view: member ? 'member' : 'work', base: 'us-third-out', figure: member ? 'bill' : 'backfill' }) },
  { ask: 'What if there is a ceasefire?', of: 'What does a ceasefire change for NAME?', text: 'Plans slip by two years and arrive in part.',
    to: () => ({ view: 'compare', base: 'ceasefire', with: ['announced'] }) },
  { ask: 'What does a trade war change?', of: 'What does a trade war change for NAME?', text: 'Less growth: budgets that follow GDP, or keep the planned money.',
    to: () => ({ view: 'compare', base: 'trade-war', with: ['hague-core', 'trade-war-plan'] }) },
  { ask: 'How did earlier numbers come out?', text: 'Pledges, official estimates and simple rules, held against what came.',
    to: () => ({ view: 'record' }) },
];

export async function create({ go }) {
  // The scenarios are asked for now, so that the view after this one has them.
  const [{ members }] = await Promise.all([once('/api/members'), once('/api/scenarios')]);
  const country = select({ id: 'country', 'data-test': 'country', onchange: () => go({ member: country.value }, { push: false }) },
    [{ value: '', label: 'The whole alliance' }, ...byName(members).map((m) => ({ value: m.iso3, label: m.name }))], '');
  const cards = QUESTIONS.map(({ text }, i) => {
    const name = h('strong');
    return { name, element: h('a', { class: 'card', 'data-link': true, 'data-test': `question-${i + 1}` }, name, h('span', { text })) };
  });
  const levers = h('a', { 'data-link': true, text: 'Go straight to the levers' });
  const element = h('div', { class: 'start' },
    h('h1', { text: 'What would it take?' }),
    h('p', { class: 'lead', text: 'Defence spending of the 32 members of NATO, projected year by year from NATO’s own figures. Choose who and which question; then move the levers yourself.' }),
    h('p', { class: 'who' }, h('label', { for: 'country', text: 'Who?' }), country),
    h('h2', { text: 'Which question?' }),
    h('ul', { class: 'cards' }, ...cards.map((c) => h('li', {}, c.element))),
    h('section', { class: 'apart' }, h('h2', { text: 'Or your own' }),
      h('p', {}, levers, ', from today’s shares on.'),
      h('p', { text: 'Or bring a scenario file: a CSV from your spreadsheet, chosen here or dropped anywhere on this page. It is checked cell by cell and stays on this machine.' }),
      fileButton()));

  return {
    element,
    update(state) {
      country.value = state.member;
      const name = members.find((m) => m.iso3 === state.member)?.name;
      QUESTIONS.forEach((question, i) => {
        put(cards[i].name, name && question.of ? question.of.replace('NAME', name) : question.ask);
        cards[i].element.href = '/?' + write({ ...state, ...BLANK, ...question.to(state.member), member: state.member });
      });
      levers.href = '/?' + write({ ...state, ...BLANK, view: name ? 'member' : 'work' });
    },
  };
}
