// Several reports: the index, the charts, the way from a point to its sentence; findings and errors of lines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInPane, open, pageOf, root, textFile, zhibiao } from './page.js';

const year = (number, growth, target) =>
  textFile(
    `${number}.txt`,
    `某某县${number}年政府工作报告\n\n一、${number - 1}年工作回顾\n\n地区生产总值增长${growth}%，总量全市第二。\n\n` +
      `二、${number}年工作安排\n\n地区生产总值增长${target}%。\n`,
  );
const files = [year(2022, 7.1, 6), year(2023, 4.5, 5.5), year(2024, 5.2, 5)];
const path = pageOf('several', files);

test('the index has a row for each report, and opens it', async () => {
  const { page, noted, close } = await open(path);
  assert.equal(await page.locator('.index tbody tr').count(), 3);
  assert.match(await page.locator('.index tbody tr').nth(1).textContent(), /2023/);
  await page.locator('.index [data-key=year] button').click();
  await page.locator('.index [data-key=year] button').click();
  assert.match(await page.locator('.index tbody tr').first().textContent(), /2024/);
  await page.locator('.index tbody tr').first().locator('button').click();
  assert.ok(await page.locator('#d3').isVisible());
  assert.ok(!(await page.locator('#d1').isVisible()));
  await page.locator('#report-choice').selectOption('1');
  assert.ok(await page.locator('#d1').isVisible());
  assert.equal(await page.locator('.rows .row').count(), await page.locator('#d1 mark').count());
  assert.deepEqual(noted, []);
  await close();
});

test('a narrow screen shows the index and a report, and nothing wider than itself', async () => {
  const long = textFile(
    'long.txt',
    `${'很长很长的'.repeat(12)}县2024年政府工作报告\n\n地区生产总值增长1%，总量全市第二。\n`,
  );
  const { page, noted, close } = await open(pageOf('narrow', [...files, long]), {
    viewport: { width: 360, height: 740 },
  });
  const wide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.bar *, .index *, #text *')]
        .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
        .map((node) => node.className || node.tagName),
    );
  assert.deepEqual(await wide(), []);
  await page.locator('.index tbody button').last().click();
  assert.deepEqual(await wide(), []);
  assert.deepEqual(noted, []);
  await close();
});

test('every point of a chart leads to its sentence', async () => {
  const { page, noted, close } = await open(path);
  const points = await page
    .locator('#overview a.point')
    .evaluateAll((all) => all.map((point) => point.getAttribute('href')));
  assert.ok(points.length >= 3 + 3 + 4 + 1, String(points));
  for (const href of points) assert.equal(await page.locator(`mark${href}`).count(), 1, href);
  await page.locator('#overview a.point').nth(3).focus();
  await page.keyboard.press('Enter');
  const id = points[3].slice(1);
  await page.locator(`mark.current#${id}`).waitFor();
  assert.ok(await isInPane(page, `#${id}`, 'text'));
  assert.deepEqual(noted, []);
  await close();
});

test('targets stand beside what came of them', async () => {
  const { page, close } = await open(path);
  const labels = await page
    .locator('.figure:has(h3:text("目标与完成")) a.point')
    .evaluateAll((all) => all.map((point) => point.ariaLabel));
  assert.deepEqual(labels, [
    '地区生产总值 2022 +6%',
    '地区生产总值 2022 +4.5%',
    '地区生产总值 2023 +5.5%',
    '地区生产总值 2023 +5.2%',
  ]);
  await close();
});

test('a link opens a figure of any report', async () => {
  const { page, close } = await open(path, {}, '#d2o1');
  assert.ok(await isInPane(page, '#d2o1', 'text'));
  await close();
});

test('findings are told on the card, errors in the index', async () => {
  const lines =
    zhibiao(['extract', '--keep', 'document,sentence', ...files.slice(0, 2)]) +
    `${JSON.stringify({ type: 'finding', doc: files[0], kind: 'growth', ok: false, observations: [{ doc: files[0], id: 1 }], stated: '7.1', computed: '6.9', difference: '0.2', unit: '%', text: '与水平数推算不符' })}\n` +
    `${JSON.stringify({ type: 'error', doc: files[1], stage: 'read', message: '只读了一半' })}\n`;
  const { page, noted, close } = await open(pageOf('lines', [], lines));
  assert.match(await page.locator('.index tbody tr').first().locator('td').nth(5).textContent(), /1/);
  assert.equal(
    await page.locator('.index tbody tr').nth(1).locator('td').nth(6).getAttribute('title'),
    'read: 只读了一半',
  );
  await page.locator('.index tbody button').first().click();
  await page.locator('#d1o1').click();
  assert.match(await page.locator('#card .finding.bad').textContent(), /与水平数推算不符.*6\.9%/);
  await page.locator('.choices select').nth(2).selectOption('only_findings');
  assert.equal(await page.locator('.rows .row:not([hidden])').count(), 1);
  assert.deepEqual(noted, []);
  await close();
});

test('reports without figures and no reports at all are pages too', async () => {
  for (const made of [pageOf('none', [textFile('none.txt', '没有数字。')]), pageOf('nothing', [], '')]) {
    const { page, noted, close } = await open(made);
    assert.ok(await page.locator('body').isVisible());
    assert.deepEqual(noted, []);
    await close();
  }
});

test('all reports of the repository', async () => {
  const { page, noted, close } = await open(pageOf('samples', [`${root}samples/`]));
  for (const row of await page.locator('.index tbody tr').all()) {
    await page.locator('#to-overview').click();
    await row.locator('button').click();
    assert.ok((await page.locator('.rows .row').count()) > 0);
  }
  assert.deepEqual(noted, []);
  await close();
});
