// A reader's decisions: made, exported, scored by `eval`, taken in again by a page that was made anew.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, open, pageOf, textFile, zhibiao } from './page.js';

const TEXT =
  '一、2022年工作回顾\n\n地区生产总值424亿元，增长5.2%。出口3亿元。𠀀引进人才三百名，其中外籍专家７３号楼入住。\n';
const report = textFile('review.txt', TEXT);
const path = pageOf('review', [report]);

async function exported(page) {
  await page.locator('#review-button').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export-button').click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return {
    file,
    rows: readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

async function decideAll(page) {
  await page.locator('#o1').click();
  await page.locator('#card .verdict.right').click();
  await page.locator('#o2').click();
  await page.locator('#card .verdict.corrected').click();
  await page.fill('dialog input[name=value]', 'much');
  await page.locator('dialog button.main').click();
  assert.ok(await page.locator('dialog .problem').isVisible());
  await page.fill('dialog input[name=value]', '-5.25');
  await page.fill('dialog input[name=period]', '2021');
  await page.locator('dialog button.main').click();
  await page.locator('#o3').click();
  await page.locator('#card .verdict.wrong').click();
  await page.keyboard.press('Escape');
}

// As a reader does with the mouse, from the first to the last character.
async function selectText(page, wanted) {
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(text);
      if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + text.length);
    }
  }, wanted);
}

test('decisions are exported in the gold format, scored, and taken in again', async () => {
  const { page, noted, close } = await open(path);
  await decideAll(page);
  await selectText(page, '７３号');
  await page.locator('#add-button').click();
  await page.fill('dialog input[name=indicator]', '外籍专家');
  await page.fill('dialog input[name=value]', '73');
  await page.fill('dialog input[name=unit]', '人');
  await page.locator('dialog button.main').click();
  assert.equal(await page.locator('.rows .row .sign.added').count(), 1);

  const { file, rows } = await exported(page);
  assert.deepEqual(
    rows.map((row) => row.verdict),
    ['right', 'corrected', 'wrong', 'added'],
  );
  assert.deepEqual(
    rows.map((row) => row.flag),
    ['must', 'must', 'none', 'must'],
  );
  const [right, corrected, , added] = rows;
  const characters = [...TEXT];
  for (const row of rows) assert.equal(characters.slice(...row.value_span).join(''), row.value_text);
  assert.equal(right.value, 424);
  assert.equal(right.indicator_max, '地区生产总值');
  assert.equal(corrected.value, -5.25);
  assert.equal(corrected.period, '2021');
  assert.equal(corrected.measure, 'growth');
  assert.equal(added.unit, '人');
  assert.deepEqual(
    right.ranges,
    rows.map((row) => row.value_span),
  );

  const scores = JSON.parse(zhibiao(['eval', '--decisions', file, report, '--json']));
  assert.equal(scores.gold, 3);
  assert.equal(scores.pred, 3);
  assert.equal(Math.round(scores.found.r * 3), 2);
  assert.equal(Math.round(scores.number.r * 3), 1);
  const figures = zhibiao(['panel', '--decisions', file, report, '--format', 'ndjson'])
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const decided = (verdict) => figures.filter((figure) => figure.decision === verdict);
  assert.deepEqual(
    ['right', 'corrected', 'wrong', 'added'].map((verdict) => decided(verdict).length),
    [1, 1, 1, 1],
  );
  assert.equal(decided('corrected')[0].value, -5.25);
  assert.equal(decided('corrected')[0].period, '2021');
  assert.equal(decided('wrong')[0].reason, 'rejected');
  assert.equal(decided('added')[0].indicator, '外籍专家');
  assert.deepEqual(noted, []);
  await close();

  const again = await open(pageOf('again', [report]));
  await again.page.locator('#review-button').click();
  await again.page.setInputFiles('#import-file', file);
  await again.page.waitForFunction(() => document.querySelectorAll('mark[data-verdict]').length === 3);
  assert.equal(await again.page.locator('#o2').getAttribute('data-verdict'), 'corrected');
  assert.match(await again.page.locator('.rows .row').nth(1).textContent(), /-5\.25%/);
  assert.deepEqual((await exported(again.page)).rows, rows);
  assert.deepEqual(again.noted, []);
  await again.close();
});

test('a verdict can be taken back, and a file that is none is refused', async () => {
  const { page, noted, close } = await open(path);
  await page.locator('#o1').click();
  await page.locator('#card .verdict.right').click();
  await page.locator('#card .verdict.right').click();
  assert.equal(await page.locator('mark[data-verdict]').count(), 0);
  await page.keyboard.press('Escape');
  await page.locator('#review-button').click();
  assert.ok(await page.locator('#export-button').isDisabled());
  await page.setInputFiles('#import-file', textFile('none.jsonl', '{"verdict": "right"}\n'));
  await page.locator('dialog .problem', { hasText: '1' }).waitFor();
  assert.deepEqual(noted, []);
  await close();
});
