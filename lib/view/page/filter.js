// Which observations are asked for, and in which order. Without elements: what the table and the text both follow.
import { inDoubt, isUnder } from './model.js';
import { decisionOn } from './review.js';

export const emptyFilter = () => ({
  words: '',
  measures: new Set(),
  statuses: new Set(),
  indicator: '',
  heading: null,
  only: '',
});

export const isEmpty = (filter) =>
  filter.words === '' &&
  filter.measures.size === 0 &&
  filter.statuses.size === 0 &&
  filter.indicator === '' &&
  !filter.heading &&
  filter.only === '';

const ONLY = {
  only_findings: inDoubt,
  only_open: (o) => !decisionOn(o),
  only_decided: (o) => Boolean(decisionOn(o)),
};

function haystack(o) {
  const headings = [];
  for (let heading = o.heading; heading; heading = heading.parent) headings.push(heading.text);
  o.haystack ??= [o.indicator, o.subject, o.scope, o.value_text, o.period, o.indicator_id, o.sentence, ...headings]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
  return o.haystack;
}

/** A test for one observation. */
export function fits(filter) {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return (o) =>
    (filter.measures.size === 0 || filter.measures.has(o.measure)) &&
    (filter.statuses.size === 0 || filter.statuses.has(o.status)) &&
    (filter.indicator === '' || o.indicator === filter.indicator) &&
    (!filter.heading || isUnder(o.heading, filter.heading)) &&
    (ONLY[filter.only]?.(o) ?? true) &&
    words.every((word) => haystack(o).includes(word));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const amount = (o) => Number(o.base_value ?? o.base_low ?? o.value ?? o.low ?? NaN);

const KEYS = {
  place: (a, b) => a.spans.value[0] - b.spans.value[0],
  indicator: (a, b) => collator.compare(a.indicator ?? '', b.indicator ?? ''),
  // Amounts of different kinds cannot be compared: the unit comes first.
  value: (a, b) => {
    const units = collator.compare(a.base_unit ?? a.unit ?? '', b.base_unit ?? b.unit ?? '');
    return units || amount(a) - amount(b) || 0;
  },
  measure: (a, b) => collator.compare(a.measure, b.measure),
  period: (a, b) => collator.compare(a.period ?? '', b.period ?? ''),
  status: (a, b) => collator.compare(a.status, b.status),
};

export const SORT_KEYS = Object.keys(KEYS);

/** A copy in that order; what compares equal keeps its place in the text. */
export function sorted(observations, key, descending) {
  const direction = descending ? -1 : 1;
  return [...observations].sort((a, b) => direction * KEYS[key](a, b) || KEYS.place(a, b));
}
