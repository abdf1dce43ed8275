import { defineConfig } from '@playwright/test';

const port = 4174;

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: '100%',
  // A machine that is busy with something else is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1366, height: 900 },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--headless',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The built page, served with its content security policy.
  webServer: { command: `npm run serve -- --port ${port}`, port, reuseExistingServer: false },
});
