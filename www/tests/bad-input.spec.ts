/** Plans and rules with faults: all are named, nothing crashes, what is sound is kept. */
import type { Page } from '@playwright/test';
import { addMeasure, anyProblem, choose, expect, kept, loadExample, open, openFile, results, test } from './page.js';

const faulty = `{
  "accordant": 1,
  "title": "A plan with faults",
  "colour": "blue",
  "colour": "red",
  "measures": [
    { "id": "m1", "title": "Sound measure", "kind": "legislative", "addresses": ["gcm:6.c"] },
    { "id": "m1", "title": "Same id", "starts": "2020-13-45", "budget": { "amount": -5 }, "addresses": ["gcm:6.zz"] }
  ]
}`;

/** The notice that counts the problems of the plan. */
const problems = (page: Page, count: number) =>
  page.getByRole('region', { name: new RegExp(`^${count} problems? in the plan`) });

/** The fault at a path. */
const fault = (page: Page, path: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(path, { exact: true }) });

test('a bad plan file has every fault listed with its path, and what is sound is checked', async ({ page }) => {
  await open(page);
  await openFile(page, 'bad.json', faulty);
  const paths = ['measures[1].id', 'measures[1].starts', 'measures[1].budget.amount', 'measures[1].addresses[0]'];
  for (const path of paths) await expect(fault(page, path)).toBeVisible();
  await expect(fault(page, 'colour').first()).toBeVisible();
  await expect(page.getByLabel('Title of the plan')).toHaveValue('A plan with faults');
  await expect(kept(page, '6.c')).toContainText('partly aligned');
});

test('each fault can be mended from where it is named', async ({ page }) => {
  await open(page);
  await openFile(page, 'bad.json', faulty);
  for (const path of ['colour', 'measures[1].starts', 'measures[1].budget.amount']) {
    await fault(page, path).first().getByRole('button', { name: 'Take it out of the plan' }).click();
    await expect(fault(page, path)).toHaveCount(0);
  }
  await fault(page, 'measures[1].id').getByRole('button', { name: 'Give it a new identifier' }).click();
  await expect(problems(page, 1)).toBeVisible();
  await fault(page, 'measures[1].addresses[0]').getByRole('button', { name: 'Go to it' }).click();
  await expect(page.locator('wb-measure-card').nth(1).getByRole('radio', { name: 'in part' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove gcm:6.zz' }).click();
  await expect(anyProblem(page)).toHaveCount(0);
});

test('a plan without its version gets it with the first edit', async ({ page }) => {
  await open(page);
  await openFile(page, 'empty.json', '{}');
  await expect(fault(page, 'accordant')).toBeVisible();
  await page.getByLabel('Title of the plan').fill('A title');
  await expect(anyProblem(page)).toHaveCount(0);
});

test('a file that is no plan leaves the plan as it was', async ({ page }) => {
  await open(page);
  await loadExample(page);
  for (const text of ['{ "accordant": 1, ', '[1, 2]', '']) {
    await openFile(page, 'letter.json', text);
    await expect(page.getByRole('heading', { name: '“letter.json” could not be opened' })).toBeVisible();
    await expect(page.getByLabel('Country or territory')).toHaveValue('PRT');
  }
});

test('values of the wrong kind do not break the form', async ({ page }) => {
  await open(page);
  await openFile(
    page,
    'odd.json',
    '{"accordant":1,"title":7,"country":[],"measures":[3,{"id":"m2","title":"Sound","addresses":"gcm:6.c"}],"baseline":[]}',
  );
  await expect(page.getByText(/problems in the plan/).first()).toBeVisible();
  await page.getByLabel('Title of the plan').fill('Mended');
  await expect(page.getByLabel('Title of the plan')).toHaveValue('Mended');
  await page.getByRole('button', { name: 'Add a measure' }).click();
  await expect(page.locator('wb-measure-card')).toHaveCount(3);
});

test('a script in a title stays text', async ({ page }) => {
  const script = '<img src=x onerror="document.title=\'broken in\'"><script>document.title="broken in"</script>';
  await open(page);
  const measure = await addMeasure(page, script);
  await choose(measure, 'recruitment fees', '6.c');
  await kept(page, '6.c')
    .getByRole('button', { name: /^Why\?/ })
    .click();
  await expect(page.getByRole('group', { name: /^Why: gcm:6\.c/ })).toContainText(script);
  await expect(page.locator('.measure-name')).toHaveText(script);
  await openFile(page, 'script.json', JSON.stringify({ accordant: 1, title: script, [script]: script }));
  await expect(page.getByText(/problem in the plan/).first()).toBeVisible();
  await expect(page).not.toHaveTitle(/broken in/);
  await expect(page.locator('main img, main script')).toHaveCount(0);
});

test('rules with errors are not checked against, and the page says so', async ({ page }) => {
  const text = `pack odd "Odd" { version "1" }
framework gcm "A compact" { objective 6 "Recruit fairly" { action 6.c "Ban recruitment fees" } }
link gcm:6.c overlaps gcm:6.zz { because "There is no such action." basis editorial "made up" }`;
  // The page opens rules as text in place of the compiled core pack.
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const opensPack = /new Uint8Array\(await \w+\.arrayBuffer\(\)\)/;
    const rules = JSON.stringify([{ name: 'odd.accord', text }]);
    await route.fulfill({ response, body: (await response.text()).replace(opensPack, () => rules) });
  });
  await page.goto('/');
  const notice = page.getByRole('region', { name: 'The rules have errors: nothing was checked' });
  await expect(notice.getByText(/^odd\.accord:3:\d+$/)).toBeVisible();
  const measure = await addMeasure(page, 'Still writing');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(page.getByRole('status')).toHaveText('The rules have errors: nothing was checked');
  await expect(results(page).getByText(/This plan touches/)).toHaveCount(0);
  await expect(page.locator('.badge')).toHaveCount(0);
  await expect(measure.getByRole('button', { name: /^Remove gcm:6\.c/ })).toBeVisible();
});

test('a core pack that cannot be read is not checked against, and the page says so', async ({ page }) => {
  await page.route('**/assets/*.pack', (route) => route.fulfill({ body: 'no pack', contentType: 'text/plain' }));
  await page.goto('/');
  const notice = page.getByRole('region', { name: 'The rules engine cannot run' });
  await expect(notice).toContainText('nothing was checked');
  await addMeasure(page, 'Still writing');
  await expect(page.getByRole('status')).toHaveText('The rules engine cannot run');
  await expect(page.locator('.badge')).toHaveCount(0);
});
