// The index of several reports, and the charts; for one report the charts alone.
import { lineChart, pairChart, rankChart, regionChart } from './charts.js';
import { $, el } from './dom.js';
import { MEASURES, inDoubt, isSingle, pageErrors, reports } from './model.js';
import { showReport } from './select.js';
import { growthIndicators, growthSeries, rankRows, targetPairs } from './series.js';
import { t } from './words.js';

// More lines than these cannot be told apart.
const MOST_LINES = 6;
const MOST_REGIONS = 40;
const MOST_ROWS = 24;

let chosen = '';
let order = { key: 'number', descending: false };
let openOne = () => {};

const COLUMNS = {
  number: (report) => report.number,
  report: (report) => report.title,
  region: (report) => report.region ?? '',
  year: (report) => report.report_year ?? report.year ?? '',
  observations: (report) => report.observations.length,
  findings: (report) => report.observations.filter(inDoubt).length,
  errors: (report) => report.errors.length,
};

function bar(report) {
  const all = report.observations.length;
  const number = (key) => report.observations.filter((o) => o.measure === key).length;
  const label = MEASURES.map((key) => `${t(key)} ${number(key)}`).join(', ');
  const parts = MEASURES.map((key) => {
    const part = el('i', { class: key });
    part.style.flexGrow = String(number(key));
    return part;
  });
  return all > 0 ? el('span', { class: 'bar-of', role: 'img', 'aria-label': label, title: label }, parts) : null;
}

function rowOf(report) {
  const open = () => {
    showReport(report);
    openOne();
  };
  const cell = (key, name, ...content) => el('td', { class: name, 'data-name': t(key) }, ...content);
  const doubts = COLUMNS.findings(report);
  const failures = report.errors.length;
  const name = el('button', { class: 'link', lang: 'zh-CN', onclick: open }, el('bdi', {}, report.title));
  return el(
    'tr',
    {},
    el('td', { class: 'number' }, report.number),
    el('td', {}, name, el('small', {}, el('bdi', {}, report.doc))),
    el('td', { lang: 'zh-CN' }, el('bdi', {}, report.region ?? '–')),
    el('td', { class: 'number' }, String(COLUMNS.year(report) || '–')),
    cell('observations', 'number', report.observations.length, bar(report)),
    cell('findings', doubts > 0 ? 'number bad' : 'number', String(doubts || '–')),
    el(
      'td',
      { class: failures > 0 ? 'number bad' : 'number', 'data-name': t('errors'), title: report.errors.join('\n') },
      String(failures || '–'),
    ),
  );
}

function headerOf(key) {
  const direction = order.descending ? 'descending' : 'ascending';
  const press = () => {
    order = { key, descending: order.key === key && !order.descending };
    buildOverview(openOne);
    document.querySelector(`#overview th[data-key="${key}"] button`)?.focus();
  };
  const sort = order.key === key ? direction : 'none';
  return el(
    'th',
    { scope: 'col', 'aria-sort': sort, 'data-key': key },
    el('button', { onclick: press }, t(key === 'number' ? 'place' : key)),
  );
}

function index() {
  const value = COLUMNS[order.key];
  const compare = (a, b) =>
    typeof value(a) === 'number' ? value(a) - value(b) : String(value(a)).localeCompare(String(value(b)), 'zh-CN');
  const direction = order.descending ? -1 : 1;
  const listed = [...reports].sort((a, b) => direction * compare(a, b) || a.number - b.number);
  return el(
    'section',
    { class: 'index' },
    el('h2', {}, `${t('reports')} (${reports.length})`),
    el(
      'div',
      { class: 'wide', tabindex: '0', role: 'group', 'aria-label': t('reports') },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, Object.keys(COLUMNS).map(headerOf))),
        el('tbody', {}, listed.map(rowOf)),
      ),
    ),
    pageErrors.length > 0
      ? el(
          'details',
          { class: 'problem' },
          el('summary', {}, `${t('errors')} (${pageErrors.length})`),
          el(
            'ul',
            {},
            pageErrors.map((error) => el('li', {}, error)),
          ),
        )
      : null,
  );
}

