// Measures pages: how large they are, how long they take to load, to filter, to sort and to scroll.
// usage: ZHIBIAO=build/release/zhibiao CHROMIUM=/usr/bin/chromium node tests/view/measure.js REPORT...
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-measure-'));
const zhibiao = (...args) =>
  execFileSync(process.env.ZHIBIAO, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });

// Milliseconds from the act to the second frame after it: when its outcome is on the screen.
const timed = (page, act) =>
  page.evaluate(async (source) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const begin = performance.now();
    new Function(source)();
    await frame();
    await frame();
    return Math.round(performance.now() - begin);
  }, act);

// The longest time between two frames while the text scrolls through ten screens.
const longestFrame = (page) =>
  page.evaluate(async () => {
    const text = document.getElementById('text');
    let [longest, last] = [0, performance.now()];
    for (let i = 0; i < 100; i += 1) {
      text.scrollTop += text.clientHeight / 10;
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return Math.round(longest);
  });

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(report) {
  const path = join(folder, 'page.html');
  zhibiao('view', report, '-o', path);
  const lines = zhibiao('extract', report);
  const loads = [];
  for (let i = 0; i < 5; i += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    loads.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd));
    if (i < 4) {
      await context.close();
      continue;
    }
    const chip = await timed(page, "document.querySelector('.chip.growth').click()");
    const all = await timed(page, "document.querySelector('.chip.growth').click()");
    const sort = await timed(page, "document.querySelector('#figures [data-key=value] button').click()");
    const scroll = await longestFrame(page);
    const observations = await page.locator('.rows .row').count();
    const kilo = (bytes) => Math.round(bytes / 1000);
    const page_size = kilo(statSync(path).size);
    const row = [
      basename(report),
      observations,
      kilo(lines.length),
      page_size,
      Math.round(middle(loads)),
      chip,
      all,
      sort,
      scroll,
    ];
    console.log(`| ${row.join(' | ')} |`);
    await context.close();
  }
}

console.log(
  '| report | observations | NDJSON kB | page kB | load ms | filter ms | unfilter ms | sort ms | longest frame ms |',
);
console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|');
for (const report of process.argv.slice(2)) await measure(report);
await browser.close();
rmSync(folder, { recursive: true });
