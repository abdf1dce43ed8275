/**
 * The engine for any page: `const engine = await openEngine(rules)`.
 * It runs in a worker where it can and in the page where it cannot; a plan never leaves the browser.
 */
import { ChannelLost, pageChannel, workerChannel, type Channel } from './channel.js';
import type { Ask, Explanation, Hit, PackExport, PackState, Report, Requests, Rules } from './protocol.js';

export type * from './protocol.js';

/** What an older check gives when a newer one took its place before it was begun. */
export const superseded = 'superseded';

interface Job {
  ask: Ask;
  resolve(value: unknown): void;
  reject(fault: unknown): void;
}

export class Engine {
  #channel: Channel;
  #inPage: boolean;
  #rules: Rules | null = null;
  #pack: PackState = { ok: false, checkable: false, diagnostics: [] };
  #queue: Job[] = [];
  #underWay: Job | null = null;
  #closed = false;

  constructor() {
    const worker = workerChannel();
    this.#channel = worker ?? pageChannel();
    this.#inPage = worker === null;
  }

  /** Where the engine runs at the moment. */
  get runsIn(): 'worker' | 'page' {
    return this.#inPage ? 'page' : 'worker';
  }

  /** What the last compilation gave. */
  get pack(): PackState {
    return this.#pack;
  }

  /** Compiles a pack. One with errors leaves the last good one in use. */
  compile(rules: Rules): Promise<PackState> {
    return this.#ask({ kind: 'compile', rules });
  }

  /**
   * Checks a plan, given as JSON text. A newer check takes the place of an older one that still waits.
   * Rejects where the rules have errors and there is no pack to check against.
   */
  check(plan: string): Promise<Report | typeof superseded> {
    const older = this.#queue.findIndex((job) => job.ask.kind === 'check');
    if (older >= 0) this.#queue.splice(older, 1)[0]?.resolve(superseded);
    return this.#ask({ kind: 'check', plan });
  }

  /** Why this plan gives a commitment its verdicts; undefined for one that the pack does not have. */
  explain(plan: string, commitment: string): Promise<Explanation | undefined> {
    return this.#ask({ kind: 'explain', plan, commitment });
  }

  /** The commitments that these words speak of, best first. */
  search(words: string): Promise<Hit[]> {
    return this.#ask({ kind: 'search', words });
  }

  /** The resolved pack: frameworks, links, tools. */
  export(): Promise<PackExport> {
    return this.#ask({ kind: 'export' });
  }

  /** Stops the worker. What is under way, what waits and what comes later is refused. */
  close(): void {
    this.#closed = true;
    this.#channel.close();
    for (const job of [this.#underWay, ...this.#queue.splice(0)]) job?.reject(closed());
  }

  #ask<K extends keyof Requests>(ask: Ask & { kind: K }): Promise<Requests[K]['output']> {
    if (this.#closed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      this.#queue.push({ ask, resolve: resolve as Job['resolve'], reject });
      void this.#drain();
    });
  }

  /** One request at a time, so that one that waits can still be superseded. */
  async #drain(): Promise<void> {
    if (this.#underWay) return;
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) {
      this.#underWay = job;
      await this.#send(job.ask).then(job.resolve, job.reject);
    }
    this.#underWay = null;
  }

  async #send(ask: Ask): Promise<unknown> {
    try {
      return await this.#deliver(ask);
    } catch (fault) {
      if (this.#closed || this.#inPage || !(fault instanceof ChannelLost)) throw fault;
      await this.#moveToPage();
      return this.#deliver(ask);
    }
  }

  async #deliver(ask: Ask): Promise<unknown> {
    const value = await this.#channel.send(ask);
    if (ask.kind === 'compile') this.#compiled(ask.rules, value as PackState);
    return value;
  }

  #compiled(rules: Rules, pack: PackState): void {
    this.#pack = pack;
    // One with errors is in use only where there is no good one.
    if (pack.ok || !pack.checkable) this.#rules = rules;
  }

  /** The worker is gone: start in the page with the pack that was in use. */
  async #moveToPage(): Promise<void> {
    this.#channel.close();
    this.#channel = pageChannel();
    this.#inPage = true;
    if (this.#rules) await this.#channel.send({ kind: 'compile', rules: this.#rules });
  }
}

const closed = () => new Error('the engine is closed');

/** Opens the engine with a pack; see `engine.pack` for its faults. Rejects only where WebAssembly cannot run at all. */
export async function openEngine(rules: Rules): Promise<Engine> {
  const engine = new Engine();
  await engine.compile(rules);
  return engine;
}
