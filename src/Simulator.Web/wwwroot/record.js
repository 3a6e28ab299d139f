// The past record: what pledges, estimates and simple rules said, and what came.

import { h } from './dom.js';
import { ask } from './api.js';
import { chart, localFiles } from './chart.js';

export async function create({ say, theme }) {
  const list = h('ul', { class: 'findings' }, h('li', { text: 'Reading the record: this takes a few seconds the first time.' }));
  const gallery = h('div', { class: 'gallery' });
  const element = h('div', { class: 'page', 'data-test': 'record' }, h('h1', { 'data-test': 'headline', text: 'How far could such numbers have been trusted?' }),
    h('p', { class: 'lead', text: 'Before you trust a projection, see how pledges, official estimates and simple rules came out.' }),
    gallery, h('section', {}, h('h2', { text: 'Findings' }), list),
    h('p', {}, h('a', { href: '/record.html', class: 'button', text: 'The whole record with its tables' })));
  let shown = '';
  return {
    element,
    async update() {
      if (shown === theme()) return;
      const answer = await ask('/api/record?theme=' + theme());
      shown = theme();
      list.replaceChildren(...answer.sentences.map((text) => h('li', { text })));
      const files = localFiles(answer.charts);
      const pictures = answer.charts.map(() => chart({ say, theme }));
      gallery.replaceChildren(...pictures.map((p) => p.element));
      pictures.forEach((picture, i) => picture.draw(answer.charts[i], files[i]));
    },
  };
}
