// One report: text and table, the way between them, filters, the card, keys, links, languages, narrow screens, print.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInPane, open, pageOf, root, textFile, zhibiao } from './page.js';

const SEED = `${root}tests/gold/seed.txt`;
const seed = pageOf('seed', [SEED]);
const found = zhibiao(['extract', SEED])
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

function looking(name, options, look, path = seed, hash = '') {
  test(name, async () => {
    const { page, noted, close } = await open(path, options, hash);
    await look(page);
    assert.deepEqual(noted, []);
    await close();
  });
}

const shownRows = (page) => page.locator('.rows .row:not([hidden])').count();

looking('every figure is a mark and a row', {}, async (page) => {
  assert.equal(await page.locator('#text mark').count(), found.length);
  assert.equal(await shownRows(page), found.length);
  assert.equal(await page.locator('#o1').textContent(), found[0].value_text);
});

looking('the outline counts what stands under each heading', {}, async (page) => {
  const [first] = found[0].section;
  const number = found.filter((o) => o.section[0] === first).length;
  const item = page.locator('#outline button', { hasText: first });
  assert.equal(await item.locator('small').textContent(), String(number));
  await item.click();
  assert.ok(await isInPane(page, 'h2.s', 'text'));
});

looking('a row leads to its sentence, and back', {}, async (page) => {
  const row = page.locator('.rows .row').nth(150);
  await row.scrollIntoViewIfNeeded();
  await row.click();
  assert.ok(await isInPane(page, '#o151', 'text'));
  assert.ok(await page.locator('#o151').evaluate((mark) => mark.classList.contains('current')));
  assert.ok(await page.locator('#card').isVisible());
  assert.equal(await page.evaluate(() => location.hash), '#o151');
  await page.evaluate(() => (document.querySelector('#figures .table').scrollTop = 0));
  await page.locator('#card button', { hasText: '在表中查看' }).click();
  assert.ok(await isInPane(page, '.row.current', 'figures'));
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('current')));
});

looking('a click in the text finds the row', {}, async (page) => {
  await page.locator('#o200').click();
  assert.match(await page.locator('.row.current').textContent(), new RegExp(`^200`));
  assert.ok(await isInPane(page, '.row.current', 'figures'));
});

looking('columns sort both ways', {}, async (page) => {
  const values = () => page.locator('.rows .row:not([hidden]) .cell.period').allTextContents();
  await page.locator('[role=columnheader][data-key=period] button').click();
  const up = await values();
  assert.deepEqual(up, [...up].sort());
  await page.locator('[role=columnheader][data-key=period] button').click();
  assert.equal(await page.locator('[data-key=period]').getAttribute('aria-sort'), 'descending');
  assert.deepEqual(await values(), [...up].reverse());
});

looking('filters by measure, status, indicator, section and words', {}, async (page) => {
  const number = (test) => found.filter(test).length;
  await page.locator('.chip.rank').click();
  assert.equal(
    await shownRows(page),
    number((o) => o.measure === 'rank'),
  );
  assert.equal(
    await page.locator('#text mark:not(.out)').count(),
    number((o) => o.measure === 'rank'),
  );
  await page.locator('.chip.target').click();
  assert.equal(
    await shownRows(page),
    number((o) => o.measure === 'rank' && o.status === 'target'),
  );
  await page.locator('#clear').click();
  await page.locator('.choices select').nth(0).selectOption('地区生产总值');
  assert.equal(
    await shownRows(page),
    number((o) => o.indicator === '地区生产总值'),
  );
  await page.locator('#clear').click();
  const section = found[0].section[1];
  const option = page.locator('.choices select').nth(1).locator('option', { hasText: section });
  await page
    .locator('.choices select')
    .nth(1)
    .selectOption(await option.getAttribute('value'));
  assert.equal(
    await shownRows(page),
    number((o) => o.section[1] === section),
  );
  await page.locator('#clear').click();
  await page.fill('#search', '全市 第一');
  await page.waitForFunction((all) => document.querySelectorAll('.rows .row:not([hidden])').length < all, found.length);
  assert.ok((await shownRows(page)) > 0);
  await page.fill('#search', '没有这样的文字');
  await page.locator('.empty').waitFor();
});

looking('the card tells every field, and the spans are underlined', {}, async (page) => {
  await page.locator('#o3').hover();
  await page.locator('#card').waitFor();
  const card = await page.locator('#card').textContent();
  for (const told of ['地区生产总值', '全市', '预计', '2022', '盘锦市兴隆台区', found[2].rules[0]])
    assert.ok(card.includes(told), told);
  const underlined = await page.evaluate(() =>
    [...CSS.highlights].map(([name, all]) => [name, [...all].map(String).join()]),
  );
  assert.deepEqual(new Map(underlined).get('indicator'), '地区生产总值');
  assert.deepEqual(new Map(underlined).get('rank_scope'), '全市');
  await page.mouse.move(700, 20);
  await page.locator('#card').waitFor({ state: 'hidden' });
});

