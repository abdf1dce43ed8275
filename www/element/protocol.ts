/** What the engine is asked and what it answers; the same words in the worker and in the page. */
import type { Explanation, Hit, PackExport, Report } from '../generated/report.js';

export type { Plan } from '../generated/plan.js';
export type * from '../generated/report.js';

/** One `.accord` file: its name relative to the pack's folder, and its text. */
export interface Source {
  name: string;
  text: string;
}

/** A pack to check against: the text of its files, or the bytes of a compiled one. */
export type Rules = Source[] | Uint8Array;

/** A fault of a pack. Lines and columns count from 1, columns in UTF-16 units. */
export interface PackDiagnostic {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  help: string | null;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The outcome of a compilation. */
export interface PackState {
  /** The pack just compiled has no errors. */
  ok: boolean;
  /** There is a pack without errors to check against: this one, or the last good one before it. */
  checkable: boolean;
  diagnostics: PackDiagnostic[];
}

/** Each request by name, with what it takes and what it gives. */
export interface Requests {
  compile: { input: { rules: Rules }; output: PackState };
  check: { input: { plan: string }; output: Report };
  explain: { input: { plan: string; commitment: string }; output: Explanation | undefined };
  search: { input: { words: string }; output: Hit[] };
  export: { input: Record<never, never>; output: PackExport };
}

export type Ask = { [K in keyof Requests]: { kind: K } & Requests[K]['input'] }[keyof Requests];

/** `lost`: the engine cannot run there at all. `fault`: this request failed, the next may not. */
export type Answer = { id: number } & ({ value: unknown } | { fault: string } | { lost: string });
