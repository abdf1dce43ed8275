/** For everyone: axe, the live region, narrow screens, print. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addMeasure, choose, expect, found, kept, loadExample, open, openFile, searchBox, test } from './page.js';

async function expectAccessible(page: Page): Promise<void> {
  // The page has no frames, so axe need not look for any; what passes is not written up. Both cost seconds.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

const states: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => {},
  example: loadExample,
  'proof open': async (page) => {
    await loadExample(page);
    await kept(page, '2')
      .getByRole('button', { name: /^Why\?/ })
      .click();
    await expect(page.getByRole('group', { name: /^Why: gcm:2 / })).toContainText('With this plan');
  },
  'measure and list open': async (page) => {
    const measure = await addMeasure(page, 'Ban on recruitment fees');
    await choose(measure, 'recruitment fees', '6.c');
    await searchBox(measure).fill('recruitment');
    await expect(found(measure).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
  },
  'bad plan': async (page) => {
    await openFile(
      page,
      'bad.json',
      '{"accordant":1,"colour":"blue","measures":[{"id":"m1","addresses":["gcm:6.zz"]}]}',
    );
    await expect(page.getByText('2 problems in the plan').first()).toBeVisible();
  },
  'everything unfolded': async (page) => {
    await loadExample(page);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  },
};

for (const [name, reach] of Object.entries(states)) {
  test(`axe finds nothing serious, in light and in dark: ${name}`, async ({ page }) => {
    await open(page);
    await reach(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  });
}

test('one live region speaks after a pause, and only of what has changed', async ({ page }) => {
  // The page's clock stands still unless it is told to run, so that a slow machine makes no pause of its own.
  const { clock } = page;
  await clock.install();
  await open(page);
  await clock.pauseAt(Date.now() + 3_600_000);
  const short = () => clock.runFor(100);
  const pause = () => clock.runFor(1000);

  await expect(page.locator('[aria-live]')).toHaveCount(1);
  const live = page.getByRole('status');
  await expect(live).toBeEmpty();
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await choose(measure, 'recruitment fees', '6.c');
  await short();
  await expect(kept(page, '6.c')).toBeVisible();
  await expect(live).toBeEmpty();
  await pause();
  await expect(live).toContainText('partly aligned');

  const before = await live.textContent();
  await kept(page, '6.c')
    .getByRole('button', { name: /^Why\?/ })
    .click();
  await measure.getByLabel('Title', { exact: true }).fill('Another title');
  await short();
  await expect(page.getByRole('group', { name: /^Why: gcm:6\.c/ })).toContainText('Another title');
  await pause();
  expect(await live.textContent()).toBe(before);

  await measure.getByRole('radio', { name: 'in full' }).check();
  await short();
  await expect(kept(page, '6.c').getByText('aligned', { exact: true })).toBeVisible();
  await pause();
  await expect(live).toHaveText(/: aligned\./);
});

test('nothing is cut off at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page);
  await loadExample(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('targets are large enough to hit', async ({ page }) => {
  await open(page);
  await loadExample(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const small = await page
    .locator('button, summary, select, textarea, input[type=text], .radio')
    .evaluateAll((controls) =>
      controls
        .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name }) => name),
    );
  expect(small).toEqual([]);
});

test('print shows what is folded on screen, and folds it again after', async ({ page }) => {
  await open(page);
  await loadExample(page);
  const closed = page.locator('details:not([open])');
  const before = await closed.count();
  expect(before).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(closed).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
  await expect(page.getByText('Portugal: national plan', { exact: false }).first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(closed).toHaveCount(before);
});