test('without the highlight API boxes are laid below the spans', async () => {
  const { page, noted, close } = await open('about:blank');
  await page.addInitScript(() => delete window.Highlight);
  await page.goto(`file://${seed}`);
  await page.locator('#o3').click();
  const [box, mark] = await Promise.all(
    ['.underline.rank_scope', '#o3'].map((what) =>
      page.locator(what).evaluate((node) => node.getBoundingClientRect().toJSON()),
    ),
  );
  assert.ok(
    Math.abs(box.bottom - mark.bottom) < 12 && box.right <= mark.left + 8 && box.width > 20,
    JSON.stringify([box, mark]),
  );
  assert.deepEqual(
    noted.filter((note) => !note.includes(seed)),
    [],
  );
  await close();
});

looking('all of it by keyboard', {}, async (page) => {
  await page.locator('#o1').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'o2');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'card');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'o2');
  await page.keyboard.press('t');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^2/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('mark.current').getAttribute('id'), 'o3');
  await page.keyboard.press('y');
  assert.equal(await page.locator('#o3').getAttribute('data-verdict'), 'right');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.ok(await page.locator('dialog[open]').isVisible());
});

looking(
  'a link opens its figure',
  {},
  async (page) => {
    assert.ok(await isInPane(page, '#o17', 'text'));
    assert.match(await page.locator('.row.current').textContent(), /^17/);
    await page.evaluate(() => (location.hash = '#o20'));
    await page.waitForFunction(() => document.querySelector('mark.current').id === 'o20');
  },
  seed,
  '#o17',
);

looking(
  'labels in the language of the page, and in the other',
  { locale: 'zh-CN' },
  async (page) => {
    assert.equal(await page.locator('#review-button').textContent(), 'Review');
    assert.match(await page.locator('.chip.growth').textContent(), /Growth/);
    assert.equal(await page.locator('#o2').getAttribute('aria-description'), '地区生产总值, Growth, Estimate');
    await page.locator('#language-button').click();
    assert.match(await page.locator('.chip.growth').textContent(), /增速/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  },
  pageOf('english', [SEED], undefined, 'en'),
);

looking('numbers that nothing explains are shown when asked', {}, async (page) => {
  assert.ok(!(await page.evaluate(() => CSS.highlights.has('unexplained'))));
  await page.locator('#unexplained-button').click();
  const shown = await page.evaluate(() => [...CSS.highlights.get('unexplained')].map(String));
  const told = [...zhibiao(['audit', SEED]).matchAll(/^.* unexplained .*【(.*)】/gm)].map((match) => match[1]);
  assert.ok(told.length > 0);
  assert.deepEqual(shown, told);
});

looking('dark where the system is dark, until told otherwise', { colorScheme: 'dark' }, async (page) => {
  const lightness = () =>
    page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.getElementById('text')).backgroundColor)[0]));
  assert.ok((await lightness()) < 60);
  await page.locator('#theme-button').click();
  assert.ok((await lightness()) > 200);
});

looking(
  'a narrow screen shows one pane, and nothing wider than itself',
  { viewport: { width: 360, height: 740 }, hasTouch: true },
  async (page) => {
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.ok(!(await page.locator('#figures').isVisible()));
    assert.ok(!(await wide()));
    await page.locator('.pane-choice [data-pane=figures]').tap();
    assert.ok(await page.locator('#figures').isVisible());
    assert.ok(!(await wide()));
    await page.locator('.rows .row').nth(9).tap();
    assert.ok(await isInPane(page, '#o10', 'text'));
    const [mark, card] = await Promise.all(['#o10', '#card'].map((what) => page.locator(what).boundingBox()));
    assert.ok(mark.y + mark.height < card.y, 'the card covers its figure');
  },
);

looking('on paper there are text and table and no tools', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('.bar').isVisible()));
  assert.ok(await page.locator('#o1').isVisible());
  assert.ok(await page.locator('.rows .row').nth(200).isVisible());
  assert.equal(await page.locator('#o7').evaluate((mark) => getComputedStyle(mark, '::after').content), '"7"');
});

looking('every control has a name', {}, async (page) => {
  await page.locator('#o1').click();
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, input')]
      .filter(
        (node) =>
          node.checkVisibility() &&
          !node.textContent.trim() &&
          !node.getAttribute('aria-label') &&
          !node.labels?.length,
      )
      .map((node) => node.outerHTML),
  );
  assert.deepEqual(nameless, []);
});

test('without script the text can be read', async () => {
  const { page, close } = await open(seed, { javaScriptEnabled: false });
  assert.ok(await page.locator('#o1').isVisible());
  assert.ok(!(await page.locator('.bar').isVisible()));
  await close();
});

const broken = textFile('crlf.txt', '一、回顾\r\n\r\n𠀀𠀁全年地区生产总值424亿元，增长5.2%。\r\n\r\n出口3亿元。\r\n');
looking(
  'offsets hold behind astral characters and broken lines',
  {},
  async (page) => {
    await page.locator('#o2').click();
    const underlined = await page.evaluate(() => [...CSS.highlights.get('indicator')].map(String));
    assert.deepEqual(
      underlined.map((text) => text.replace(/\s/g, '')),
      ['地区生产总值'],
    );
  },
  pageOf('crlf', [broken]),
);
