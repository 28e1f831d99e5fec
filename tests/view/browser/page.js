// Pages made by the program, opened in chromium with the network off; every request and every complaint is noted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

export const root = new URL('../../..', import.meta.url).pathname;
export const folder = mkdtempSync(join(tmpdir(), 'zhibiao-view-'));

// With the exit code 4 some lines were errors, and the others are there.
export function zhibiao(args, input) {
  const ran = spawnSync(process.env.ZHIBIAO, args, { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status !== 0 && ran.status !== 4) throw new Error(`zhibiao ${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout;
}

/** The path of a page of these reports, or of these lines, with labels in Chinese. */
export function pageOf(name, files, lines, language = 'zh') {
  const path = join(folder, `${name}.html`);
  const made = ['--lang', language, 'view', '-o', path];
  if (lines === undefined) zhibiao([...made, ...files]);
  else zhibiao(made, lines);
  return path;
}

export function textFile(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });

after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens the page; `noted` gathers requests other than for the page itself, errors and messages of the console. */
export async function open(path, options = {}, hash = '') {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const noted = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url !== `file://${path}` && !url.startsWith('data:,') && !url.startsWith('blob:')) noted.push(`request ${url}`);
  });
  page.on('pageerror', (error) => noted.push(`error ${error.message}`));
  page.on('console', (message) => noted.push(`console ${message.text()}`));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') noted.push(`dialog ${dialog.message()}`);
    dialog.accept();
  });
  await page.goto(path.startsWith('/') ? `file://${path}${hash}` : path);
  return { page, noted, close: () => context.close() };
}

/** Whether it can be seen inside the pane with this id. */
export const isInPane = (page, selector, pane) =>
  page.evaluate(
    ([what, where]) => {
      const at = document.querySelector(what).getBoundingClientRect();
      const box = document.getElementById(where).getBoundingClientRect();
      return at.height > 0 && at.top >= box.top && at.bottom <= box.bottom;
    },
    [selector, pane],
  );
