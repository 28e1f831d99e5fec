// How fields of an observation are written for people.
import { language, t } from './words.js';

const SIGNS = { at_least: '≥', more: '>', at_most: '≤', less: '<', about: '≈' };

export function nameOf(o) {
  const parts = [o.subject, o.indicator, o.scope].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('no_name');
}

/** ≥5%, 5–6%, 第2 */
export function valueOf(o) {
  const number = o.value ?? (o.low !== undefined ? `${o.low}–${o.high}` : (o.value_text ?? ''));
  const sign = SIGNS[o.bound] ?? '';
  if (o.measure === 'rank') return `${sign}${language() === 'en' ? '#' : '第'}${number}`;
  const plus = (o.measure === 'growth' || o.measure === 'change') && Number(number) > 0 ? '+' : '';
  return `${sign}${plus}${number}${o.unit ?? ''}`;
}

const BASES = new Set(['yoy', 'mom', 'average']);

/** [key, text] of each field that the report told, in the order of a card. */
export function fieldsOf(o) {
  const fields = [
    ['measure', t(o.measure)],
    ['period', o.period],
    ['status', t(o.status)],
    ['indicator', o.indicator],
    ['members', o.members?.join('、')],
    ['subject', o.subject],
    ['scope', o.scope],
    ['bound', o.bound && o.bound !== 'exact' ? t(o.bound) : undefined],
    ['ratio_to', o.ratio_to],
    ['basis', BASES.has(o.basis) ? t(o.basis) : o.basis],
    ['rank_of', o.rank_of && t(o.rank_of)],
    ['rank_scope', o.rank_scope],
    ['condition', o.condition],
    ['tone', o.tone],
    ['region', o.region],
    ['base', baseOf(o)],
    ['indicator_id', o.indicator_id],
    ['rules', o.rules?.join(', ')],
  ];
  return fields.filter(([, text]) => text);
}

function baseOf(o) {
  const grouped = (digits) =>
    digits.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ' '));
  if (o.base_low) return `${grouped(o.base_low)}–${grouped(o.base_high)} ${o.base_unit}`;
  return o.base_value && o.base_unit !== o.unit ? `${grouped(o.base_value)} ${o.base_unit}` : undefined;
}
