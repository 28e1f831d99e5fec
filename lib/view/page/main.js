// Puts the page together: views and panes, the way between text and table, keys, links, review, theme.
import { buildOutline } from './outline.js';
import { correct, hideCard, isPinned, moveCard, refreshCard, showCard, shownOnCard } from './card.js';
import { $, announce, calm, el } from './dom.js';
import { closeDialog, openDialog } from './form.js';
import { nameOf } from './format.js';
import { helpContent } from './help.js';
import { addSelected, offerToAdd, underlineAdded } from './missed.js';
import { isSingle, placeObservations, reports, sentencesOf, target } from './model.js';
import { buildOverview } from './overview.js';
import { rangeOf } from './place.js';
import { reviewContent } from './reviewing.js';
import { allDecisions, decide, decisionOn, decisionsChanged, exported, hasUnsaved } from './review.js';
import { openReport, opened, select, selected, selection, showReport } from './select.js';
import { buildTable, focusRow, markRow, refreshRows, resetTable } from './table.js';
import { underline } from './underline.js';
import { refreshUnexplained, startUnexplained } from './unexplained.js';
import { languageChanged, startWords, t } from './words.js';

const root = document.documentElement;

function showView(view) {
  root.dataset.view = view;
  $('overview').hidden = view !== 'overview';
  for (const id of ['outline', 'text', 'figures']) $(id).hidden = view === 'overview';
  $('to-report').setAttribute('aria-pressed', String(view === 'report'));
  $('to-overview').setAttribute('aria-pressed', String(view === 'overview'));
  hideCard(false);
  if (view === 'overview') buildOverview(() => showView('report'));
}

function showPane(pane) {
  root.dataset.pane = pane;
  $('outline-button').setAttribute('aria-expanded', String(pane === 'outline'));
  for (const button of document.querySelectorAll('.pane-choice button')) {
    button.setAttribute('aria-pressed', String(button.dataset.pane === pane));
  }
}

// The pane of figures covers the text on a narrow screen.
const isNarrow = () => matchMedia('(max-width: 800px)').matches;

function goToHeading(heading) {
  showPane('text');
  const node = heading?.node ?? openReport().article;
  node.scrollIntoView({ block: 'start' });
  node.setAttribute('tabindex', '-1');
  node.focus({ preventScroll: true });
}

function jumpTo(o) {
  const range = o.mark ? null : rangeOf(o.report, o.spans.value);
  const node = o.mark ?? range?.startContainer.parentElement;
  node?.scrollIntoView({ block: isNarrow() ? 'start' : 'center' });
}

function markText(o) {
  for (const node of document.querySelectorAll('mark.current')) node.classList.remove('current');
  const range = o && !o.mark ? rangeOf(o.report, o.spans.value) : null;
  underline('unmarked', range ? [range] : []);
  if (!o?.mark) return;
  document.querySelector('#text mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
  o.mark.setAttribute('tabindex', '0');
  o.mark.classList.add('current');
}

function onSelected(o, source) {
  markText(o);
  if (!o) return hideCard(false);
  if (root.dataset.view === 'overview') showView('report');
  if (source === 'totable') {
    showPane('figures');
    hideCard(false);
    markRow(o, true);
    return focusRow(o);
  }
  if (source !== 'text') {
    showPane('text');
    jumpTo(o);
    if (source === 'link' || isNarrow()) o.mark?.focus({ preventScroll: true });
  }
  markRow(o, source !== 'table');
  showCard(o, true);
  // At the foot of a narrow screen the card may cover what it is about.
  const covered = o.mark?.getBoundingClientRect().bottom > $('card').getBoundingClientRect().top;
  if (isNarrow() && covered) jumpTo(o);
}

function onOpened() {
  for (const report of reports) report.article.hidden = report !== openReport();
  document.title = openReport().title;
  $('report-choice').value = String(openReport().number);
  resetTable();
  buildOutline(goToHeading);
  startMarks();
  refreshUnexplained();
  underlineAdded();
  $('text').scrollTop = 0;
}

function observationOf(node) {
  const mark = node.closest?.('mark');
  const o = mark && openReport()?.byId.get(Number(mark.dataset.o));
  return o?.mark === mark ? o : undefined;
}

function startMarks() {
  const report = openReport();
  sentencesOf(report);
  placeObservations(report);
  const entry = report.article.querySelector('mark[tabindex="0"]') ?? report.article.querySelector('mark');
  entry?.setAttribute('tabindex', '0');
  for (const o of report.observations) {
    o.mark?.setAttribute('role', 'button');
    // What colour and line tell those who see them.
    o.mark?.setAttribute('aria-description', `${nameOf(o)}, ${t(o.measure)}, ${t(o.status)}`);
    if (o.findings.some((finding) => !finding.ok)) o.mark?.classList.add('doubt');
    markDecision(o);
  }
}

function markDecision(o) {
  const verdict = decisionOn(o)?.verdict;
  if (verdict) o.mark?.setAttribute('data-verdict', verdict);
  else o.mark?.removeAttribute('data-verdict');
}

// The card comes a moment after the pointer, and leaves a moment after it left both.
const hover = calm(120, (o) => {
  if (o) {
    if (!isPinned()) showCard(o, false);
  } else if (!isPinned() && !$('card').matches(':hover')) {
    hideCard(false);
  }
});

function startPointer() {
  const isMouse = (event) => event.pointerType === 'mouse';
  $('text').addEventListener('pointerover', (event) => isMouse(event) && hover(observationOf(event.target)));
  $('text').addEventListener('pointerleave', (event) => isMouse(event) && hover(null));
  $('card').addEventListener('pointerenter', () => hover(shownOnCard()));
  $('card').addEventListener('pointerleave', (event) => isMouse(event) && hover(null));
  $('text').addEventListener('click', (event) => {
    if (!getSelection().isCollapsed) return;
    const o = observationOf(event.target);
    if (o) select(o, 'text');
    else hideCard(false);
  });
  $('text').addEventListener('focusin', (event) => {
    const o = observationOf(event.target);
    if (o && shownOnCard() !== o) showCard(o, false);
  });
  const scrolled = () => (isPinned() ? moveCard() : shownOnCard() && hideCard(false));
  $('text').addEventListener('scroll', () => requestAnimationFrame(scrolled), { passive: true });
  document.addEventListener('selectionchange', calm(150, offerToAdd));
  $('add-button').addEventListener('click', addSelected);
}

function step(o, by) {
  const marked = openReport().observations.filter((each) => each.mark && !each.mark.classList.contains('out'));
  const at = marked.indexOf(o);
  const next = marked[at < 0 ? 0 : at + by];
  if (!next) return;
  select(next, 'text');
  jumpTo(next);
  showCard(next, true);
  next.mark.focus({ preventScroll: true });
}

const KEYS = {
  '/': () => {
    showPane('figures');
    $('search').focus();
    $('search').select();
  },
  '?': () => openDialog(t('help_title'), ...helpContent()),
  j: () => step(selection(), 1),
  k: () => step(selection(), -1),
  t: () => {
    const inTable = $('figures').contains(document.activeElement);
    if (selection()) select(selection(), inTable ? 'link' : 'totable');
  },
  y: () => selection() && decide(selection(), 'right'),
  n: () => selection() && decide(selection(), 'wrong'),
  c: () => selection() && correct(selection()),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || $('dialog').open) return;
  const { target: at, key } = event;
  if (key === 'Escape') return escape(at);
  if (at.matches('input, select, textarea') || root.dataset.view === 'overview') return;
  const o = observationOf(at);
  if (o && (key === 'ArrowRight' || key === 'ArrowLeft')) step(o, key === 'ArrowRight' ? 1 : -1);
  else if (o && (key === 'Enter' || key === ' ')) openFromKey(o);
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
}

