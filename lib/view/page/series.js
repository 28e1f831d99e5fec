// Observations → what a chart draws: plain values, no elements.

const yearOf = (period) => /^(\d{4})(?:$|[-QH.])/.exec(period ?? '')?.[1];
const oneYear = (period) => /^\d{4}$/.test(period ?? '');
/** The number, of a range its middle. */
export const amountOf = (o) => Number(o.value ?? (o.low !== undefined ? (Number(o.low) + Number(o.high)) / 2 : NaN));

export const keyOfIndicator = (o) => o.indicator_id ?? o.indicator ?? '';
// Figures of a part, another area or a company are no figures of the report's region.
const isWhole = (o) => !o.scope && !o.subject;
const regionOf = (o) => o.report.region ?? o.report.doc;

const usable = (o) => keyOfIndicator(o) !== '' && Number.isFinite(amountOf(o));

const isTarget = (point) => point.o.status === 'target';

// What was reached, a point a year, an actual figure before an estimate; and the way from the last to later targets.
function pathsOf(points) {
  const years = new Map();
  for (const point of points) {
    const known = years.get(point.x);
    if (!isTarget(point) && !(known && known.o.status === 'actual')) years.set(point.x, point);
  }
  const outcomes = [...years.values()];
  const last = outcomes.at(-1);
  const later = points.filter((point) => isTarget(point) && (!last || point.x > last.x));
  return { outcomes, ahead: last && later.length > 0 ? [last, ...later] : later };
}

/** Growth of one year against the year before, in %, of the indicator: a line for each region. */
export function growthSeries(observations, indicator) {
  const lines = new Map();
  for (const o of observations) {
    const fits = o.measure === 'growth' && o.unit === '%' && isWhole(o) && oneYear(o.period) && o.status !== 'baseline';
    if (!fits || !usable(o) || keyOfIndicator(o) !== indicator || (o.basis && o.basis !== 'yoy')) continue;
    const region = regionOf(o);
    if (!lines.has(region)) lines.set(region, []);
    lines.get(region).push({ x: Number(o.period), y: amountOf(o), o });
  }
  return [...lines].map(([name, found]) => {
    const points = found.sort((a, b) => a.x - b.x || a.o.report.number - b.o.report.number);
    return { name, points, ...pathsOf(points) };
  });
}

/** The indicators that growthSeries can draw, those with the most years first: [key, its name in the text, years]. */
export function growthIndicators(observations) {
  const known = new Map();
  for (const o of observations) {
    if (o.measure !== 'growth' || o.unit !== '%' || !oneYear(o.period) || !isWhole(o) || !usable(o)) continue;
    const key = keyOfIndicator(o);
    if (!known.has(key)) known.set(key, { name: o.indicator ?? key, years: new Set() });
    known.get(key).years.add(`${o.period}${regionOf(o)}`);
  }
  return [...known].map(([key, { name, years }]) => [key, name, years.size]).sort((a, b) => b[2] - a[2]);
}

const pairable = (o) =>
  usable(o) && isWhole(o) && yearOf(o.period) && o.status !== 'baseline' && o.measure !== 'rank' && o.unit === '%';

const later = (period, years) => (years === 0 ? period : oneYear(period) ? String(Number(period) + years) : '');

/**
 * Targets in % beside outcomes: the same region, indicator, measure and year; with `years` 1 the outcome of the year
 * before the target's.
 */
export function targetPairs(observations, years = 0) {
  const pairs = new Map();
  for (const o of observations.filter(pairable)) {
    const isGoal = o.status === 'target';
    const period = isGoal ? o.period : later(o.period, years);
    const key = [regionOf(o), keyOfIndicator(o), o.measure, period, o.ratio_to ?? ''].join('\u0000');
    if (!pairs.has(key)) pairs.set(key, { region: regionOf(o), name: o.indicator, period });
    pairs.get(key)[isGoal ? 'target' : 'outcome'] ??= o;
  }
  return [...pairs.values()].filter((pair) => pair.target && pair.outcome);
}

/** Places among others, the best first. */
export function rankRows(observations) {
  const rows = observations
    .filter((o) => o.measure === 'rank' && usable(o) && amountOf(o) >= 1)
    .map((o) => ({
      o,
      place: amountOf(o),
      name: o.indicator,
      of: o.rank_of,
      among: o.rank_scope ?? '',
      period: o.period ?? '',
    }));
  return rows.sort((a, b) => a.place - b.place || a.o.report.number - b.o.report.number);
}
