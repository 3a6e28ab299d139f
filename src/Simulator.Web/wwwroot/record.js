// The past record: what pledges, estimates and simple rules said, and what came.

import { h } from './dom.js';
import { ask } from './api.js';

export async function create({ theme }) {
  const list = h('ul', { class: 'findings' }, h('li', { text: 'Reading the record: this takes a few seconds the first time.' }));
  const charts = h('div', { class: 'gallery' });
  const element = h('div', { class: 'page', 'data-test': 'record' }, h('h1', { 'data-test': 'headline', text: 'The past record' }),
    h('p', { class: 'lead', text: 'Before you trust a projection, see how earlier ones came out.' }), list, charts,
    h('p', {}, h('a', { href: '/record.html', class: 'button', text: 'The whole record with its tables' })));
  let shown = '';
  return {
    element,
    async update() {
      if (shown === theme()) return;
      const answer = await ask('/api/record?theme=' + theme());
      shown = theme();
      list.replaceChildren(...answer.sentences.map((text) => h('li', { text })));
      charts.replaceChildren(...answer.charts.map((c) => {
        const svg = document.importNode(new DOMParser().parseFromString(c.svg, 'image/svg+xml').documentElement, true);
        svg.removeAttribute('width');
        svg.removeAttribute('height');
        return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': c.title }, svg);
      }));
    },
  };
}
