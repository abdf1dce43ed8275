/** What the one live region says: after a pause, only what has changed since it last spoke. */
import type { Report } from '../element/engine.js';
import type { PackIndex } from './pack-index.js';
import { standing } from './reading.js';
import { t } from './text.js';

const pause = 1000;
const named = 3;

/** Speaks the latest text once nothing new has come for a second. */
export class Announcer {
  readonly #region: HTMLElement;
  #timer = 0;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** `say` is asked when the pause is over, so that it can compare with what was said last. */
  soon(say: () => string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#speak(say()), pause);
  }

  #speak(text: string): void {
    if (text !== '') this.#region.textContent = text;
  }
}

/** The difference between two reports, in a few sentences; empty where there is none. */
export function difference(pack: PackIndex, before: Report, after: Report): string {
  return [...verdictChanges(pack, before, after), ...faultChange(before, after)].join(' ');
}

function verdictChanges(pack: PackIndex, before: Report, after: Report): string[] {
  const changed = [...new Set([...Object.keys(before.commitments), ...Object.keys(after.commitments)])].filter(
    (id) => standing(before, id).planned !== standing(after, id).planned,
  );
  const sentences = changed.slice(0, named).map((id) =>
    t('announce-change', {
      title: pack.commitments.get(id)?.title ?? id,
      verdict: t(`verdict-${standing(after, id).planned}`),
    }),
  );
  const more = changed.length - sentences.length;
  return more > 0 ? [...sentences, t('announce-more', { count: more })] : sentences;
}

function faultChange(before: Report, after: Report): string[] {
  const count = after.diagnostics.length;
  return count === before.diagnostics.length ? [] : [t('faults-count', { count })];
}
