/** The corpus of plans, natively and in the browser: the same bytes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './page.js';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const corpus = root('tests/corpus/checks');
const native = root('target/debug/accordant');

interface Case {
  name: string;
  rules: string | null;
  plan: string;
  expected: string;
}

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** Plans that are no UTF-8 cannot reach the engine as text. */
function cases(): Case[] {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const folder = `${corpus}/${name}`;
    const plan = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    try {
      const text = plan.decode(readFileSync(`${folder}/plan.json`));
      return [{ name, rules: read(`${folder}/rules.accord`), plan: text, expected: natively(folder) }];
    } catch (fault) {
      if (fault instanceof TypeError) return [];
      throw fault;
    }
  });
}

/** A plan with faults ends with exit code 2, and has a report all the same. */
function natively(folder: string): string {
  const pack = existsSync(`${folder}/rules.accord`) ? ['--pack', `${folder}/rules.accord`] : [];
  try {
    return execFileSync(native, ['check', `${folder}/plan.json`, '--format', 'json', ...pack], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 26 });
  } catch (ended) {
    const { status, stdout } = ended as { status: number; stdout: string };
    if (status === 2 && stdout) return stdout;
    throw ended;
  }
}

test('each plan of the corpus gives the same bytes natively and in WebAssembly', async ({ page }) => {
  const all = cases();
  expect(all.length).toBeGreaterThan(20);
  await page.goto('/');
  const found = await page.evaluate(async (all) => {
    // A name that the test runner does not try to resolve itself.
    const module = '/accordant.js';
    const { openEngine, corePack } = await import(/* @vite-ignore */ module);
    const core = await corePack();
    const engine = await openEngine(core);
    const reports: string[] = [];
    for (const { rules, plan } of all) {
      await engine.compile(rules === null ? core : [{ name: 'rules.accord', text: rules }]);
      reports.push(JSON.stringify(await engine.check(plan), null, 2));
    }
    return reports;
  }, all);
  for (const [at, { name, expected }] of all.entries()) {
    expect(`${found[at]}\n`, name).toBe(expected);
  }
  console.log(`${all.length} plans gave the same bytes natively and in WebAssembly`);
});

test('hostile rules neither crash nor hang the worker', async ({ page }) => {
  await page.goto('/');
  const found = await page.evaluate(async () => {
    const module = '/accordant.js';
    const { openEngine, corePack } = await import(/* @vite-ignore */ module);
    const engine = await openEngine(await corePack());
    const nested = (depth: number) =>
      `pack p "P" { version "1" } framework f "F" {${'goal g {'.repeat(depth)}${'}'.repeat(depth + 1)}`;
    const rule = (condition: string) => `rule r "R" { when ${condition} }`;
    const texts = [
      nested(63),
      nested(64),
      nested(100_000),
      rule(`${'('.repeat(63)}a is b${')'.repeat(63)}`),
      rule(`${'('.repeat(100_000)}a is b`),
      rule(`${'not '.repeat(100_000)}a is b`),
      `${'{'.repeat(63)}${'y '.repeat(100_000)}`,
      'x "{\n'.repeat(50_000),
    ];
    const codes: string[][] = [];
    for (const text of texts) {
      const { diagnostics } = await engine.compile([{ name: 'hostile.accord', text }]);
      codes.push(diagnostics.map(({ code }: { code: string }) => code));
    }
    return { runsIn: engine.runsIn, codes };
  });
  expect(found.runsIn).toBe('worker');
  expect(found.codes.map((codes) => codes.includes('too-deep'))).toEqual([false, true, true, false, true, false, false, false]);
  expect(found.codes.every((codes) => codes.length > 0)).toBe(true);
});
