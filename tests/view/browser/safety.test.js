// Text that would like to be markup or script: in the text, names, titles, rules, findings, errors, decisions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open, pageOf, root, textFile, zhibiao } from './page.js';

const HOSTILE = `</script><script>window.owned=1</script><img src="https://example.org/x" onerror="window.owned=1">"'\u2028\u2029<!--</style>&lt;b&gt;\u202e`;

function hostileLines() {
  const report = textFile('plain.txt', `一、${HOSTILE}\n\n${HOSTILE}地区生产总值424亿元，总量全市第二。\n`);
  const lines = zhibiao(['extract', '--keep', 'document,sentence', report])
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) {
    line.doc = HOSTILE;
    if (line.type === 'document')
      Object.assign(line.meta, { title: HOSTILE, region: HOSTILE, date: HOSTILE, sha256: HOSTILE });
    if (line.type !== 'observation') continue;
    Object.assign(line, {
      indicator: HOSTILE,
      scope: HOSTILE,
      unit: HOSTILE,
      rules: [HOSTILE],
      condition: HOSTILE,
      period: HOSTILE,
    });
    line.indicator_id = HOSTILE;
  }
  const finding = {
    type: 'finding',
    doc: HOSTILE,
    kind: HOSTILE,
    ok: false,
    observations: [{ doc: HOSTILE, id: 1 }],
    stated: HOSTILE,
    unit: HOSTILE,
    text: HOSTILE,
  };
  const error = { type: 'error', doc: HOSTILE, stage: HOSTILE, message: HOSTILE };
  const lost = { type: 'error', doc: null, stage: HOSTILE, message: HOSTILE };
  const second = { type: 'document', doc: `${HOSTILE}2`, meta: { title: HOSTILE } };
  return [...lines, finding, error, lost, second].map((line) => `${JSON.stringify(line)}\n`).join('');
}

test('hostile text stays text everywhere', async () => {
  const path = pageOf('hostile', [], hostileLines());
  const { page, noted, close } = await open(path);
  const elements = () =>
    page.evaluate(
      () => document.querySelectorAll('img, iframe, object, embed, link:not([href="data:,"]), script').length,
    );
  const own = await elements();
  assert.equal(own, 2);
  await page.locator('.index tbody button').first().click();
  await page.locator('#d1o1').click();
  await page.locator('#card .verdict.corrected').click();
  await page.fill('dialog input[name=indicator]', HOSTILE);
  await page.locator('dialog button.main').click();
  await page.locator('#d1o2').hover();
  await page.fill('#search', HOSTILE);
  await page.locator('#to-overview').click();
  assert.equal(await elements(), own);
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.match(await page.locator('#d1 h1').textContent(), /window\.owned/);
  assert.deepEqual(noted, []);
  await close();
});

test('the policy stops a script that got in all the same', async () => {
  const path = pageOf('policy', [`${root}tests/gold/seed.txt`]);
  const html = readFileSync(path, 'utf8').replace(
    '<article',
    '<script>window.owned=1</script><img src="https://example.org/x"><article',
  );
  const { page, noted, close } = await open(textFile('policy.html', html));
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.ok(noted.some((note) => note.startsWith('console ')));
  const markup = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p>';
      return 'taken';
    } catch {
      return 'refused';
    }
  });
  assert.equal(markup, 'refused');
  await close();
});