function openFromKey(o) {
  select(o, 'text');
  $('card').focus();
}

function escape(at) {
  if (at.id === 'search' && at.value === '') at.blur();
  if (shownOnCard()) hideCard($('card').contains(at));
  if (isNarrow() || root.dataset.pane === 'outline') showPane('text');
}

function startTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  $('theme-button').addEventListener('click', () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
  });
}

function refreshReviewButton() {
  const number = allDecisions().length;
  const waits = number > 0 && hasUnsaved();
  $('review-button').classList.toggle('main', waits);
  $('review-button').textContent = waits ? t('export_count', number) : t('review');
}

function onDecision(o) {
  refreshRows(o);
  for (const each of o ? [o] : openReport().observations) markDecision(each);
  underlineAdded();
  refreshReviewButton();
  if (o?.added && !decisionOn(o)) hideCard(false);
  else refreshCard();
  if ($('dialog').open) closeDialog();
}

function startBar() {
  $('to-report').addEventListener('click', () => showView('report'));
  $('to-overview').addEventListener('click', () => showView('overview'));
  $('outline-button').addEventListener('click', () => showPane(root.dataset.pane === 'outline' ? 'text' : 'outline'));
  $('help-button').addEventListener('click', KEYS['?']);
  $('review-button').addEventListener('click', () => openDialog(t('review_title'), ...reviewContent()));
  for (const button of document.querySelectorAll('.pane-choice button')) {
    button.addEventListener('click', () => showPane(button.dataset.pane));
  }
  const choice = $('report-choice');
  choice.hidden = isSingle;
  choice.append(...reports.map((report) => el('option', { value: report.number }, report.title)));
  choice.addEventListener('change', () => {
    showView('report');
    showReport(reports[Number(choice.value) - 1]);
  });
}

function follow() {
  const found = target(location.hash);
  if (!found) return false;
  showView('report');
  showReport(found.report);
  if (found.observation) select(found.observation, 'link');
  return true;
}

function relabel() {
  buildTable();
  startMarks();
  buildOutline(goToHeading);
  if (root.dataset.view === 'overview') buildOverview(() => showView('report'));
  refreshUnexplained();
  refreshReviewButton();
  refreshCard();
  announce('');
}

function start() {
  root.classList.add('js');
  startWords();
  startTheme();
  if (reports.length === 0) return;
  startBar();
  startPointer();
  startUnexplained();
  document.addEventListener('keydown', onKey);
  selected.on(onSelected);
  opened.on(onOpened);
  decisionsChanged.on(onDecision);
  exported.on(refreshReviewButton);
  languageChanged.on(relabel);
  addEventListener('hashchange', follow);
  addEventListener('beforeunload', (event) => hasUnsaved() && event.preventDefault());
  onOpened();
  showView('report');
  if (!follow() && !isSingle) showView('overview');
}

start();
