/** A verdict as a mark and a word: the shape of the mark says it without colour. */
import { html, svg, type TemplateResult } from 'lit';
import type { Verdict } from '../reading.js';
import { t } from '../text.js';

const ring = svg`<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" />`;

const shapes: Record<Verdict, TemplateResult> = {
  aligned: svg`<circle cx="8" cy="8" r="7" fill="currentColor" /><path class="cut" d="m4.7 8.2 2.3 2.3 4.3-4.6" />`,
  partly: svg`${ring}<path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />`,
  'not-aligned': svg`${ring}<path class="line" d="m5.5 5.5 5 5m0-5-5 5" />`,
  contradictory: svg`<path class="line" d="M8 1.8 14.6 13.6H1.4z" /><path class="line" d="M8 6.2v3.4m0 2v.4" />`,
  unanswered: svg`<circle class="dashed" cx="8" cy="8" r="6.25" />`,
  'not-applicable': svg`<path class="line" d="M3 8h10" />`,
};

/** The mark alone, for places where the word stands beside it. */
export const mark = (verdict: Verdict): TemplateResult =>
  html`<svg class="mark mark-${verdict}" viewBox="0 0 16 16" aria-hidden="true">${shapes[verdict]}</svg>`;

export const badge = (verdict: Verdict): TemplateResult =>
  html`<span class="badge badge-${verdict}">${mark(verdict)}${t(`verdict-${verdict}`)}</span>`;
