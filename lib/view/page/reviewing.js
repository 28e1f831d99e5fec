// The dialog of the review: what was decided, out to a file and in from one.
import { announce, el } from './dom.js';
import { reports } from './model.js';
import { allDecisions, countVerdicts, exportDecisions, importDecisions } from './review.js';
import { t } from './words.js';

const NAME = 'zhibiao-review.jsonl';

function download(text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  el('a', { href: url, download: NAME }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function exportButton(say) {
  const press = () => {
    const number = allDecisions().length;
    download(exportDecisions());
    say(t('exported', number));
  };
  return el(
    'button',
    { id: 'export-button', class: 'main', disabled: allDecisions().length === 0, onclick: press },
    t('export'),
  );
}

function importButton(say) {
  const file = el('input', { type: 'file', id: 'import-file', accept: '.jsonl,.ndjson,.json', hidden: true });
  file.addEventListener('change', async () => {
    if (!file.files[0]) return;
    try {
      const { taken, foreign } = importDecisions(await file.files[0].text());
      announce(t('imported', taken, foreign));
    } catch (error) {
      say(t('bad_file', error.message));
    }
  });
  return [file, el('button', { onclick: () => file.click() }, t('import'))];
}

export function reviewContent() {
  const { right, wrong, corrected, added } = countVerdicts();
  const outcome = el('p', { class: 'problem', role: 'status' });
  const say = (message) => {
    outcome.textContent = message;
  };
  return [
    el('p', {}, t('review_intro')),
    el('p', { class: 'tally' }, t('review_count', right, wrong, corrected, added)),
    reports.some((report) => !report.sha256) ? el('p', { class: 'note' }, t('no_hash')) : null,
    el('p', { class: 'note' }, el('code', {}, t('eval_hint'))),
    outcome,
    el('footer', {}, importButton(say), exportButton(say)),
  ].filter(Boolean);
}
