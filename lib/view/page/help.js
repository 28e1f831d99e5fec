// What the help says: the legend and the keys.
import { el } from './dom.js';
import { MEASURES, STATUSES } from './model.js';
import { t } from './words.js';

const KEYS = [
  ['← → K J', 'key_next'],
  ['Enter', 'key_open'],
  ['T', 'key_table'],
  ['/', 'key_search'],
  ['Y N C', 'key_review'],
  ['Esc', 'key_close'],
  ['?', 'key_help'],
];

const sample = (measure, status, word) =>
  el('li', {}, el('mark', { class: `${measure} ${status}` }, '12.5%'), ` ${t(word)}`);

export const helpContent = () => [
  el('p', {}, t('help_colours')),
  el(
    'ul',
    { class: 'legend' },
    MEASURES.map((key) => sample(key, 'actual', key)),
    STATUSES.map((key) => sample('level', key, key)),
  ),
  el(
    'dl',
    { class: 'keys' },
    KEYS.map(([keys, word]) => [
      el(
        'dt',
        {},
        keys.split(' ').map((key) => el('kbd', {}, key)),
      ),
      el('dd', {}, t(word)),
    ]),
  ),
  el('p', {}, t('review_intro')),
  el('p', {}, t('help_links')),
];
