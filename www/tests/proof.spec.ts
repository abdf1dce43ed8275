/** Why a verdict holds, in words. */
import { addMeasure, choose, expect, kept, loadExample, open, results, test } from './page.js';

test('a proof says which measure it rests on, in the words of the plan', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await choose(measure, 'recruitment fees', '6.c');
  const why = kept(page, '6').getByRole('button', { name: /^Why\?/ });
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  const proof = page.getByRole('group', { name: /^Why: gcm:6 / });
  await expect(proof).toContainText('Ban on recruitment fees');
  await measure.getByLabel('Title', { exact: true }).fill('Recruiters must not charge workers');
  await expect(proof).toContainText('Recruiters must not charge workers');
});

test('a link in a proof gives its reason, basis and source', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Cheaper remittances');
  await choose(measure, 'transfer costs remittances', '20.a');
  await measure.getByRole('radio', { name: 'in full' }).check();
  const row = kept(page, '10.c');
  await row.getByRole('button', { name: /^Why\?/ }).click();
  const proof = page.getByRole('group', { name: /^Why: sdg:10\.c/ });
  await expect(proof.getByText(/Both set a ceiling of 3 per cent/)).toHaveCount(1);
  await expect(proof).toContainText(/Said by the agreement itself: |Published mapping: |By the authors of the rules: /);
  await expect(proof).toContainText('Cheaper remittances');
});

test('where nothing is known, it says what would settle it', async ({ page }) => {
  await open(page);
  await loadExample(page);
  const near = page.getByRole('region', { name: /^Places to look/ });
  const row = near.locator('.row').first();
  await expect(row).toContainText('not in this plan yet');
  await row.getByRole('button', { name: /^Why\?/ }).click();
  await expect(row).toContainText('What would settle it');
});

test('a tile leads to its place among what the plan keeps', async ({ page }) => {
  await open(page);
  await loadExample(page);
  await results(page).getByRole('link', { name: /^2 / }).first().click();
  await expect(page.locator('[id="kept-gcm:2"]')).toBeFocused();
});
