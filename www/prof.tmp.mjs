import { withPage } from './browser.js';
await withPage(async (browser, url) => {
  for (let i=0;i<3;i++){
  const t0=performance.now(); const c = await browser.newContext({viewport:{width:1366,height:900}}); const page = await c.newPage(); const t1=performance.now();
  await page.goto(url); const t2=performance.now(); await page.getByText('Your plan is read against').waitFor(); const t3=performance.now();
  await page.getByRole('banner').getByRole('button', { name: 'Load the example' }).click(); await page.getByText(/^This plan touches/).waitFor(); const t4=performance.now();
  const {default: Axe}=await import('@axe-core/playwright'); 
  await new Axe({page}).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze(); const t5=performance.now();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await new Axe({page}).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze(); const t6=performance.now();
  await c.close(); const t7=performance.now();
  console.log('new',t1-t0|0,'goto',t2-t1|0,'answer',t3-t2|0,'example',t4-t3|0,'axe',t5-t4|0,'axe unfolded',t6-t5|0,'close',t7-t6|0);
  }
});
