/** Rules that someone opens in the page, in place of the core pack. */
import type { Page } from '@playwright/test';
import { addMeasure, choose, expect, kept, open, test } from './page.js';

async function openRules(page: Page, text: string): Promise<void> {
  const file = { name: 'mine.accord', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.getByLabel('Open rules').setInputFiles([file]);
}

test('rules with errors leave the rules before in use', async ({ page }) => {
  await open(page);
  await openRules(
    page,
    'pack mine "Mine" { version "1" }\nlink a:1 overlapz b:1 { because "x" basis editorial "y" }\n',
  );
  const notice = page.getByRole('region', { name: 'The rules just opened have errors' });
  await expect(notice.getByText(/^mine\.accord:2:\d+$/).first()).toBeVisible();
  await expect(notice).toContainText('did you mean `overlaps`?');
  const measure = await addMeasure(page, 'Still checked');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(kept(page, '6.c')).toContainText('partly aligned');
});

test('rules on top of the core pack are checked against together with it', async ({ page }) => {
  await open(page);
  await openRules(
    page,
    'pack mine "Mine" { uses core version "1" }\nframework oath "An oath" { promise P7 "Keep every promise" }\n' +
      'link oath:P7 overlaps gcm:6.c { because "Both." basis editorial "Reading" }\n',
  );
  const measure = await addMeasure(page, 'A promise');
  await choose(measure, 'keep every promise', 'P7');
  await expect(kept(page, 'P7')).toContainText('partly aligned');
  await expect(page.getByText('Checked against the rules “mine”, version 1.')).toBeVisible();
});
