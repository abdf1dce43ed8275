/** One measure of the plan: what it is, what it addresses, and what would help to carry it out. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Affected, Report } from '../../element/engine.js';
import { pathKey } from '../json-path.js';
import {
  addClaim,
  extents,
  kinds,
  remove,
  setExtent,
  setText,
  statuses,
  type Claim,
  type Extent,
  type Measure,
} from '../plan.js';
import { standing } from '../reading.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { commitmentLabel, commitmentName } from './commitment-name.js';
import { radios, selectField, textArea, textField } from './fields.js';
import { toolName } from './tools.js';
import { badge } from './verdict.js';
import { freshId, View } from './view.js';
import './commitment-search.js';

export class MeasureCard extends View {
  static override properties = {
    session: { attribute: false },
    report: { attribute: false },
    measure: { attribute: false },
    startsOpen: { attribute: false },
    justAdded: { attribute: false },
  };

  declare session: Session;
  declare report: Report | null;
  declare measure: Measure;
  declare startsOpen: boolean;
  /** The writer has just asked for it and goes on in its title. */
  declare justAdded: boolean;

  readonly #id = freshId('measure');

  // Whether it is open is the reader's affair from here on.
  protected override firstUpdated(): void {
    const details = this.querySelector('details');
    if (details) details.open = this.startsOpen || this.justAdded;
    if (this.justAdded) this.querySelector('input')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('measure')) this.dataset['path'] = pathKey(this.measure.path);
  }

  #set(name: string, value: string): void {
    this.edit((draft) => setText(draft, [...this.measure.path, name], value));
  }

  #field(name: 'title' | 'text' | 'kind' | 'status') {
    return {
      id: `${this.#id}-${name}`,
      label: t(`measure-${name}`),
      path: [...this.measure.path, name],
      value: this.measure[name],
      change: (value: string) => this.#set(name, value),
    };
  }

  #name(): string {
    return this.measure.title || t('measure-untitled');
  }

  protected override render(): TemplateResult {
    const { number, claims } = this.measure;
    return html`
      <details class="measure">
        <summary>
          <span class="measure-number">${number}</span>
          <bdi class="measure-name">${this.#name()}</bdi>
          <span class="measure-count">${t('measure-count', { count: claims.length })}</span>
        </summary>
        <fieldset>
          <legend class="visually-hidden">${t('measure-legend', { number, title: this.#name() })}</legend>
          ${textField(this.#field('title'))} ${textArea(this.#field('text'), 2)}
          <div class="pair">
            ${selectField(
              this.#field('kind'),
              kinds.map((value) => ({ value, label: t(`kind-${value}`) })),
              t('not-said'),
            )}
            ${selectField(
              this.#field('status'),
              statuses.map((value) => ({ value, label: t(`status-${value}`) })),
              t('not-said'),
            )}
          </div>
          ${this.#claims(claims)} ${this.#tools()} ${this.#carries()}
          <p class="end">
            <button type="button" class="quiet danger" @click=${this.#removeMeasure}>
              ${t('measure-remove')}<span class="visually-hidden"> ${number}: ${this.#name()}</span>
            </button>
          </p>
        </fieldset>
      </details>
    `;
  }

  #removeMeasure(): void {
    this.dispatchEvent(new CustomEvent('leave', { bubbles: true }));
    this.edit((draft) => remove(draft, this.measure.path));
  }

  #claims(claims: Claim[]): TemplateResult {
    return html`
      <h4 id="${this.#id}-claims">${t('claims-title')}</h4>
      ${
        claims.length > 0
          ? html`<ul class="plain chosen" role="list" aria-labelledby="${this.#id}-claims">
              ${repeat(
                claims,
                (claim) => claim.commitment,
                (claim) => html`<li data-path=${pathKey(claim.path)}>${this.#claim(claim)}</li>`,
              )}
            </ul>`
          : nothing
      }
      <wb-commitment-search
        .session=${this.session}
        .label=${t('claims-search')}
        .hint=${t('claims-hint')}
        .taken=${claims.map((claim) => claim.commitment)}
        @choose=${(event: CustomEvent<string>) => this.edit((draft) => addClaim(draft, this.measure.path, event.detail))}
      ></wb-commitment-search>
    `;
  }

  #claim(claim: Claim): TemplateResult {
    const label = commitmentLabel(this.session.pack, claim.commitment);
    return html`
      <p class="chosen-name" data-path=${pathKey([...claim.path, 'commitment'])}>
        ${commitmentName(this.session.pack, claim.commitment)}
      </p>
      ${radios({
        name: `${this.#id}-extent-${claim.path.at(-1)}`,
        legend: t('extent-legend', { name: label }),
        path: [...claim.path, 'extent'],
        value: claim.extent,
        options: extents.map((value) => ({ value, label: t(`extent-${value}`) })),
        change: (value) => this.edit((draft) => setExtent(draft, claim, value as Extent)),
      })}
      ${this.report ? badge(standing(this.report, claim.commitment).planned) : nothing}
      <button type="button" class="quiet danger" @click=${() => this.#removeClaim(claim)}>
        ${t('remove')}<span class="visually-hidden"> ${label}</span>
      </button>
    `;
  }

  /** The button that had the focus is gone, so the search box takes it. */
  #removeClaim(claim: Claim): void {
    this.edit((draft) => remove(draft, claim.path));
    this.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }

  #found() {
    return this.report?.measures.find((measure) => measure.id === this.measure.id);
  }

  #tools(): TemplateResult | typeof nothing {
    const tools = this.#found()?.tools ?? [];
    if (tools.length === 0) return nothing;
    return html`<h4>${t('measure-tools')}</h4>
      <ul class="plain tools-here" role="list">
        ${tools.map(({ tool }) => html`<li>${toolName(this.session.pack, tool)}</li>`)}
      </ul>`;
  }

  #carries(): TemplateResult | typeof nothing {
    const affects = this.#found()?.affects ?? [];
    if (affects.length === 0) return nothing;
    return html`<details class="fold carries">
      <summary>${t('measure-affects', { count: affects.length })}</summary>
      <p class="hint">${t('measure-affects-hint')}</p>
      <wb-long-list
        .items=${affects}
        .keyOf=${(item: Affected) => item.commitment}
        .label=${t('measure-affects', { count: affects.length })}
        .row=${(item: Affected) => html`<p>${commitmentName(this.session.pack, item.commitment)}</p>`}
      ></wb-long-list>
    </details>`;
  }
}

customElements.define('wb-measure-card', MeasureCard);
