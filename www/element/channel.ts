/** The two ways to reach the engine: a worker, or the page itself. */
import type { Answer, Ask } from './protocol.js';

export interface Channel {
  send(ask: Ask): Promise<unknown>;
  close(): void;
}

/** The worker is gone, or cannot run the engine: use the page. */
export class ChannelLost extends Error {}

interface Waiting {
  resolve(value: unknown): void;
  reject(fault: Error): void;
}

class WorkerChannel implements Channel {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  /** Why nothing can be sent any more. */
  #lost: string | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<Answer>) => this.#settle(event.data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#lose(event.message || 'the worker could not start');
    });
  }

  send(ask: Ask): Promise<unknown> {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      // A worker that has ended takes messages and never answers them.
      if (this.#lost !== null) throw new ChannelLost(this.#lost);
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ask });
    });
  }

  close(): void {
    this.#lose('the engine was closed');
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!waiting) return;
    if ('value' in answer) waiting.resolve(answer.value);
    else if ('fault' in answer) waiting.reject(new Error(answer.fault));
    else waiting.reject(new ChannelLost(answer.lost));
  }

  #lose(reason: string): void {
    this.#lost = reason;
    this.#worker.terminate();
    for (const waiting of this.#waiting.values()) waiting.reject(new ChannelLost(reason));
    this.#waiting.clear();
  }
}

/** A channel to a new worker, or null where the browser refuses to make one. */
export function workerChannel(): Channel | null {
  try {
    return new WorkerChannel(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  } catch {
    return null;
  }
}

class PageChannel implements Channel {
  readonly #host = import('./host.js').then(({ Host }) => new Host());
  #closed = false;

  async send(ask: Ask): Promise<unknown> {
    const host = await this.#host;
    if (this.#closed) throw new ChannelLost('the engine was closed');
    return host.answer(ask);
  }

  close(): void {
    this.#closed = true;
  }
}

/** A channel to the engine in this page; its code is fetched only when needed. */
export const pageChannel = (): Channel => new PageChannel();
