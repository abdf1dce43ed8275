// Makes the README's picture: the workbench with its example.
import { fileURLToPath } from 'node:url';
import { statSync } from 'node:fs';
import { withPage } from './browser.js';

const path = fileURLToPath(new URL('../docs/workbench.png', import.meta.url));

await withPage(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 }, colorScheme: 'light' });
  await page.goto(url);
  await page.getByRole('banner').getByRole('button', { name: 'Load the example' }).click();
  await page.getByText(/^This plan touches/).waitFor();
  // The page as one leaves it to read: no button under the pointer or in focus.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement.blur());
  await page.screenshot({ path });
});
console.log(`${path}: ${Math.round(statSync(path).size / 1000)} kB`);
