/** An ARIA 1.2 combobox over all commitments of the pack: type, move with the arrows, Enter chooses, Escape closes. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Hit } from '../../element/engine.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { freshId, View } from './view.js';

export class CommitmentSearch extends View {
  static override properties = {
    session: { attribute: false },
    label: { attribute: false },
    hint: { attribute: false },
    taken: { attribute: false },
    words: { state: true },
    hits: { state: true },
    active: { state: true },
    open: { state: true },
  };

  declare session: Session;
  declare label: string;
  declare hint: string;
  /** Commitments that are already chosen. */
  declare taken: readonly string[];
  declare words: string;
  declare hits: Hit[];
  declare active: number;
  declare open: boolean;

  readonly #id = freshId('search');
  #searching: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.taken = [];
    this.#clear();
  }

  #clear(): void {
    this.words = '';
    this.hits = [];
    this.active = -1;
    this.open = false;
  }

  async #search(words: string): Promise<void> {
    this.words = words;
    const hits = words.trim() === '' ? [] : await this.session.search(words);
    if (words !== this.words) return;
    this.hits = hits.filter((hit) => !this.taken.includes(hit.commitment));
    this.active = -1;
    this.open = words.trim() !== '';
    if (this.open) this.#say(t('search-found', { count: this.hits.length }));
  }

  #say(text: string): void {
    this.dispatchEvent(new CustomEvent('say', { detail: text, bubbles: true }));
  }

  #choose(hit: Hit | undefined): void {
    if (!hit) return;
    this.#clear();
    this.dispatchEvent(new CustomEvent<string>('choose', { detail: hit.commitment }));
  }

  #move(step: number): void {
    if (this.hits.length === 0) return;
    this.open = true;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = (from + step + this.hits.length) % this.hits.length;
  }

  #key(event: KeyboardEvent): void {
    const action = this.#actionFor(event);
    if (!action) return;
    event.preventDefault();
    action();
  }

  #actionFor(event: KeyboardEvent): (() => void) | undefined {
    switch (event.isComposing ? '' : event.key) {
      case 'ArrowDown':
        return () => this.#afterSearch(() => this.#move(1));
      case 'ArrowUp':
        return () => this.#afterSearch(() => this.#move(-1));
      case 'Enter':
        return () => this.#afterSearch(() => this.#choose(this.open ? this.hits[this.active] : undefined));
      case 'Escape':
        return () => this.#afterSearch(() => (this.open ? (this.open = false) : this.#clear()));
      default:
        return undefined;
    }
  }

  /** A key that is about the list waits for the list that belongs to the words typed before it. */
  #afterSearch(act: () => void): void {
    void this.#searching.then(act);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('open') === false) this.querySelector('[role="listbox"]')?.scrollIntoView({ block: 'nearest' });
    if (changed.has('active')) this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const listed = this.open && this.hits.length > 0;
    return html`
      <div class="field search">
        <label for=${this.#id}>${this.label}</label>
        <p class="hint" id="${this.#id}-hint">${this.hint}</p>
        <input
          id=${this.#id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${listed}
          aria-controls="${this.#id}-list"
          aria-describedby="${this.#id}-hint"
          aria-activedescendant=${listed && this.active >= 0 ? this.#optionId(this.active) : nothing}
          .value=${live(this.words)}
          @input=${(event: Event) => (this.#searching = this.#search((event.target as HTMLInputElement).value))}
          @keydown=${this.#key}
          @blur=${() => (this.open = false)}
        />
        <ul id="${this.#id}-list" class="plain options" role="listbox" aria-label=${this.label} ?hidden=${!listed}>
          ${this.hits.map((hit, index) => this.#option(hit, index))}
        </ul>
        ${this.open && !listed ? html`<p class="options-none">${t('search-none')}</p>` : nothing}
      </div>
    `;
  }

  #optionId(index: number): string {
    return `${this.#id}-option-${index}`;
  }

  // The press keeps the focus in the box, so that the list is still there when the click comes.
  #option(hit: Hit, index: number): TemplateResult {
    const code = hit.commitment.slice(hit.commitment.indexOf(':') + 1);
    return html`<li
      id=${this.#optionId(index)}
      role="option"
      aria-selected=${index === this.active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(hit)}
    >
      <span class="option-title"><span class="code">${code}</span> <bdi>${hit.title}</bdi></span>
      <span class="option-place">${hit.framework}${hit.at ? `, ${hit.at}` : nothing}</span>
    </li>`;
  }
}

customElements.define('wb-commitment-search', CommitmentSearch);
