import { preview } from 'vite';
import { chromium } from '@playwright/test';
const server = await preview({ preview: { port: 0, strictPort: false } });
const url = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--headless'] });
for (const [w, scheme] of [[1366,'light'],[768,'light'],[320,'light'],[1366,'dark']]) {
  const page = await browser.newPage({ viewport: { width: w, height: w===320?700:900 }, colorScheme: scheme });
  await page.goto(url); await page.getByText('Your plan is read against').waitFor();
  await page.screenshot({ path: `/tmp/look/${w}-${scheme}-empty.png` });
  await page.getByLabel('Open plan').setInputFiles('/tmp/look/plan.json');
  await page.getByText(/^This plan touches/).waitFor(); await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/look/${w}-${scheme}-top.png` });
  await page.locator('.measure > summary').nth(4).click();
  await page.addStyleTag({content:''}).catch(()=>{});
  for (const b of await page.getByRole('button',{name:/^Why\?/}).all()) { if (process.argv[2]!=='nowhy') { await b.click(); break; } }
  await page.waitForTimeout(300);
  if (w<1024) await page.screenshot({ path: `/tmp/look/${w}-${scheme}-full.png`, fullPage: true });
  else { const h = await page.evaluate(()=>Math.max(document.querySelector('.side-results').scrollHeight, document.querySelector('.side-plan').scrollHeight)); await page.setViewportSize({width:w,height:Math.min(h+300,9000)}); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/look/${w}-${scheme}-full.png`, fullPage: true }); await page.setViewportSize({width:w,height:900}); }
  if (w===1366) { await page.pdf({ path: `/tmp/look/print-${scheme}.pdf`, format: 'A4', margin:{top:'15mm',bottom:'15mm',left:'15mm',right:'15mm'} }); }
  await page.close();
}
await browser.close(); await server.close(); process.exit(0);
