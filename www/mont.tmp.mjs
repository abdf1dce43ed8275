import { chromium } from '@playwright/test';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--headless','--allow-file-access-from-files'] });
const page = await browser.newPage();
const jobs = JSON.parse(process.argv[2]);
import fs from 'node:fs';
for (const [out, w, h, parts] of jobs) {
  await page.setViewportSize({ width: (w+10)*parts.length, height: h });
  fs.writeFileSync('/tmp/look/m.html', `<body style="margin:0;display:flex;gap:10px;background:#888">${parts.map(([f,y])=>`<div style="width:${w}px;height:${h}px;background:url(${f}) 0 -${y}px no-repeat"></div>`).join('')}`);
  await page.goto('file:///tmp/look/m.html');
  await page.screenshot({ path: `/tmp/look/${out}.png` });
}
await browser.close();
