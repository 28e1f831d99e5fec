// The dialog in which a figure is corrected or a missed one is described.
import { $, el } from './dom.js';
import { MEASURES, STATUSES } from './model.js';
import { t } from './words.js';

const NUMBER = /^-?\d+(\.\d+)?$/;

function field(name, input, hint) {
  return el('label', {}, el('span', {}, t(name)), input, hint ? el('small', {}, hint) : null);
}

const text = (name, value = '') => el('input', { name, value, autocomplete: 'off', spellcheck: 'false' });

const choice = (name, keys, value) =>
  el(
    'select',
    { name },
    keys.map((key) => el('option', { value: key, selected: key === value }, t(key))),
  );

function numbersOf(written) {
  const plain = written.trim().replace(/^−/, '-').replace(/,/g, '');
  if (NUMBER.test(plain)) return { value: plain };
  const [low, high] = plain.split(/(?<=\d)\s*[-–~]\s*/);
  return NUMBER.test(low) && NUMBER.test(high ?? '') ? { low, high } : null;
}

/** What was filled in; undefined for an empty field. */
function answers(form, asksMeasure) {
  const numbers = numbersOf(form.elements.value.value);
  if (!numbers) return null;
  const given = { value: undefined, low: undefined, high: undefined, ...numbers };
  for (const name of ['indicator', 'unit', 'period']) given[name] = form.elements[name].value.trim() || undefined;
  given.status = form.elements.status.value;
  if (asksMeasure) given.measure = form.elements.measure.value;
  return given;
}

export function closeDialog() {
  $('dialog').close();
}

/** Shows the content in the dialog; the focus goes in, and back when it closes. */
export function openDialog(title, ...content) {
  const dialog = $('dialog');
  dialog.replaceChildren(
    el(
      'header',
      {},
      el('h2', { id: 'dialog-title' }, title),
      el('button', { class: 'icon', 'aria-label': t('close'), onclick: closeDialog }, '✕'),
    ),
    ...content,
  );
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  if (!dialog.open) dialog.showModal();
}

/** Asks for the fields of a figure, and calls `save` with them. */
export function askFigure(o, isMissed, save) {
  const problem = el('p', { class: 'problem', role: 'alert' });
  const number = o.value ?? (o.low !== undefined ? `${o.low}-${o.high}` : '');
  const form = el(
    'form',
    { method: 'dialog' },
    el('blockquote', { lang: 'zh-CN' }, o.quote ?? o.value_text),
    field('indicator', text('indicator', o.indicator)),
    field('value', text('value', number), t('value_hint')),
    field('unit', text('unit', o.unit)),
    isMissed ? field('measure', choice('measure', MEASURES, o.measure)) : null,
    field('period', text('period', o.period), t('period_hint')),
    field('status', choice('status', STATUSES, o.status)),
    problem,
    el(
      'footer',
      {},
      el('button', { type: 'button', onclick: closeDialog }, t('cancel')),
      el('button', { class: 'main' }, t('save')),
    ),
  );
  form.addEventListener('submit', (event) => {
    const given = answers(form, isMissed);
    if (given) return save(given);
    event.preventDefault();
    problem.textContent = t('not_a_number');
    form.elements.value.focus();
  });
  openDialog(t(isMissed ? 'add_title' : 'correct_title'), form);
}
