// Decisions of a reader as JSON Lines in the form of the gold rows, and back. docs/view.md describes the file.

const VERDICTS = ['right', 'wrong', 'corrected', 'added'];

// Digits stay as they are written: a number of JSON, or null.
const digits = (text) => (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text ?? '') ? text : 'null');

const numberOf = (o) => (o.low !== undefined ? `[${digits(o.low)}, ${digits(o.high)}]` : digits(o.value));

/** One line, keys in the order of tests/gold; `ranges` are the places of all decisions on this report. */
export function goldLine(decision, ranges) {
  const { o, report, verdict } = decision;
  const pairs = [
    ['doc', report.doc],
    ['sha256', report.sha256 ?? null],
    ['verdict', verdict],
    ['flag', verdict === 'wrong' ? 'none' : 'must'],
    ['sentence', o.spans.sentence ?? null],
    ['value_span', o.spans.value],
    ['value_text', o.value_text],
    ['measure', o.measure],
    ['value', null],
    ['unit', o.unit ?? null],
    ['bound', o.bound ?? 'exact'],
    ['indicator_min', o.indicator ?? ''],
    ['indicator_max', o.indicator ?? ''],
    ['indicator_span', o.spans.indicator ?? null],
    ['scope', o.scope ?? null],
    ['period', o.period ?? null],
    ['status', o.status],
    ['rank_of', o.rank_of ?? null],
    ['rank_scope', o.rank_scope ?? null],
    ['condition', o.condition ?? null],
    ['ranges', ranges],
  ];
  const items = pairs.map(([key, value]) => {
    const json = key === 'value' ? numberOf(o) : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${json}`;
  });
  return `{${items.join(', ')}}\n`;
}

/** All decisions, by report and place. */
export function goldLines(decisions) {
  const place = (decision) => decision.o.spans.value[0];
  const byReport = new Map();
  for (const decision of decisions) {
    if (!byReport.has(decision.report)) byReport.set(decision.report, []);
    byReport.get(decision.report).push(decision);
  }
  const reports = [...byReport.keys()].sort((a, b) => a.number - b.number);
  return reports
    .flatMap((report) => {
      const rows = byReport.get(report).sort((a, b) => place(a) - place(b));
      const ranges = rows.map((row) => row.o.spans.value);
      return rows.map((row) => goldLine(row, ranges));
    })
    .join('');
}

const isSpan = (span) =>
  Array.isArray(span) && span.length === 2 && span.every((n) => Number.isSafeInteger(n) && n >= 0) && span[0] < span[1];

// The digits of "value" as they stand in the line; JSON.parse would make a double of them.
function valueOf(line) {
  const match = /"value": *(\[ *(-?[\d.]+) *, *(-?[\d.]+) *\]|-?[\d.]+)/.exec(line);
  if (!match) return {};
  return match[2] === undefined ? { value: match[1] } : { low: match[2], high: match[3] };
}

function decisionOf(line) {
  const row = JSON.parse(line);
  if (!isSpan(row.value_span) || !VERDICTS.includes(row.verdict)) throw new Error('no decision');
  const o = { ...valueOf(line), spans: { value: row.value_span } };
  if (isSpan(row.sentence)) o.spans.sentence = row.sentence;
  if (isSpan(row.indicator_span)) o.spans.indicator = row.indicator_span;
  for (const key of [
    'value_text',
    'measure',
    'unit',
    'bound',
    'scope',
    'period',
    'status',
    'rank_of',
    'rank_scope',
    'condition',
  ]) {
    if (typeof row[key] === 'string') o[key] = row[key];
  }
  if (typeof row.indicator_max === 'string' && row.indicator_max !== '') o.indicator = row.indicator_max;
  return { doc: row.doc, sha256: row.sha256, verdict: row.verdict, o };
}

/** The decisions of a file. Throws an Error with the number of the line that is none. */
export function parseGold(text) {
  const decisions = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      decisions.push(decisionOf(line));
    } catch {
      throw new Error(String(index + 1));
    }
  });
  return decisions;
}
