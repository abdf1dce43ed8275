/** The base of all elements: they render into the page itself, so that labels, ids and one style sheet reach across. */
import { LitElement } from 'lit';
import type { Change } from '../session.js';

export abstract class View extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks for a change of the plan; the workbench listens. */
  protected edit(change: Change): void {
    this.dispatchEvent(new CustomEvent<Change>('plan-edit', { detail: change, bubbles: true }));
  }
}

let last = 0;

/** An id that nothing else in the page has. */
export const freshId = (name: string): string => `${name}-${(last += 1)}`;
