// What a reader decided: held in the page alone, keyed by report and place of the value, exported as a file.
import { signal } from './dom.js';
import { goldLines, parseGold } from './gold.js';
import { reports } from './model.js';

const decisions = new Map();
let unsaved = false;

/** Called with the observation that was decided on, or with nothing when many were. */
export const decisionsChanged = signal();
export const exported = signal();

const keyOf = (report, span) => `${report.number}:${span.join('-')}`;

export const allDecisions = () => [...decisions.values()];
export const decisionOn = (o) => decisions.get(keyOf(o.report, o.spans.value));
export const hasUnsaved = () => unsaved;
export const addedTo = (report) =>
  allDecisions().filter((decision) => decision.verdict === 'added' && decision.report === report);

function put(report, verdict, o) {
  decisions.set(keyOf(report, o.spans.value), { report, verdict, o });
  unsaved = true;
}

/** `changes` are the fields of a correction. The same verdict again takes it back. */
export function decide(o, verdict, changes = {}) {
  const before = decisionOn(o);
  if (before?.verdict === verdict && verdict !== 'corrected') return undecide(o);
  const decided = { ...o, ...changes };
  // Another indicator than the text's stands nowhere.
  if (decided.indicator !== o.indicator) decided.spans = { ...o.spans, indicator: undefined };
  put(o.report, verdict, decided);
  decisionsChanged.emit(o);
}

export function undecide(o) {
  decisions.delete(keyOf(o.report, o.spans.value));
  unsaved = true;
  decisionsChanged.emit(o);
}

export function addMissed(report, o) {
  put(report, 'added', { ...o, report });
  decisionsChanged.emit();
}

export function exportDecisions() {
  unsaved = false;
  exported.emit();
  return goldLines(allDecisions());
}

/** Returns how many were taken and how many are of reports that are not here. */
export function importDecisions(text) {
  const rows = parseGold(text);
  let taken = 0;
  for (const row of rows) {
    const report = reports.find((each) => (row.sha256 ? each.sha256 === row.sha256 : each.doc === row.doc));
    if (!report) continue;
    const [begin, end] = row.o.spans.value;
    const own = report.observations.find(({ spans }) => spans.value[0] === begin && spans.value[1] === end);
    const spans = { ...own?.spans, ...row.o.spans };
    decisions.set(keyOf(report, spans.value), { report, verdict: row.verdict, o: { ...own, ...row.o, spans, report } });
    taken += 1;
  }
  decisionsChanged.emit();
  return { taken, foreign: rows.length - taken };
}

export function countVerdicts() {
  const counts = { right: 0, wrong: 0, corrected: 0, added: 0 };
  for (const { verdict } of decisions.values()) counts[verdict] += 1;
  return counts;
}
