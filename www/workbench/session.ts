/** The plan being written, the engine, and what it last found. Tells its listeners of every change. */
import {
  openEngine,
  superseded,
  type Engine,
  type Explanation,
  type Fault,
  type Hit,
  type Report,
  type Source,
} from '../element/engine.js';
import { coreRules } from '../element/accordant.js';
import { corePack } from '../element/core-pack.js';
import { indexPack, type PackIndex } from './pack-index.js';
import { emptyDraft, readDraft, type Draft } from './plan.js';

const checkDelay = 30;

export type Change = (draft: Draft) => Draft;

export class Session extends EventTarget {
  draft: Draft = emptyDraft;
  /** Counts the plans that were opened, so that the form of one is never taken for that of another. */
  opened = 0;
  /** The plan is not as it was when last opened or saved. */
  unsaved = false;
  engine: Engine | null = null;
  pack: PackIndex | null = null;
  /** Why the engine could not start, in its own words. */
  engineFault: string | null = null;
  report: Report | null = null;
  /** A file that could not be opened as a plan. */
  refused: { name: string; faults: Fault[] } | null = null;

  #checked = '';
  #timer = 0;

  async start(): Promise<void> {
    try {
      this.engine = await openEngine(await corePack());
      this.pack = indexPack(await this.engine.export());
      await this.#check(JSON.stringify(this.draft));
    } catch (fault) {
      this.#fail(fault);
    }
  }

  edit(change: Change): void {
    this.draft = { ...emptyDraft, ...change(this.draft) };
    this.unsaved = true;
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#check(JSON.stringify(this.draft)), checkDelay);
  }

  /** The text is checked as it stands, so that even faults that reading it mends are named. */
  async open(name: string, text: string): Promise<void> {
    const draft = readDraft(text);
    this.refused = draft ? null : { name, faults: await this.#faults(text) };
    if (draft) {
      clearTimeout(this.#timer);
      this.draft = draft;
      this.opened += 1;
      this.unsaved = false;
      await this.#check(text);
    }
    this.#changed();
  }

  /** Rules of one's own take the place of those in use, unless they have errors; the plan is checked again. */
  async openRules(files: Source[]): Promise<void> {
    const onCore = files.some(({ text }) => /[{\s]uses\s+core\b/.test(text));
    const state = await this.#ask(async (engine) => engine.compile([...(onCore ? await coreRules() : []), ...files]));
    if (state?.ok) {
      this.pack = (await this.#ask(async (engine) => indexPack(await engine.export()))) ?? this.pack;
      await this.#check(this.#checked || JSON.stringify(this.draft));
    }
    this.#changed();
  }

  saved(): void {
    this.unsaved = false;
    this.#changed();
  }

  async search(words: string): Promise<Hit[]> {
    return (await this.#ask((engine) => engine.search(words))) ?? [];
  }

  /** Explains a verdict of the plan that the report on screen is about. */
  async explain(commitment: string): Promise<Explanation | undefined> {
    return this.#ask((engine) => engine.explain(this.#checked, commitment));
  }

  async #ask<T>(question: (engine: Engine) => Promise<T>): Promise<T | undefined> {
    try {
      return this.engine ? await question(this.engine) : undefined;
    } catch (fault) {
      this.#fail(fault);
      return undefined;
    }
  }

  async #check(text: string): Promise<void> {
    if (!this.engine?.pack.checkable) return this.#changed();
    try {
      const report = await this.engine.check(text);
      if (report === superseded) return;
      this.report = report;
      this.#checked = text;
      this.engineFault = null;
    } catch (fault) {
      this.#fail(fault);
    }
    this.#changed();
  }

  async #faults(text: string): Promise<Fault[]> {
    const report = await this.#ask(async (engine) => (engine.pack.checkable ? engine.check(text) : superseded));
    return !report || report === superseded ? [] : report.diagnostics;
  }

  #fail(fault: unknown): void {
    this.engineFault = fault instanceof Error ? fault.message : String(fault);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
