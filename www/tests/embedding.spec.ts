/** The README's embedding, word for word, on a site that has nothing but the files that it says to copy. */
import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test as base } from './page.js';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(root('README.md'), 'utf8');
const guide = readFileSync(root('docs/embedding.md'), 'utf8');

/** The first sample in a language, without the comment that names its file. */
function sample(text: string, language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n(?:// .*\\.js\\n)?([^]*?)^\`\`\``, 'm').exec(text);
  expect(found, `a sample in ${language}`).not.toBeNull();
  return found![1]!;
}

const policy = /`(script-src 'self'[^`]*)`/.exec(readme)![1]!;
const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

const ownFiles: Record<string, string> = {
  '/form.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>A form</title>${sample(guide, 'html')}</html>`,
  '/form.js': sample(readme, 'js'),
};

/** A site of somebody else: their form, and the files that they copied. Each answer carries the policy. */
function site(policy: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const headers = { 'Content-Type': types[extname(pathname)] ?? 'text/plain', 'Content-Security-Policy': policy };
    const own = ownFiles[pathname];
    const copied = pathname === '/accordant.js' || /^\/assets\/[^/]+$/.test(pathname);
    response.writeHead(own === undefined && !copied ? 404 : 200, headers);
    if (copied) createReadStream(root(`www/dist${pathname}`)).pipe(response);
    else response.end(own);
  });
}

const test = base.extend<{ policy: string; baseURL: string }>({
  // Stricter than what the README asks for: what it does not name is refused.
  policy: [`default-src 'none'; ${policy}`, { option: true }],
  baseURL: async ({ policy }, use) => {
    const server = site(policy);
    await new Promise<void>((listening) => server.listen(0, listening));
    await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    server.close();
  },
});

async function fillIn(page: Page): Promise<void> {
  await page.goto('/form.html');
  const said = page.getByRole('status');
  // The form is there before the engine is, so the first words may come too early to be heard.
  await expect(async () => {
    await page.getByLabel('What will be done').fill('Cheaper');
    await page.getByLabel('What will be done').fill('Cheaper remittances');
    await expect(said).toHaveText('partly', { timeout: 500 });
  }).toPass();
  await page.getByLabel('How far').selectOption('fully');
  await expect(said).toHaveText('aligned');
}

test('the sample of the README works as it stands', async ({ page }) => {
  await fillIn(page);
  expect(page.workers()).toHaveLength(1);
});

test('the guide shows the same sample and the same policy', () => {
  expect(sample(guide, 'js')).toBe(sample(readme, 'js'));
  for (const directive of policy.split('; ')) expect(guide).toContain(`\`${directive}\``);
});