function figure(key, note, ...content) {
  return el(
    'section',
    { class: 'figure' },
    el('h3', {}, t(key)),
    note ? el('p', { class: 'note' }, note) : null,
    ...content,
  );
}

const none = (key) => el('p', { class: 'empty' }, t(key));
const wide = (key, chart) => el('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': t(key) }, chart);
const rest = (all) =>
  all.length > MOST_ROWS ? el('p', { class: 'note' }, t('first_rows', MOST_ROWS, all.length)) : null;

function growthFigure(observations) {
  const indicators = growthIndicators(observations);
  if (indicators.length === 0) return figure('chart_growth', null, none('no_points'));
  if (!indicators.some(([key]) => key === chosen)) chosen = indicators[0][0];
  const names = new Map(indicators);
  const options = indicators
    .slice(0, 200)
    .map(([key, name, years]) => el('option', { value: key, selected: key === chosen }, `${name} (${years})`));
  const drawn = el('div', {});
  const draw = () => {
    const series = growthSeries(observations, chosen);
    const chart = series.length > MOST_LINES ? regionChart : lineChart;
    const label = `${t('chart_growth')} ${names.get(chosen)}`;
    const shown = series.slice(0, MOST_REGIONS);
    drawn.replaceChildren(shown.length > 0 ? wide('chart_growth', chart(shown, label)) : none('no_points'));
  };
  const change = (event) => {
    chosen = event.target.value;
    draw();
  };
  draw();
  return figure(
    'chart_growth',
    t('chart_growth_note'),
    el('select', { id: 'chart-indicator', 'aria-label': t('indicator'), onchange: change }, options),
    drawn,
  );
}

const place = (pair) =>
  new Set(reports.map((report) => report.region)).size > 1 ? `${pair.region} ${pair.period}` : pair.period;

// One report has no outcomes of its own targets: then its targets stand beside the outcomes of the year before.
function targetFigure(observations) {
  const [reached, next] = [targetPairs(observations), targetPairs(observations, 1)];
  const pairs = reached.length > 0 ? reached : next;
  const title = reached.length > 0 || next.length === 0 ? 'chart_target' : 'chart_next';
  if (pairs.length === 0) return figure(title, null, none('no_pairs'));
  const chart = pairChart(pairs.slice(0, MOST_ROWS), t(title), place);
  return figure(title, t('chart_target_note'), wide(title, chart), rest(pairs));
}

// A place by growth is another one than the place by level.
const nameRank = (row) => (row.of === 'growth' ? { ...row, name: `${row.name} ${t('growth')}` } : row);

function rankFigure() {
  const numberOf = (report) => rankRows(report.observations).length;
  const ranked = reports.filter((report) => numberOf(report) > 0).sort((a, b) => numberOf(b) - numberOf(a));
  if (ranked.length === 0) return figure('chart_rank', null, none('no_points'));
  const drawn = el('div', {});
  const draw = (report) => {
    const ranks = rankRows(report.observations);
    const chart = rankChart(ranks.slice(0, MOST_ROWS).map(nameRank), `${t('chart_rank')} ${report.title}`, (item) =>
      `${item.among} ${item.period}`.trim(),
    );
    drawn.replaceChildren(wide('chart_rank', chart), rest(ranks) ?? '');
  };
  const options = ranked.map((report) =>
    el('option', { value: report.number }, `${report.region ?? ''} ${report.title}`.trim()),
  );
  const change = (event) => draw(reports[Number(event.target.value) - 1]);
  draw(ranked[0]);
  return figure(
    'chart_rank',
    t('chart_rank_note'),
    isSingle ? null : el('select', { 'aria-label': t('report'), onchange: change }, options),
    drawn,
  );
}

/** `open` shows the report that was chosen. */
export function buildOverview(open) {
  openOne = open;
  const observations = reports.flatMap((report) => report.observations);
  $('overview').replaceChildren(
    ...(isSingle ? [] : [index()]),
    el(
      'section',
      { class: 'charts' },
      el('h2', {}, t('charts')),
      growthFigure(observations),
      targetFigure(observations),
      rankFigure(),
    ),
  );
}
