/** The page under test. Whatever a test does: no error, no breach of the content security policy, no request elsewhere. */
import { expect, test as base, type Locator, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

export const test = base.extend<{ clean: void }>({
  clean: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => leaves(request.url(), baseURL) && faults.push(`request to ${request.url()}`));
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

const leaves = (url: string, home: string | undefined): boolean =>
  !url.startsWith(home ?? '') && !/^(data|blob):/.test(url);

/** Opens the page and waits for the engine's first answer. */
export async function open(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('Your plan is read against')).toBeVisible();
}

export const results = (page: Page): Locator => page.getByRole('region', { name: 'How it aligns' });

export async function loadExample(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Load the example' }).click();
  await expect(results(page).getByText(/^This plan touches/)).toBeVisible();
}

/** Adds a measure with a title, and leaves the focus in its title. */
export async function addMeasure(page: Page, title: string): Promise<Locator> {
  const cards = page.locator('wb-measure-card');
  const card = cards.nth(await cards.count());
  await page.getByRole('button', { name: 'Add a measure' }).click();
  await expect(card.getByLabel('Title', { exact: true })).toBeFocused();
  await page.keyboard.type(title);
  return card;
}

export const searchBox = (within: Locator): Locator => within.getByRole('combobox', { name: /^Find a commitment/ });

export const found = (within: Locator): Locator =>
  within.getByRole('listbox', { name: /^Find a commitment/ }).getByRole('option');

/** Finds a commitment by words and chooses the one with this code. */
export async function choose(within: Locator, words: string, code: string): Promise<void> {
  await searchBox(within).fill(words);
  await found(within)
    .filter({ has: within.page().getByText(code, { exact: true }) })
    .click();
}

export async function openFile(page: Page, name: string, content: string): Promise<void> {
  await page
    .getByLabel('Open plan')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/** The row of a commitment, by its code, in the outline of what the plan keeps. */
export const kept = (page: Page, code: string): Locator =>
  page
    .getByRole('region', { name: 'What this plan keeps' })
    .locator('.row')
    .filter({ has: page.getByText(code, { exact: true }) });

/** The notice that the plan has faults; the live region speaks of them too. */
export const anyProblem = (page: Page): Locator => page.getByRole('region', { name: /problems? in the plan/ });
