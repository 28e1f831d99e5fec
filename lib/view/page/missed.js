// Figures that were missed: selected in the text, described in the form, shown as added.
import { $ } from './dom.js';
import { askFigure } from './form.js';
import { sentenceAt } from './model.js';
import { codePoints, rangeOf, spanOf, textOf } from './place.js';
import { addMissed, addedTo } from './review.js';
import { openReport } from './select.js';
import { underline } from './underline.js';

const NUMERAL = /[-−－]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?|[一二三四五六七八九十百千万亿两〇零]+/;

// Spaces at the ends belong to no figure.
function trimmed(range, span) {
  const text = textOf(range);
  const before = codePoints(text) - codePoints(text.trimStart());
  const after = codePoints(text) - codePoints(text.trimEnd());
  return [span[0] + before, span[1] - after];
}

function chosen() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!openReport()?.article.contains(range.commonAncestorContainer)) return null;
  if (!NUMERAL.test(textOf(range))) return null;
  const span = spanOf(openReport(), range);
  return span && { range, span: trimmed(range, span), text: textOf(range).trim() };
}

function guess({ text, span }) {
  const sentence = sentenceAt(openReport(), span[0]);
  const whole = sentence.node.textContent;
  const number = NUMERAL.exec(text)[0];
  const digits = number.normalize('NFKC').replace(/,/g, '').replace('−', '-');
  const unit = text.slice(text.indexOf(number) + number.length).trim();
  return {
    value: /\d/.test(digits) ? digits : undefined,
    unit: unit || undefined,
    measure: unit === '%' ? 'growth' : 'level',
    status: 'actual',
    bound: 'exact',
    value_text: text,
    sentence: whole,
    quote: whole,
    spans: { value: span, sentence: [sentence.begin, sentence.begin + codePoints(whole)] },
  };
}

export function offerToAdd() {
  const found = chosen();
  const button = $('add-button');
  button.hidden = !found;
  if (!found) return;
  const at = found.range.getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(at.left, innerWidth - 140))}px`;
  button.style.top = `${Math.min(at.bottom + 6, innerHeight - 60)}px`;
}

export function addSelected() {
  const found = chosen();
  $('add-button').hidden = true;
  if (!found) return;
  const o = guess(found);
  askFigure(o, true, (given) => addMissed(openReport(), { ...o, ...given }));
}

export function underlineAdded() {
  const report = openReport();
  if (!report) return;
  const ranges = addedTo(report).map(({ o }) => rangeOf(report, o.spans.value));
  underline('added', ranges.filter(Boolean));
}
