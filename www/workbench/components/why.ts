/** "Why?": a button that opens the proof of a verdict, kept up to date while it is open. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Explanation, Report } from '../../element/engine.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { commitmentLabel } from './commitment-name.js';
import { proof } from './proof.js';
import { freshId, View } from './view.js';

export class Why extends View {
  static override properties = {
    session: { attribute: false },
    report: { attribute: false },
    commitment: { attribute: false },
    open: { state: true },
    explanation: { state: true },
  };

  declare session: Session;
  /** Only watched: a new report means that the proof may have changed. */
  declare report: Report | null;
  declare commitment: string;
  declare open: boolean;
  declare explanation: Explanation | undefined;

  readonly #id = freshId('proof');

  constructor() {
    super();
    this.open = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.open && ['open', 'report', 'commitment'].some((name) => changed.has(name))) void this.#load();
  }

  async #load(): Promise<void> {
    const asked = this.commitment;
    const explanation = await this.session.explain(asked);
    if (asked === this.commitment) this.explanation = explanation;
  }

  protected override render(): TemplateResult {
    const name = commitmentLabel(this.session.pack, this.commitment);
    return html`
      <button
        type="button"
        class="quiet why"
        aria-expanded=${this.open}
        aria-controls=${this.#id}
        @click=${() => (this.open = !this.open)}
      >
        ${t('why')}<span class="visually-hidden"> ${name}</span>
      </button>
      <div id=${this.#id} class="proof" role="group" aria-label=${t('proof-of', { name })} ?hidden=${!this.open}>
        ${this.open && this.explanation ? proof(this.explanation, this.session.pack) : nothing}
      </div>
    `;
  }
}

customElements.define('wb-why', Why);
