// The card of a figure: every field, what was compared, what a reader decided. It stands beside the figure while the
// pointer or the focus is there, and stays when it was clicked.
import { $, announce, el } from './dom.js';
import { askFigure } from './form.js';
import { fieldsOf, nameOf, valueOf } from './format.js';
import { observationOf, sentencesOf } from './model.js';
import { rangeOf } from './place.js';
import { decide, decisionOn, undecide } from './review.js';
import { openReport, select, selection } from './select.js';
import { underline } from './underline.js';
import { t } from './words.js';

const UNDERLINED = [
  'indicator',
  'subject',
  'scope',
  'period',
  'condition',
  'ratio_to',
  'status',
  'basis',
  'rank_scope',
  'tone',
];

let shown = null;
let pinned = false;

export const shownOnCard = () => shown;
export const isPinned = () => pinned;

function underlineFields(o) {
  for (const key of UNDERLINED) {
    const span = o?.spans[key];
    const range = span && rangeOf(o.report, span);
    underline(key, range ? [range] : []);
  }
}

const link = (o) => el('button', { class: 'link', onclick: () => select(o, 'link') }, `${nameOf(o)} ${valueOf(o)}`);

function relatives(o) {
  const whole = o.part_of === undefined ? undefined : o.report.byId.get(o.part_of);
  const group = o.report.observations.filter((other) => other.group === o.group && other !== o && !o.added).slice(0, 6);
  const row = (key, links) => [el('dt', {}, t(key)), el('dd', { class: 'links' }, links)];
  return [whole ? row('part_of', [link(whole)]) : null, group.length > 0 ? row('group', group.map(link)) : null];
}

function findingOf(finding, o) {
  const others = (finding.observations ?? [])
    .map(({ doc, id }) => observationOf(doc, id))
    .filter((other) => other && other !== o);
  const numbers = ['stated', 'computed', 'difference']
    .filter((key) => finding[key])
    .map((key) => el('span', {}, `${t(key)} `, el('b', {}, `${finding[key]}${finding.unit ?? ''}`)));
  return el(
    'div',
    { class: finding.ok ? 'finding ok' : 'finding bad' },
    el('strong', {}, `${t('finding')}: ${t(finding.ok ? 'finding_ok' : 'finding_bad')}`),
    el('p', { lang: 'zh-CN' }, finding.text ?? finding.kind ?? ''),
    el('p', { class: 'numbers' }, numbers),
    el('p', { class: 'links' }, others.map(link)),
  );
}

export function correct(o) {
  const known = decisionOn(o)?.o ?? o;
  askFigure({ ...known, quote: o.sentence }, false, (changes) => decide(o, 'corrected', changes));
}

function verdictButton(o, verdict, sign, act) {
  const pressed = decisionOn(o)?.verdict === verdict;
  return el(
    'button',
    { class: `verdict ${verdict}`, 'aria-pressed': String(pressed), onclick: act },
    `${sign} ${t(verdict)}`,
  );
}

function reviewOf(o) {
  const decision = decisionOn(o);
  if (o.added) return el('footer', {}, el('button', { onclick: () => undecide(o) }, t('undo')));
  return el(
    'footer',
    {},
    verdictButton(o, 'right', '✓', () => decide(o, 'right')),
    verdictButton(o, 'wrong', '✗', () => decide(o, 'wrong')),
    verdictButton(o, 'corrected', '✎', () => correct(o)),
    decision?.verdict === 'corrected' ? el('button', { onclick: () => undecide(o) }, t('undo')) : null,
  );
}

async function copyLink(o) {
  try {
    await navigator.clipboard.writeText(`${location.href.split('#')[0]}#${o.anchor}`);
    announce(t('copied'));
  } catch {
    location.hash = o.anchor;
  }
}

function fill(o) {
  const fields = fieldsOf(o).map(([key, value]) => [
    el('dt', { class: o.spans[key] ? `line ${key}` : null }, t(key)),
    el('dd', key === 'rules' || key === 'indicator_id' ? { class: 'code' } : { lang: 'zh-CN' }, el('bdi', {}, value)),
  ]);
  const card = $('card');
  card.className = `${o.measure} ${o.status}`;
  card.setAttribute('aria-label', `${nameOf(o)} ${valueOf(o)}`);
  card.replaceChildren(
    el(
      'header',
      {},
      el('p', { class: 'name', lang: 'zh-CN' }, el('bdi', {}, nameOf(o))),
      el(
        'p',
        { class: 'value' },
        el('bdi', {}, valueOf(o)),
        valueOf(o) === o.value_text ? null : el('small', { lang: 'zh-CN' }, ` ${o.value_text}`),
      ),
      el('button', { class: 'icon', 'aria-label': t('close'), onclick: () => hideCard(true) }, '✕'),
    ),
    ...o.findings.map((finding) => findingOf(finding, o)),
    el('dl', {}, fields, relatives(o)),
    reviewOf(o),
    el(
      'p',
      { class: 'more' },
      el('button', { class: 'link', onclick: () => select(o, 'totable') }, t('to_table')),
      o.added ? null : el('button', { class: 'link', onclick: () => copyLink(o) }, t('copy_link')),
      el('code', {}, o.anchor ? `#${o.anchor}` : ''),
    ),
  );
}

// Below the figure; where there is no room above all that is underlined, so that it can be read; else beside the text.
// A narrow screen has the card at its foot (by its style).
function place(o) {
  const card = $('card');
  const at = o.mark?.getBoundingClientRect() ?? rangeOf(o.report, o.spans.value)?.getBoundingClientRect();
  if (!at) return;
  const { width, height } = card.getBoundingClientRect();
  const pane = $('text').getBoundingClientRect();
  const tops = UNDERLINED.map((key) => o.spans[key] && rangeOf(o.report, o.spans[key])?.getBoundingClientRect().top);
  const top = Math.min(at.top, ...tops.filter((each) => each > pane.top));
  let left = at.left - 24;
  let y = at.bottom + 10;
  if (y + height > innerHeight) {
    y = top - 10 - height;
    if (y < pane.top) {
      y = Math.min(at.top, innerHeight - height - 8);
      left = pane.right - 16;
    }
  }
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  card.style.top = `${Math.max(8, y)}px`;
}

export function showCard(o, pin) {
  shown = o;
  pinned = pin;
  sentencesOf(o.report);
  fill(o);
  underlineFields(o);
  const card = $('card');
  card.hidden = false;
  card.classList.toggle('pinned', pin);
  place(o);
}

/** The card goes with its figure, and out of sight with it. */
export function moveCard() {
  if (!shown) return;
  const at = shown.mark?.getBoundingClientRect();
  const pane = $('text').getBoundingClientRect();
  if (!at) return;
  $('card').classList.toggle('away', at.bottom < pane.top || at.top > pane.bottom);
  place(shown);
}

/** With `back` the focus returns to the figure. */
export function hideCard(back) {
  const o = shown;
  shown = null;
  pinned = false;
  $('card').hidden = true;
  underlineFields(selection()?.report === openReport() ? selection() : null);
  if (back) o?.mark?.focus({ preventScroll: true });
}

/** After a decision or a change of language. */
export function refreshCard() {
  if (!shown) return;
  const inside = $('card').contains(document.activeElement);
  const pressed = [...$('card').querySelectorAll('button')].indexOf(document.activeElement);
  fill(shown);
  $('card').classList.toggle('pinned', pinned);
  if (inside) $('card').querySelectorAll('button')[pressed]?.focus();
}
