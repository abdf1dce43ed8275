/** Writing a plan and reading the answer. */
import { addMeasure, anyProblem, choose, expect, kept, loadExample, open, openFile, results, test } from './page.js';

test('an empty plan is an invitation, not a wall of failures', async ({ page }) => {
  await open(page);
  await expect(results(page).getByText('Start with one measure.')).toBeVisible();
  await expect(results(page).getByText('not aligned')).toHaveCount(0);
});

test('a measure that addresses nothing yet is told what comes next', async ({ page }) => {
  await open(page);
  await addMeasure(page, 'Ban on recruitment fees');
  await expect(results(page).getByText('Now find the commitments that your measure addresses.')).toBeVisible();
});

test('typing a measure changes the verdict', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(results(page).getByText(/^This plan touches 1 of 23 objectives/)).toBeVisible();
  await expect(kept(page, '6.c')).toContainText('partly aligned');
  await measure.getByRole('radio', { name: 'in full' }).check();
  await expect(kept(page, '6.c').getByText('aligned', { exact: true })).toBeVisible();
  await expect(measure.getByText('aligned', { exact: true })).toBeVisible();
});

test('removing the measure brings the invitation back', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(kept(page, '6.c')).toBeVisible();
  await measure.getByRole('button', { name: 'Remove this measure' }).click();
  await expect(results(page).getByText('Start with one measure.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a measure' })).toBeFocused();
});

test('a baseline answer of no shows what the plan would change', async ({ page }) => {
  await open(page);
  const baseline = page.getByRole('region', { name: 'Baseline: what is so today' });
  await choose(baseline, 'transfer costs remittances', '20.a');
  await baseline.getByRole('radio', { name: 'no', exact: true }).check();
  const gaps = page.getByRole('region', { name: 'Still open' });
  await expect(gaps.locator('.row').filter({ hasText: 'gcm:20.a' })).toContainText('not aligned');
  const measure = await addMeasure(page, 'Cheaper remittances');
  await choose(measure, 'transfer costs remittances', '20.a');
  await expect(kept(page, '20.a')).toContainText('today: not aligned');
});

test('answers at odds stand by themselves, with what was said and why', async ({ page }) => {
  await open(page);
  const answers = { 'sdg:8': 'no', 'sdg:8.7': 'yes', 'gcm:14': 'not-applicable' };
  await openFile(page, 'odds.json', JSON.stringify({ accordant: 1, baseline: { answers } }));
  const odds = page.getByRole('region', { name: /^Answers at odds/ });
  await expect(odds.locator('.row')).toHaveCount(2);
  await expect(odds.locator('.row').first()).toContainText('answered: no');
  await expect(odds.locator('.row').filter({ hasText: 'sdg:8.7' })).toContainText('answered: yes');
  const gaps = page.getByRole('region', { name: 'Still open' });
  await expect(gaps.locator('.row').filter({ hasText: 'sdg:8.1' })).toContainText('not aligned');
  await expect(gaps.getByText('answers at odds')).toHaveCount(0);
  await expect(kept(page, '8.7')).toHaveCount(0);
  await odds.getByRole('button', { name: /^Why\? sdg:8\.7/ }).click();
  await expect(page.getByRole('group', { name: /^Why: sdg:8\.7/ })).toContainText('Today');
  await results(page).getByRole('link', { name: /^8 .*answers at odds$/ }).click();
  await expect(page.locator('#part-conflicts')).toBeFocused();
});

test('an answer is not in the plan until it is given', async ({ page }) => {
  await open(page);
  const baseline = page.getByRole('region', { name: 'Baseline: what is so today' });
  await choose(baseline, 'transfer costs remittances', '20.a');
  await expect(baseline.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(results(page).getByText('Start with one measure.')).toBeVisible();
  await baseline.getByRole('radio', { name: 'in part' }).check();
  await baseline.getByLabel('Evidence').fill('Report of the central bank, 2018');
  await kept(page, '20.a')
    .getByRole('button', { name: /^Why\?/ })
    .click();
  await expect(page.getByRole('group', { name: /^Why: gcm:20\.a/ })).toContainText('Report of the central bank, 2018');
});

test('the example loads on request', async ({ page }) => {
  await open(page);
  await loadExample(page);
  await expect(page.getByLabel('Country or territory')).toHaveValue('PRT');
  await expect(page.getByLabel('Title of the plan')).toHaveValue(/Portugal/);
  await expect(page.locator('wb-measure-card')).toHaveCount(3);
  await expect(kept(page, '2')).toContainText('partly aligned');
});

test('a saved plan opens as it was, with what the form does not show', async ({ page }) => {
  await open(page);
  await loadExample(page);
  await page.getByLabel('Title of the plan').fill('A plan of our own');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save plan (JSON)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('a-plan-of-our-own.json');
  const text = await (await import('node:fs/promises')).readFile((await file.path())!, 'utf8');
  const plan = JSON.parse(text);
  expect(plan.title).toBe('A plan of our own');
  expect(plan.measures[0].lead).toBe('Ministry of Foreign Affairs');
  await openFile(page, 'again.json', text);
  await expect(page.getByLabel('Title of the plan')).toHaveValue('A plan of our own');
  await expect(anyProblem(page)).toHaveCount(0);
});

test('what is not touched is folded away', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Census questions');
  await choose(measure, 'migration questions census', '1.g');
  await expect(results(page).getByText(/^\d+ frameworks? that this plan does not touch yet$/)).toBeVisible();
});

test('tools stand next to the measure that they help', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await measure.getByLabel('Kind of measure').selectOption('legislative');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(measure.getByText('Tools that help to carry it out')).toBeVisible();
  const link = measure.getByRole('link', { name: /IRIS/ });
  await expect(link).toHaveAttribute('href', /^https:/);
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});
