// The reports of the page: the data block, bound to the elements of the text.
import { $ } from './dom.js';

export const MEASURES = ['level', 'growth', 'change', 'rank'];
export const STATUSES = ['actual', 'estimate', 'target', 'baseline'];

const data = JSON.parse($('data').textContent);

export const pageErrors = data.errors ?? [];

export const reports = (data.reports ?? []).map((report, index) => ({
  observations: [],
  findings: [],
  unexplained: [],
  errors: [],
  title: report.doc,
  ...report,
  number: index + 1,
  prefix: data.reports.length === 1 ? '' : `d${index + 1}`,
  article: $(`d${index + 1}`),
}));

export const isSingle = reports.length === 1;

const byDoc = new Map(reports.map((report) => [report.doc, report]));

for (const report of reports) {
  report.byId = new Map();
  for (const o of report.observations) {
    Object.assign(o, { report, findings: [], anchor: `${report.prefix}o${o.id}` });
    report.byId.set(o.id, o);
  }
}

export const observationOf = (doc, id) => byDoc.get(doc)?.byId.get(id);

for (const finding of reports.flatMap((report) => report.findings)) {
  for (const { doc, id } of finding.observations ?? []) observationOf(doc, id)?.findings.push(finding);
}

export const inDoubt = (o) => o.findings.some((finding) => !finding.ok);

/** The sentences of a report in text order, each with its heading; read from the page when it is first asked for. */
export function sentencesOf(report) {
  if (report.sentences) return report.sentences;
  report.sentences = [];
  report.headings = [];
  let heading = null;
  for (const node of report.article.querySelectorAll('.s')) {
    if (/^H\d$/.test(node.tagName)) {
      const level = Number(node.tagName[1]) - 1;
      let parent = heading;
      while (parent && parent.level >= level) parent = parent.parent;
      heading = { node, level, parent, index: report.headings.length, text: node.textContent.trim(), count: 0 };
      report.headings.push(heading);
    }
    report.sentences.push({ node, begin: Number(node.dataset.b), heading });
  }
  return report.sentences;
}

/** The sentence in which the code point stands: the last that begins at or before it. */
export function sentenceAt(report, offset) {
  const sentences = sentencesOf(report);
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].begin <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? sentences[low - 1] : undefined;
}

/** Gives every observation its heading and sentence, every heading its count. */
export function placeObservations(report) {
  if (report.placed) return;
  report.placed = true;
  for (const o of report.observations) {
    const sentence = sentenceAt(report, o.spans.value[0]);
    o.heading = sentence?.heading ?? null;
    o.sentence = sentence?.node.textContent ?? '';
    o.mark = $(o.anchor);
    for (let heading = o.heading; heading; heading = heading.parent) heading.count += 1;
  }
}

export function isUnder(heading, ancestor) {
  for (; heading; heading = heading.parent) {
    if (heading === ancestor) return true;
  }
  return false;
}

/** What "#o17", "#d2o17" and "#d2" point at. */
export function target(hash) {
  const match = /^#?(?:d(\d+))?(?:o(\d+))?$/.exec(hash);
  if (!match || (!match[1] && !match[2])) return null;
  const report = reports[match[1] ? Number(match[1]) - 1 : 0];
  return report ? { report, observation: match[2] ? report.byId.get(Number(match[2])) : undefined } : null;
}
