/** The engine's queue, with a worker that answers when it is told to. */
import { expect, test } from '@playwright/test';
import { Engine, superseded } from '../element/engine.js';

interface Sent {
  id: number;
  ask: { kind: string; plan?: string };
}

/** Stands in for the browser's worker: keeps what it is sent. */
class HeldWorker extends EventTarget {
  static last: HeldWorker;
  readonly sent: Sent[] = [];

  constructor() {
    super();
    HeldWorker.last = this;
  }

  postMessage(message: Sent): void {
    this.sent.push(message);
  }

  answer(value: unknown): void {
    const { id } = this.sent.at(-1)!;
    this.dispatchEvent(new MessageEvent('message', { data: { id, value } }));
  }

  terminate(): void {}
}

test.beforeEach(() => {
  Object.assign(globalThis, { Worker: HeldWorker });
});

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a newer check takes the place of an older one that waits', async () => {
  const engine = new Engine();
  const worker = HeldWorker.last;
  const [first, second, third] = ['1', '2', '3'].map((plan) => engine.check(plan));
  expect(await second).toBe(superseded);
  worker.answer('report on 1');
  expect(await first).toBe('report on 1');
  await turn();
  worker.answer('report on 3');
  expect(await third).toBe('report on 3');
  expect(worker.sent.map(({ ask }) => ask.plan)).toEqual(['1', '3']);
});

test('only checks are superseded, and requests keep their order', async () => {
  const engine = new Engine();
  const worker = HeldWorker.last;
  const asked = [engine.search('a'), engine.search('b'), engine.check('1'), engine.explain('1', 'x:1')];
  for (const value of ['hits a', 'hits b', 'report', 'reason']) {
    await turn();
    worker.answer(value);
  }
  expect(await Promise.all(asked)).toEqual(['hits a', 'hits b', 'report', 'reason']);
  expect(worker.sent.map(({ ask }) => ask.kind)).toEqual(['search', 'search', 'check', 'explain']);
});

test('a fault refuses its own request and no other', async () => {
  const engine = new Engine();
  const worker = HeldWorker.last;
  const bad = engine.search('a');
  const good = engine.search('b');
  worker.dispatchEvent(new MessageEvent('message', { data: { id: worker.sent.at(-1)!.id, fault: 'no' } }));
  await expect(bad).rejects.toThrow('no');
  await turn();
  worker.answer('hits');
  expect(await good).toBe('hits');
});

test('closing refuses what is under way, what waits and what comes later', async () => {
  const engine = new Engine();
  const worker = HeldWorker.last;
  const asked = [engine.search('a'), engine.check('1'), engine.explain('1', 'x:1')];
  engine.close();
  for (const request of [...asked, engine.check('2'), engine.export()]) {
    await expect(request).rejects.toThrow('the engine is closed');
  }
  await turn();
  worker.answer('too late');
  expect(worker.sent.map(({ ask }) => ask.kind)).toEqual(['search']);
  expect(engine.runsIn).toBe('worker');
});
