/** A list that shows its first items and, on request or in print, all of them. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../text.js';
import { View } from './view.js';

export class LongList<T = unknown> extends View {
  static override properties = {
    items: { attribute: false },
    row: { attribute: false },
    keyOf: { attribute: false },
    limit: { attribute: false },
    label: { attribute: false },
    expanded: { state: true },
    printing: { state: true },
  };

  declare items: readonly T[];
  declare row: (item: T) => TemplateResult;
  declare keyOf: (item: T) => string;
  declare limit: number;
  /** What is listed, for the name of the button. */
  declare label: string;
  declare expanded: boolean;
  declare printing: boolean;

  constructor() {
    super();
    this.items = [];
    this.limit = 8;
    this.expanded = false;
    this.printing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    window.addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#beforePrint);
    window.removeEventListener('afterprint', this.#afterPrint);
  }

  /** Shows all, so that an item beyond the first can be gone to. */
  async showAll(): Promise<void> {
    this.expanded = true;
    await this.updateComplete;
  }

  readonly #beforePrint = () => (this.printing = true);
  readonly #afterPrint = () => (this.printing = false);

  #toggle(): void {
    this.expanded = !this.expanded;
  }

  protected override updated(changed: PropertyValues): void {
    // The first item that was hidden takes the focus, so that reading goes on where it stopped.
    if (changed.get('expanded') === false && this.contains(document.activeElement)) {
      this.querySelector<HTMLElement>(`:scope > ul > li:nth-child(${this.limit + 1})`)?.focus();
    }
  }

  protected override render(): TemplateResult {
    const all = this.expanded || this.printing;
    const shown = all ? this.items : this.items.slice(0, this.limit);
    return html`
      <ul class="plain rows" role="list">
        ${repeat(shown, this.keyOf, (item) => html`<li tabindex="-1">${this.row(item)}</li>`)}
      </ul>
      ${this.items.length > this.limit ? this.#button() : nothing}
    `;
  }

  #button(): TemplateResult {
    const text = this.expanded ? t('show-fewer') : t('show-all', { count: this.items.length });
    return html`<button type="button" class="quiet more" aria-expanded=${this.expanded} @click=${this.#toggle}>
      ${text}<span class="visually-hidden">: ${this.label}</span>
    </button>`;
  }
}

customElements.define('wb-long-list', LongList);
