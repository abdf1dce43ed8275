// The built page, served as it is meant to be hosted, and the machine's Chromium to look at it with.
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** Serves the built page and opens a browser, hands both over, and ends them. */
export async function withPage(use) {
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
  const server = await preview({ configFile, logLevel: 'error', preview: { port: 4175, strictPort: false } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu'],
  });
  try {
    await use(browser, server.resolvedUrls.local[0]);
  } finally {
    await browser.close();
    await server.close();
  }
}
