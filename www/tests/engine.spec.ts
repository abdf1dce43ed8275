/** Where the engine runs, and what happens when it cannot. */
import { addMeasure, choose, expect, kept, loadExample, open, test } from './page.js';

test('the engine runs in a worker', async ({ page }) => {
  await open(page);
  expect(page.workers()).toHaveLength(1);
});

test('without workers the engine runs in the page', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await open(page);
  await loadExample(page);
  expect(page.workers()).toHaveLength(0);
  await kept(page, '2')
    .getByRole('button', { name: /^Why\?/ })
    .click();
  await expect(page.getByRole('group', { name: /^Why: gcm:2 / })).toContainText('With this plan');
});

test('a worker that cannot be made is done without', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    } as unknown as typeof Worker;
  });
  await open(page);
  await loadExample(page);
});

test('a worker that cannot run WebAssembly is done without', async ({ page }) => {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete globalThis.WebAssembly;${await response.text()}` });
  });
  await open(page);
  await loadExample(page);
  expect(page.workers()).toHaveLength(0);
});

test('after a trap the engine is loaded again and the answer still comes', async ({ page }) => {
  // In the page, so that the instance can be reached: the third check traps.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
    const instantiate = WebAssembly.instantiateStreaming;
    let instances = 0;
    let checks = 0;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance, module } = await instantiate(...given);
      const poisoned = (instances += 1) === 1;
      document.documentElement.dataset['instances'] = String(instances);
      const trap = (name: string, run: unknown) =>
        poisoned && name === 'pack_check'
          ? (...args: unknown[]) => {
              if ((checks += 1) === 3) throw new WebAssembly.RuntimeError('unreachable');
              return (run as (...args: unknown[]) => unknown)(...args);
            }
          : run;
      const exports = Object.fromEntries(
        Object.entries(instance.exports).map(([name, run]) => [name, trap(name, run)]),
      );
      return { module, instance: { exports } as WebAssembly.Instance };
    };
  });
  await open(page);
  const measure = await addMeasure(page, 'Ban on recruitment fees');
  await choose(measure, 'recruitment fees', '6.c');
  await expect(kept(page, '6.c')).toContainText('partly aligned');
  await expect(page.locator('html')).toHaveAttribute('data-instances', '2');
});

/** Two rule files with an error and one without. */
const broken = [{ name: 'a.accord', text: 'pack a "A" { version "1" }\nframework x "X" { goal 1 "One" { fly } }' }];
const sound = [{ name: 'a.accord', text: 'pack a "A" { version "1" }\nframework x "X" { goal 1 "One" }' }];
const plan = JSON.stringify({ accordant: 1, measures: [{ id: 'm1', addresses: ['x:1'] }] });

for (const place of ['worker', 'page'] as const) {
  test(`a first pack with errors is not checked against in the ${place}`, async ({ page }) => {
    if (place === 'page') await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    await page.goto('/');
    const found = await page.evaluate(
      async ({ broken, sound, plan }) => {
        const module = '/accordant.js';
        const { openEngine } = await import(/* @vite-ignore */ module);
        const engine = await openEngine(broken);
        const said = (request: Promise<unknown>) => request.then(
          () => 'answered',
          (fault: unknown) => (fault instanceof Error ? fault.message : typeof fault),
        );
        const first = [engine.pack.checkable, await said(engine.check(plan)), await said(engine.explain(plan, 'x:1'))];
        await engine.compile(sound);
        const good = (await engine.check(plan)).commitments['x:1'].planned.verdict;
        await engine.compile(broken);
        const after = [engine.pack.ok, engine.pack.checkable, (await engine.check(plan)).commitments['x:1'].planned.verdict];
        const late = engine.check(plan);
        engine.close();
        return { runsIn: engine.runsIn, first, good, after, late: [await said(late), await said(engine.check(plan))] };
      },
      { broken, sound, plan },
    );
    const refused = 'the rules have errors, so nothing was checked';
    expect(found).toEqual({
      runsIn: place,
      first: [false, refused, refused],
      good: 'partly',
      after: [false, true, 'partly'],
      late: ['the engine is closed', 'the engine is closed'],
    });
  });
}
