/**
 * Holds the WebAssembly engine and the pack, and answers one request at a time.
 * Runs the same in a worker and, as a fallback, in the page itself.
 */
import glueUrl from '../pkg/accordant.js?url';
import wasmUrl from '../pkg/accordant_bg.wasm?url';
import type { Ask, Explanation, Hit, PackDiagnostic, PackExport, PackState, Report, Source } from './protocol.js';

interface WasmPack {
  diagnostics(): PackDiagnostic[];
  ok(): boolean;
  export(): PackExport;
  check(plan: string): Report;
  explain(plan: string, commitment: string): Explanation | undefined;
  search(words: string): Hit[];
  free(): void;
}

interface Glue {
  default(options: { module_or_path: Response }): Promise<unknown>;
  Pack: { compile(sources: Source[]): WasmPack };
}

/** The engine cannot be loaded or started here: no retry will help. */
export class EngineLost extends Error {}

let loads = 0;

/**
 * The glue code keeps its instance in a module variable, so a fresh instance needs a fresh module:
 * a new fragment makes one, without a new download.
 */
async function load(): Promise<Glue> {
  try {
    const [glue, wasm] = await Promise.all([
      import(/* @vite-ignore */ `${glueUrl}#${(loads += 1)}`) as Promise<Glue>,
      fetch(wasmUrl),
    ]);
    await glue.default({ module_or_path: wasm });
    return glue;
  } catch (cause) {
    throw new EngineLost(String(cause), { cause });
  }
}

/** After a trap, or a stack that overflowed inside WebAssembly, the instance is poisoned. */
function isTrap(fault: unknown): boolean {
  if (fault instanceof EngineLost) return false;
  return (
    fault instanceof WebAssembly.RuntimeError ||
    fault instanceof RangeError ||
    (fault instanceof Error && fault.name === 'InternalError')
  );
}

/** A first pack that has errors can be searched and shown, but gives no verdicts. */
function checkable(pack: WasmPack): WasmPack {
  if (!pack.ok()) throw new Error('the rules have errors, so nothing was checked');
  return pack;
}

export class Host {
  #glue: Glue | null = null;
  #sources: Source[] | null = null;
  #pack: WasmPack | null = null;

  async answer(ask: Ask): Promise<unknown> {
    try {
      return await this.#run(ask);
    } catch (fault) {
      if (!isTrap(fault)) throw fault;
      this.#drop();
      return this.#again(ask);
    }
  }

  async #again(ask: Ask): Promise<unknown> {
    try {
      return await this.#run(ask);
    } catch (fault) {
      if (!isTrap(fault)) throw fault;
      this.#drop();
      throw new Error(`the engine broke twice on this request: ${fault}`, { cause: fault });
    }
  }

  #drop(): void {
    this.#glue = null;
    this.#pack = null;
  }

  async #run(ask: Ask): Promise<unknown> {
    this.#glue ??= await load();
    if (ask.kind === 'compile') return this.#compile(this.#glue, ask.sources);
    const pack = this.#ready(this.#glue);
    switch (ask.kind) {
      case 'check':
        return checkable(pack).check(ask.plan);
      case 'explain':
        return checkable(pack).explain(ask.plan, ask.commitment);
      case 'search':
        return pack.search(ask.words);
      case 'export':
        return pack.export();
    }
  }

  /** A pack with errors never replaces one without. */
  #compile(glue: Glue, sources: Source[]): PackState {
    const pack = glue.Pack.compile(sources);
    const state = { ok: pack.ok(), diagnostics: pack.diagnostics() };
    if (!state.ok && this.#sources !== null && this.#ready(glue).ok()) {
      pack.free();
      return { ...state, checkable: true };
    }
    this.#pack?.free();
    this.#pack = pack;
    this.#sources = sources;
    return { ...state, checkable: state.ok };
  }

  #ready(glue: Glue): WasmPack {
    if (this.#sources === null) throw new Error('no pack has been compiled');
    this.#pack ??= glue.Pack.compile(this.#sources);
    return this.#pack;
  }
}
