/**
 * Holds the WebAssembly engine and the pack, and answers one request at a time.
 * Runs the same in a worker and, as a fallback, in the page itself.
 */
import authorsGlue from '../authors/accordant.js?url';
import authorsWasm from '../authors/accordant_bg.wasm?url';
import engineGlue from '../pkg/accordant.js?url';
import engineWasm from '../pkg/accordant_bg.wasm?url';
import type { Ask, Explanation, Hit, PackDiagnostic, PackExport, PackState, Report, Rules, Source } from './protocol.js';

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
  Pack: { open(bytes: Uint8Array): WasmPack; compile(sources: Source[]): WasmPack };
}

/** Who only checks loads the engine; the parser and compiler come with the larger module that authors load. */
const modules = {
  engine: { glue: engineGlue, wasm: engineWasm },
  authors: { glue: authorsGlue, wasm: authorsWasm },
};
type Module = keyof typeof modules;

const moduleFor = (rules: Rules): Module => (rules instanceof Uint8Array ? 'engine' : 'authors');

/** The engine cannot be loaded or started here: no retry will help. */
export class EngineLost extends Error {}

let loads = 0;

/**
 * The glue code keeps its instance in a module variable, so a fresh instance needs a fresh module:
 * a new fragment makes one, without a new download.
 */
async function load(name: Module): Promise<Glue> {
  try {
    const [glue, wasm] = await Promise.all([
      import(/* @vite-ignore */ `${modules[name].glue}#${(loads += 1)}`) as Promise<Glue>,
      fetch(modules[name].wasm),
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
  #glues = new Map<Module, Promise<Glue>>();
  #rules: Rules | null = null;
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
    this.#glues.clear();
    this.#pack = null;
  }

  #glue(name: Module): Promise<Glue> {
    const glue = this.#glues.get(name) ?? load(name);
    this.#glues.set(name, glue);
    // What could not be loaded is tried again with the next request.
    glue.catch(() => this.#glues.delete(name));
    return glue;
  }

  async #build(rules: Rules): Promise<WasmPack> {
    const glue = await this.#glue(moduleFor(rules));
    return rules instanceof Uint8Array ? glue.Pack.open(rules) : glue.Pack.compile(rules);
  }

  async #run(ask: Ask): Promise<unknown> {
    if (ask.kind === 'compile') return this.#compile(ask.rules);
    const pack = await this.#ready();
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
  async #compile(rules: Rules): Promise<PackState> {
    const pack = await this.#build(rules);
    const state = { ok: pack.ok(), diagnostics: pack.diagnostics() };
    if (!state.ok && this.#rules !== null && (await this.#ready()).ok()) {
      pack.free();
      return { ...state, checkable: true };
    }
    this.#pack?.free();
    this.#pack = pack;
    this.#rules = rules;
    return { ...state, checkable: state.ok };
  }

  async #ready(): Promise<WasmPack> {
    if (this.#rules === null) throw new Error('no pack has been opened');
    this.#pack ??= await this.#build(this.#rules);
    return this.#pack;
  }
}
