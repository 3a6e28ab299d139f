// The first view asks who and what, before anyone sees a lever.

import { h, select } from './dom.js';
import { once } from './api.js';
import { write } from './state.js';
import { uploadArea } from './upload.js';

const CLIMB = { members: '', what: 'at_least_pct', value: '3.5', from: '', to: '2035', shape: 'linear' };
const BLANK = { rows: [], base: 'hold-share', with: [], highlight: [], member: '', figure: '', title: '' };

// Each question leads to a view that answers it, for the alliance and for a member.
const QUESTIONS = [
  ['What does 3.5 % cost?', 'The bill of the core target, by member and year.',
    (member) => ({ view: member ? 'member' : 'work', base: 'hold-share', rows: [{ ...CLIMB }], title: 'At least 3.5 % by 2035', figure: member ? '' : 'extra-money' })],
  ['Who can reach 5 %?', 'Earliest years under what allies have done before, and what holds them.', () => ({ view: 'reach' })],
  ['Plans against the line', 'What governments have announced, and who falls short.',
    (member) => ({ view: member ? 'member' : 'work', base: 'announced', figure: member ? '' : 'shortfall' })],
  ['If the US steps back', 'A third less by 2032: who would fill half of it, and for how much.',
    (member) => ({ view: member ? 'member' : 'work', base: 'us-third-out', figure: member ? '' : 'backfill' })],
  ['A ceasefire', 'Plans slip by two years and arrive in part.', () => ({ view: 'compare', base: 'ceasefire', with: ['announced'] })],
  ['A trade war', 'Less growth: budgets that follow GDP, or keep their money.', () => ({ view: 'compare', base: 'trade-war', with: ['hague-core', 'trade-war-plan'] })],
  ['The past record', 'How pledges, estimates and simple rules came out.', () => ({ view: 'record' })],
];

export async function create({ go, link }) {
  const { members } = await once('/api/members');
  let now;
  const country = select({ id: 'country', 'data-test': 'country', onchange: () => go({ member: country.value }) },
    [{ value: '', label: 'The whole alliance' }, ...members.filter((m) => m.has_forces).map((m) => ({ value: m.iso3, label: m.name }))], '');
  const cards = QUESTIONS.map(([title, text], i) => h('a', { class: 'card', 'data-link': true, 'data-test': `question-${i + 1}` }, h('strong', { text: title }), h('span', { text })));
  const found = uploadArea((patch) => go(patch), (error) => { throw error; });
  const element = h('div', { class: 'start' },
    h('h1', { text: 'What would it take?' }),
    h('p', { class: 'lead', text: 'Defence spending of the 32 members of NATO, projected year by year from NATO’s own figures. Choose who and what; then move the levers yourself.' }),
    h('p', { class: 'who' }, h('label', { for: 'country', text: 'Who?' }), country),
    h('h2', { text: 'Which question?' }),
    h('nav', { class: 'cards', 'aria-label': 'Questions' }, ...cards),
    h('p', {}, h('a', { 'data-link': true, href: '/?view=work', class: 'plain', text: 'Or go straight to the levers' })),
    found);

  return {
    element,
    update(state) {
      now = state;
      country.value = now.member;
      QUESTIONS.forEach(([, , to], i) => {
        cards[i].href = '/?' + write({ ...now, ...BLANK, ...to(now.member), member: now.member, file: '' });
      });
    },
  };
}
