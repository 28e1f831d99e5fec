// The table of a report's observations: its filters, which are the legend too, and its rows.
import { $, announce, calm, el } from './dom.js';
import { SORT_KEYS, emptyFilter, fits, isEmpty, sorted } from './filter.js';
import { nameOf, valueOf } from './format.js';
import { MEASURES, STATUSES, inDoubt, placeObservations, sentencesOf } from './model.js';
import { addedTo, decisionOn } from './review.js';
import { openReport, select, selection } from './select.js';
import { t } from './words.js';

const SIGNS = { right: '✓', wrong: '✗', corrected: '✎', added: '+' };

let filter = emptyFilter();
let order = { key: 'place', descending: false };
let rows = new Map();
let body, count, empty;

const observations = () => {
  const report = openReport();
  return [...report.observations, ...addedTo(report).map((decision) => asRow(decision.o))];
};

// A missed figure that the reader added looks like any other.
function asRow(o) {
  return Object.assign(o, { added: true, findings: [], sentence: o.sentence ?? '', anchor: '' });
}

function chip(kind, key, number) {
  const chosen = filter[kind];
  const press = () => {
    if (!chosen.delete(key)) chosen.add(key);
    buttons.setAttribute('aria-pressed', String(chosen.has(key)));
    applyFilter();
  };
  const buttons = el(
    'button',
    { class: `chip ${key}`, 'aria-pressed': String(chosen.has(key)), onclick: press },
    el('i', { class: 'sample', 'aria-hidden': 'true' }, kind === 'measures' ? '' : '12'),
    t(key),
    el('small', {}, number),
  );
  return buttons;
}

function chips(kind, keys, field, all) {
  const number = (key) => all.filter((o) => o[field] === key).length;
  return el(
    'div',
    { class: 'chips', role: 'group', 'aria-label': t(field) },
    keys.map((key) => chip(kind, key, number(key))),
  );
}

function choice(label, options, value, change) {
  const items = options.map(([key, text]) => el('option', { value: key, selected: key === value }, text));
  return el('select', { 'aria-label': label, onchange: (event) => change(event.target.value) }, items);
}

function indicatorChoice(all) {
  const counts = new Map();
  for (const o of all) if (o.indicator) counts.set(o.indicator, (counts.get(o.indicator) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name, number]) => [name, `${name} (${number})`]);
  return choice(t('indicator'), [['', t('all_indicators')], ...names], filter.indicator, (name) => {
    filter.indicator = name;
    applyFilter();
  });
}

function sectionChoice(headings) {
  const named = headings.filter((heading) => heading.count > 0);
  const options = named.map((heading) => [String(heading.index), '　'.repeat(heading.level - 1) + heading.text]);
  return choice(t('section'), [['', t('all_sections')], ...options], String(filter.heading?.index ?? ''), (index) => {
    filter.heading = index === '' ? null : headings[Number(index)];
    applyFilter();
  });
}

function onlyChoice(all) {
  const keys = ['', ...(all.some(inDoubt) ? ['only_findings'] : []), 'only_open', 'only_decided'];
  return choice(
    t('review'),
    keys.map((key) => [key, t(key || 'all_figures')]),
    filter.only,
    (only) => {
      filter.only = only;
      applyFilter();
    },
  );
}

function toolbar(all) {
  const search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: t('search'),
    'aria-label': t('search'),
    value: filter.words,
  });
  const apply = calm(80, () => {
    filter.words = search.value.trim();
    applyFilter();
  });
  search.addEventListener('input', apply);
  count = el('span', { class: 'count' });
  return el(
    'div',
    { class: 'toolbar', role: 'search' },
    el(
      'div',
      { class: 'find' },
      search,
      count,
      el('button', { id: 'clear', class: 'link', onclick: clearFilter, hidden: true }, t('clear')),
    ),
    chips('measures', MEASURES, 'measure', all),
    chips('statuses', STATUSES, 'status', all),
    el('div', { class: 'choices' }, indicatorChoice(all), sectionChoice(openReport().headings), onlyChoice(all)),
  );
}

function headerCell(key) {
  const direction = order.descending ? 'descending' : 'ascending';
  const sort = order.key === key ? direction : 'none';
  const press = () => {
    order = { key, descending: order.key === key && !order.descending };
    fillRows();
    for (const cell of $('figures').querySelectorAll('[role=columnheader]')) {
      const state = order.descending ? 'descending' : 'ascending';
      cell.setAttribute('aria-sort', cell.dataset.key === order.key ? state : 'none');
    }
  };
  return el(
    'div',
    { role: 'columnheader', class: `cell ${key}`, 'aria-sort': sort, 'data-key': key },
    el('button', { onclick: press }, t(key)),
  );
}

