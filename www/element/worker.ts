/** The engine's own thread: requests in, answers out. */
import { EngineLost, Host } from './host.js';
import type { Answer, Ask } from './protocol.js';

const host = new Host();

async function answer(id: number, ask: Ask): Promise<Answer> {
  try {
    return { id, value: await host.answer(ask) };
  } catch (fault) {
    return fault instanceof EngineLost ? { id, lost: fault.message } : { id, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

self.addEventListener('message', async (event: MessageEvent<{ id: number; ask: Ask }>) => {
  self.postMessage(await answer(event.data.id, event.data.ask));
});
