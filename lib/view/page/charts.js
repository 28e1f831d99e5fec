// Small charts as SVG. Every point is a link to its sentence.
import { svg } from './dom.js';
import { valueOf } from './format.js';
import { amountOf } from './series.js';

const LINES = 6;

/** Round steps that cover the values: [first, last, step]. */
export function scale(values, steps) {
  const low = Math.min(...values, 0);
  const high = Math.max(...values, 0);
  const rough = (high - low || 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  return { first: Math.floor(low / step) * step, last: Math.ceil(high / step) * step, step };
}

const ticks = ({ first, last, step }) =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) =>
    Number((first + index * step).toFixed(6)),
  );

const text = (x, y, content, anchor = 'middle', name = '') =>
  svg('text', { x, y, 'text-anchor': anchor, class: name }, content);

function point(x, y, o, label, name = '') {
  return svg(
    'a',
    { href: `#${o.anchor}`, class: `point ${o.status} ${name}`, 'aria-label': label },
    svg('circle', { cx: x, cy: y, r: 8, class: 'reach' }),
    svg('circle', { cx: x, cy: y, r: 5, class: 'dot' }),
    svg('title', {}, label),
  );
}

const frame = (width, height, label, ...content) =>
  svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': label, class: 'chart' },
    ...content,
  );

/** A line for each region over the years. */
export function lineChart(series, label) {
  const [width, height, left, right, top, foot] = [640, 300, 44, 130, 16, 32];
  const points = series.flatMap((line) => line.points);
  const years = points.map((each) => each.x);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const values = scale(
    points.map((each) => each.y),
    5,
  );
  const x = (year) => left + (to === from ? 0.5 : (year - from) / (to - from)) * (width - left - right);
  const y = (value) => top + ((values.last - value) / (values.last - values.first)) * (height - top - foot);
  const grid = ticks(values).map((value) => [
    svg('line', { x1: left, x2: width - right, y1: y(value), y2: y(value), class: value === 0 ? 'zero' : 'grid' }),
    text(left - 8, y(value) + 4, `${value}%`, 'end'),
  ]);
  const step = Math.ceil((to - from + 1) / 8);
  const shown = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  const dates = shown.map((year) => text(x(year), height - 10, String(year)));
  const ends = [];
  const lines = series.map((line, index) => {
    const last = line.points.at(-1);
    let at = y(last.y) + 4;
    while (ends.some((other) => Math.abs(other - at) < 14)) at += 14;
    ends.push(at);
    const path = (through) => through.map((each, i) => `${i ? 'L' : 'M'}${x(each.x)} ${y(each.y)}`).join('');
    return svg(
      'g',
      { class: `line${index % LINES}` },
      svg('path', { d: path(line.outcomes), class: 'path' }),
      svg('path', { d: path(line.ahead), class: 'path ahead' }),
      line.points.map((each) => point(x(each.x), y(each.y), each.o, `${line.name} ${each.x} ${valueOf(each.o)}`)),
      text(width - right + 12, at, line.name, 'start', 'name'),
    );
  });
  return frame(width, height, label, grid, dates, lines);
}

// Names at the left, an axis at the top, a row each: what target and rank charts share.
function rows(items, label, values, draw, tick) {
  const [width, left, right, top, step] = [640, 210, 70, 30, 28];
  const height = top + items.length * step + 8;
  const x = (value) => left + ((value - values.first) / (values.last - values.first || 1)) * (width - left - right);
  const grid = ticks(values).map((value) => [
    svg('line', { x1: x(value), x2: x(value), y1: top, y2: height - 8, class: value === 0 ? 'zero' : 'grid' }),
    text(x(value), top - 10, tick(value)),
  ]);
  const drawn = items.map((item, index) =>
    svg('g', {}, draw(item, x, top + index * step + step / 2, width - right + 12)),
  );
  return frame(width, height, label, grid, drawn);
}

// About as wide as it will be: a Hanzi 12 pixels, a letter or digit 7.
const widthOf = (content) => [...content].reduce((sum, char) => sum + (char.codePointAt(0) < 0x2000 ? 7 : 12), 0);

function clipped(name, width) {
  const chars = [...name];
  if (widthOf(name) <= width) return name;
  while (chars.length > 0 && widthOf(chars.join('')) + 12 > width) chars.pop();
  return `${chars.join('')}…`;
}

function named(name, detail, y) {
  const short = clipped(detail, 120);
  return [
    svg('text', { x: 0, y: y + 4, class: 'name' }, clipped(name, 190 - widthOf(short)), svg('title', {}, name)),
    text(200, y + 4, short, 'end'),
  ];
}

/** Hollow targets, solid outcomes, a line between. */
export function pairChart(pairs, label, detail) {
  const amounts = pairs.flatMap((pair) => [amountOf(pair.target), amountOf(pair.outcome)]);
  return rows(
    pairs,
    label,
    scale(amounts, 6),
    (pair, x, y) => [
      named(pair.name, detail(pair), y),
      svg('line', { x1: x(amountOf(pair.target)), x2: x(amountOf(pair.outcome)), y1: y, y2: y, class: 'between' }),
      point(x(amountOf(pair.target)), y, pair.target, `${pair.name} ${pair.period} ${valueOf(pair.target)}`),
      point(x(amountOf(pair.outcome)), y, pair.outcome, `${pair.name} ${pair.period} ${valueOf(pair.outcome)}`),
    ],
    (value) => `${value}%`,
  );
}

/** A row for each region: what was reached last, and the targets after it. Better than lines where there are many. */
export function regionChart(series, label) {
  const last = (line) => line.outcomes.at(-1) ?? line.ahead[0];
  const lines = [...series].sort((a, b) => last(b).y - last(a).y);
  const pointsOf = (line) => (line.ahead.length > 0 ? line.ahead : [last(line)]);
  return rows(
    lines,
    label,
    scale(
      lines.flatMap(pointsOf).map((each) => each.y),
      6,
    ),
    (line, x, y) => {
      const shown = pointsOf(line);
      const ends = shown.map((each) => x(each.y));
      return [
        named(line.name, shown.map((each) => each.x).join(', '), y),
        svg('line', { x1: Math.min(...ends), x2: Math.max(...ends), y1: y, y2: y, class: 'between' }),
        shown.map((each) => point(x(each.y), y, each.o, `${line.name} ${each.x} ${valueOf(each.o)}`)),
      ];
    },
    (value) => `${value}%`,
  );
}

/** A dot at its place; the first is at the left. */
export function rankChart(items, label, detail) {
  const lowest = Math.max(...items.map((item) => item.place), 3);
  const step = Math.ceil((lowest - 1) / 8);
  const values = { first: 1, last: 1 + Math.ceil((lowest - 1) / step) * step, step };
  return rows(
    items,
    label,
    values,
    (item, x, y, right) => [
      named(item.name, detail(item), y),
      svg('line', { x1: x(1), x2: x(values.last), y1: y, y2: y, class: 'grid' }),
      point(x(item.place), y, item.o, `${item.name} ${item.period} ${item.among} ${valueOf(item.o)}`, 'rank'),
      text(right, y + 4, valueOf(item.o), 'start', 'name'),
    ],
    String,
  );
}
