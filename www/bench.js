// What the page and the engine in it cost, beside their goals. The machine is shared and noisy: what counts is the ratio.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { withPage } from './browser.js';

/** Size M of the design, as benches/speed.rs makes it up. */
const size = { commitments: 2000, links: 20_000, measures: 200 };

/** The same numbers in every run, and the same as in benches/speed.rs. */
function draw(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return Number((state >> 33n) % BigInt(limit));
  };
}

const goals = Math.floor(size.commitments / 110);
const range = (count) => [...Array(count).keys()];
const targets = range(10).flatMap((framework) =>
  range(goals).flatMap((goal) => range(10).map((leaf) => `f${framework}:${goal}.${leaf}`)),
);

function outlineText(framework) {
  const target = (goal) => (leaf) => `target ${goal}.${leaf} "Target ${goal}.${leaf}"`;
  const goal = (at) => [`goal ${at} "Goal ${at}" { menu`, ...range(10).map(target(at)), '}'];
  return [`framework f${framework} "Framework ${framework}" {`, ...range(goals).flatMap(goal), '}'].join('\n');
}

function linksText() {
  const verbs = ['overlaps', 'enables', 'reinforces', 'overlaps', 'constrains', 'enables'];
  const below = draw(1);
  const links = new Map();
  while (links.size < size.links) {
    const [from, to] = [below(targets.length), below(targets.length)];
    const number = links.size + 1;
    if (from >= to || links.has(`${from} ${to}`)) continue;
    const ends = `${targets[from]} ${verbs[number % verbs.length]} ${targets[to]}`;
    links.set(`${from} ${to}`, `link ${ends} { because "r${number}" basis editorial "made up" }`);
  }
  return [...links.values()].join('\n');
}

const packText = () => ['pack made-up "Made up" { version "1" }', ...range(10).map(outlineText), linksText()].join('\n');

function planText() {
  const below = draw(2);
  const claim = () => ({
    commitment: `f${below(10)}:${below(goals)}.${below(10)}`,
    extent: below(2) === 0 ? 'fully' : 'partly',
  });
  const measure = (at) => ({ id: `m${at}`, kind: 'policy', addresses: range(3).map(claim) });
  return JSON.stringify({ accordant: 1, measures: range(size.measures).map(measure) });
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

function figure(what, time, goal) {
  const ratio = goal ? `${(time / goal).toFixed(2).padStart(6)} x the goal of ${goal} ms` : '';
  console.log(`${what.padEnd(52)} ${time.toFixed(3).padStart(10)} ms ${ratio}`);
}

/** A context of its own has an empty cache. */
async function firstAnswer(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.invitation')) return;
      observer.disconnect();
      globalThis.firstAnswer = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  const answer = await page.waitForFunction(() => globalThis.firstAnswer);
  const time = await answer.jsonValue();
  await context.close();
  return time;
}

/** Runs in the page: the two modules there and nothing between, timed with the clock of the page. */
async function inThePage({ engine, authors, pack, plan }) {
  const load = async ({ glue, wasm }) => {
    const module = await import(glue);
    await module.default({ module_or_path: fetch(wasm) });
    return module.Pack;
  };
  const [Checker, Compiler] = [await load(engine), await load(authors)];
  const { corePack, coreRules } = await import('/accordant.js');
  const [core, rules] = [await corePack(), await coreRules()];
  const made = [{ name: 'made-up.accord', text: pack }];
  const timed = (runs, work) =>
    Array.from({ length: runs }, () => {
      const start = performance.now();
      const value = work();
      const time = performance.now() - start;
      value?.free?.();
      return time;
    });
  const found = {
    openCore: timed(9, () => Checker.open(core)),
    compileCore: timed(9, () => Compiler.compile(rules)),
    compileMade: timed(5, () => Compiler.compile(made)),
  };
  const compiled = Compiler.compile(made);
  if (!compiled.ok()) throw new Error(`the made-up pack is unsound: ${JSON.stringify(compiled.diagnostics()[0])}`);
  const checked = Checker.open(compiled.toBytes());
  const faults = checked.check(plan).diagnostics;
  if (faults.length > 0) throw new Error(`the made-up plan is unsound: ${JSON.stringify(faults[0])}`);
  return { ...found, verdicts: timed(101, () => checked.verdicts(plan)), check: timed(5, () => checked.check(plan)) };
}

/** The engine and the authors' module, which is the larger one: each its glue and its WebAssembly. */
function modules() {
  const folder = new URL('./dist/assets/', import.meta.url);
  const isGlue = (name) => name.endsWith('.js') && readFileSync(new URL(name, folder), 'utf8').includes('pack_free');
  const bySize = (fits) =>
    readdirSync(folder)
      .filter(fits)
      .map((name) => ({ address: `/assets/${name}`, size: statSync(new URL(name, folder)).size }))
      .sort((a, b) => a.size - b.size)
      .map(({ address }) => address);
  const [glues, wasms] = [bySize(isGlue), bySize((name) => name.endsWith('.wasm'))];
  return { engine: { glue: glues[0], wasm: wasms[0] }, authors: { glue: glues[1], wasm: wasms[1] } };
}

await withPage(async (browser, url) => {
  const loads = [];
  for (const _ of range(7)) loads.push(await firstAnswer(browser, url));
  figure('first answer of the workbench, cold', median(loads), 1000);

  const page = await browser.newPage();
  await page.goto(new URL('accordant.js', url).href);
  const found = await page.evaluate(inThePage, { ...modules(), pack: packText(), plan: planText() });
  figure('open the compiled core pack', median(found.openCore));
  figure('compile the core pack from text', median(found.compileCore), 150);
  figure('  the first time in a fresh engine', found.compileCore[0]);
  figure('M: compile from text', median(found.compileMade), 800);
  figure('M: the verdicts, from plan text to a value', median(found.verdicts), 2);
  figure('M: the whole report', median(found.check));
});