const cell = (name, ...content) => el('div', { role: 'cell', class: `cell ${name}` }, ...content);

function verdictOf(o) {
  const verdict = decisionOn(o)?.verdict;
  if (verdict)
    return el(
      'b',
      { class: `sign ${verdict}`, title: t(verdict === 'corrected' ? 'is_corrected' : verdict) },
      SIGNS[verdict],
    );
  return inDoubt(o) ? el('b', { class: 'sign doubt', title: t('finding_bad') }, '!') : null;
}

function cellsOf(o) {
  const { o: told } = decisionOn(o) ?? { o };
  return [
    cell('place', o.added ? '＋' : String(o.id), verdictOf(o)),
    cell('indicator', el('bdi', { lang: 'zh-CN', title: nameOf(told) }, nameOf(told))),
    cell('value', el('bdi', {}, valueOf(told))),
    cell('measure', el('span', { class: `tag ${told.measure}` }, t(told.measure))),
    cell('period', told.period ?? ''),
    cell('status', el('span', { class: `state ${told.status}` }, t(told.status))),
  ];
}

function rowOf(o) {
  const row = el('div', { role: 'row', class: `row ${o.measure}`, tabindex: '-1' }, cellsOf(o));
  row.addEventListener('click', () => select(o, 'table'));
  row.addEventListener('keydown', (event) => moveRow(event, o, row));
  return row;
}

const STEPS = {
  ArrowDown: 'nextElementSibling',
  ArrowUp: 'previousElementSibling',
  End: 'lastElementChild',
  Home: 'firstElementChild',
};

function moveRow(event, o, row) {
  const from = event.key === 'End' || event.key === 'Home' ? body : row;
  let next = from[STEPS[event.key]];
  while (next?.hidden)
    next = next[event.key === 'ArrowUp' || event.key === 'End' ? 'previousElementSibling' : 'nextElementSibling'];
  if (event.key === 'Enter') select(o, 'table');
  else if (!STEPS[event.key]) return;
  event.preventDefault();
  next?.focus();
}

function fillRows() {
  const all = observations();
  for (const o of all) if (!rows.has(o)) rows.set(o, rowOf(o));
  body.replaceChildren(...sorted(all, order.key, order.descending).map((o) => rows.get(o)));
  body.firstElementChild?.setAttribute('tabindex', '0');
}

function applyFilter() {
  const test = fits(filter);
  let shown = 0;
  for (const [o, row] of rows) {
    const fit = row.isConnected && test(o);
    row.hidden = !fit;
    o.mark?.classList.toggle('out', !fit);
    if (fit) shown += 1;
  }
  const all = body.childElementCount;
  count.textContent = t('shown', shown, all);
  empty.hidden = shown > 0;
  empty.textContent = t(all === 0 ? 'nothing_found' : 'nothing');
  $('clear').hidden = isEmpty(filter);
  announce(count.textContent);
}

function clearFilter() {
  filter = emptyFilter();
  buildTable();
  $('search').focus();
}

/** The table of the open report, from the beginning. */
export function buildTable() {
  const report = openReport();
  if (!report) return;
  sentencesOf(report);
  placeObservations(report);
  rows = new Map();
  body = el('div', { role: 'rowgroup', class: 'rows' });
  empty = el('p', { class: 'empty', hidden: true });
  const head = el(
    'div',
    { role: 'rowgroup', class: 'head' },
    el('div', { role: 'row', class: 'row' }, SORT_KEYS.map(headerCell)),
  );
  const grid = el('div', { role: 'table', class: 'table', 'aria-label': t('figures') }, head, body, empty);
  $('figures').replaceChildren(toolbar(observations()), grid);
  fillRows();
  applyFilter();
  if (selection()) markRow(selection(), false);
}

export function resetTable() {
  filter = emptyFilter();
  buildTable();
}

/** After a decision on one observation, or on many. */
export function refreshRows(o) {
  if (o && !o.added && rows.has(o)) rows.get(o).replaceChildren(...cellsOf(o));
  else buildTable();
}

export function markRow(o, scroll) {
  for (const other of body.querySelectorAll('.current')) {
    other.classList.remove('current');
    other.removeAttribute('aria-current');
  }
  const row = o && rows.get(o);
  if (!row) return;
  for (const other of body.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  row.setAttribute('tabindex', '0');
  row.classList.add('current');
  row.setAttribute('aria-current', 'true');
  if (scroll) row.scrollIntoView({ block: 'center' });
}

export const focusRow = (o) => rows.get(o)?.focus({ preventScroll: true });
