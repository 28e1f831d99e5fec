// The headings of the open report with the number of figures under each.
import { $, el } from './dom.js';
import { openReport } from './select.js';
import { t } from './words.js';

let watcher = null;

function item(heading, go) {
  const press = () => go(heading);
  return el(
    'li',
    { class: `level${Math.min(heading.level, 4)}` },
    el(
      'button',
      { lang: 'zh-CN', 'data-heading': heading.index, onclick: press, title: heading.text },
      el('span', {}, heading.text),
      heading.count > 0 ? el('small', {}, heading.count) : null,
    ),
  );
}

// The heading that is read now is the last one above the middle of the text.
function follow(headings) {
  watcher?.disconnect();
  const passed = new Map();
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, boundingClientRect, rootBounds } of entries) {
        passed.set(target, boundingClientRect.top < (rootBounds?.bottom ?? innerHeight / 3));
      }
      const current = headings.findLast((heading) => passed.get(heading.node));
      for (const button of $('outline').querySelectorAll('[aria-current]')) button.removeAttribute('aria-current');
      if (current)
        $('outline').querySelector(`[data-heading="${current.index}"]`)?.setAttribute('aria-current', 'true');
    },
    { root: $('text'), rootMargin: '0px 0px -66% 0px' },
  );
  for (const heading of headings) watcher.observe(heading.node);
}

export function buildOutline(go) {
  const report = openReport();
  if (!report) return;
  const top = el(
    'li',
    { class: 'level1 whole' },
    el('button', { onclick: () => go(null) }, el('span', {}, t('whole')), el('small', {}, report.observations.length)),
  );
  $('outline').replaceChildren(
    el('h2', {}, t('outline')),
    el(
      'ol',
      {},
      top,
      report.headings.map((heading) => item(heading, go)),
    ),
  );
  follow(report.headings);
}
