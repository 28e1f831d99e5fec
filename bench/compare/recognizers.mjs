// The public recogniser of numbers, percentages, money and dimensions (zh-cn) over reports: one row a figure, as JSON
// Lines, spans in code points. It knows no indicator, so the row has none; a count's classifier and the measure it does
// not tell either: they come from the text beside, by the same few words as in regex.py, or no number could be right.
//
//     node bench/compare/recognizers.mjs report.txt ...
import { readFileSync } from 'node:fs';
import suite from '@microsoft/recognizers-text-suite';

const CULTURE = suite.Culture.Chinese;
const CLASSIFIER = /^(?:多|余)?(人次|平方公里|平方米|立方米|千瓦时|千瓦|人|户|名|辆|台|套|件|个|家|项|条|座|处|所|起|次|场|张|间|部|批|类|宗|艘|支|门|倍|天|年|岁|分)/;
const GROWTH = /增长|增速|上涨|上升|提高|提升|增加|增幅|涨幅/;
const FALL = /下降|减少|降低|回落|下跌|负增长|降幅/;
const REACHED = /到|至|达/;

// Each with the most specific kind first: a later one that overlaps an earlier one is the same figure told again.
function figures(line) {
  const kept = [];
  const add = (results, kind) => {
    for (const { text, start, end, resolution } of results) {
      if (!kept.some((one) => one.start <= end && start <= one.end)) kept.push({ kind, text, start, end: end + 1, resolution });
    }
  };
  add(suite.recognizePercentage(line, CULTURE), 'percentage');
  add(suite.recognizeCurrency(line, CULTURE), 'currency');
  add(suite.recognizeOrdinal(line, CULTURE), 'ordinal');
  add(suite.recognizeDimension(line, CULTURE), 'dimension');
  add(suite.recognizeDateTime(line, CULTURE).filter((one) => /[年月日]/.test(one.text)), 'date');
  add(suite.recognizeNumber(line, CULTURE), 'number');
  return kept.filter((one) => one.kind !== 'date').sort((a, b) => a.start - b.start);
}

// The unit as the report spells it, with 万 and 亿 taken off: the value that the recogniser resolves holds them.
function unitOf(figure, line) {
  if (figure.kind === 'percentage') return /百分点/.test(figure.text) ? '个百分点' : '%';
  if (figure.kind === 'number') return (CLASSIFIER.exec(line.slice(figure.end)) ?? [])[1] ?? null;
  return figure.text.replace(/^[-\d.,，０-９．零〇一二三四五六七八九十百千两万亿点多余]+/, '');
}

function endOf(figure, line) {
  const after = figure.kind === 'number' ? CLASSIFIER.exec(line.slice(figure.end)) : null;
  return figure.end + (after ? after[0].length : 0);
}

function rowOf(figure, line, left, offset) {
  const rank = figure.kind === 'ordinal' && /^[位名]/.test(line.slice(figure.end));
  if (figure.kind === 'ordinal' && !rank) return null;
  const unit = rank ? null : unitOf(figure, line);
  const fall = FALL.test(left);
  const moved = (fall || GROWTH.test(left)) && !REACHED.test(left);
  const value = parseFloat(figure.resolution.value) * (moved && fall ? -1 : 1);
  const measure = rank ? 'rank' : !moved ? 'level' : unit === '%' || unit === '倍' ? 'growth' : 'change';
  const end = rank ? figure.end + 1 : endOf(figure, line);
  const points = (text) => Array.from(text).length;
  const begin = offset + points(line.slice(0, figure.start));
  return { type: 'observation', value_span: [begin, begin + points(line.slice(figure.start, end))],
    value_text: line.slice(figure.start, end), measure, value, unit, bound: 'exact', indicator: null, period: null,
    status: 'actual', rank_of: rank ? 'level' : null };
}

function* rows(text) {
  let offset = 0;
  for (const line of text.split('\n')) {
    let end = 0;
    for (const figure of line.trim() ? figures(line) : []) {
      const left = line.slice(end, figure.start).split(/[，、,。；]/).pop();
      end = figure.end;
      const row = rowOf(figure, line, left, offset);
      if (row) yield row;
    }
    offset += Array.from(line).length + 1;
  }
}

for (const path of process.argv.slice(2)) {
  for (const row of rows(readFileSync(path, 'utf8'))) process.stdout.write(JSON.stringify(row) + '\n');
}
