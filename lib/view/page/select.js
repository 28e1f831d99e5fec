// The one observation that text, table and card are about, and the report that is open.
import { signal } from './dom.js';
import { reports } from './model.js';

let current = null;
let open = reports[0] ?? null;

/** Called with the observation (or null) and where it was chosen: text, table, link. */
export const selected = signal();
/** Called with the report. */
export const opened = signal();

export const selection = () => current;
export const openReport = () => open;

export function showReport(report) {
  if (report === open) return;
  select(null, 'link');
  open = report;
  opened.emit(report);
}

export function select(o, source) {
  if (o && o.report !== open) showReport(o.report);
  current = o;
  if (o && !o.added) history.replaceState(null, '', `#${o.anchor}`);
  selected.emit(o, source);
}
