/** The page without a mouse. */
import { addMeasure, expect, found, kept, open, searchBox, test } from './page.js';

test('a commitment is found, chosen and claimed in full by keyboard alone', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab');
  const box = searchBox(measure);
  await expect(box).toBeFocused();

  await page.keyboard.type('recruitment fees');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expect(box).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  const first = found(measure).first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!);

  await page.keyboard.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue('recruitment fees');
  await page.keyboard.press('ArrowUp');
  await expect(box).toHaveAttribute('aria-expanded', 'true');

  await page.keyboard.press('Control+A');
  await page.keyboard.type('6.c');
  await expect(found(measure).first()).toContainText('6.c');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(kept(page, '6.c')).toContainText('partly aligned');

  await page.keyboard.press('Shift+Tab');
  await expect(measure.getByRole('button', { name: /^Remove gcm:6\.c/ })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(measure.getByRole('radio', { name: 'in part' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(measure.getByRole('radio', { name: 'in full' })).toBeChecked();
  await expect(kept(page, '6.c').getByText('aligned', { exact: true })).toBeVisible();
});

test('the second Escape empties the box', async ({ page }) => {
  await open(page);
  const measure = await addMeasure(page, 'Anything');
  const box = searchBox(measure);
  await box.focus();
  await page.keyboard.type('remittances');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
});

test('the first stop leads past the form to the results', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#results')).toBeFocused();
});
