/** The baseline review: what is already so today, commitment by commitment. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Report } from '../../element/engine.js';
import { pathKey } from '../json-path.js';
import { answers, answerWords, remove, setAnswer, unanswered, type BaselineAnswer, type Draft } from '../plan.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { commitmentLabel, commitmentName } from './commitment-name.js';
import { radios, textArea } from './fields.js';
import { freshId, View } from './view.js';
import './commitment-search.js';

export class BaselineForm extends View {
  static override properties = {
    session: { attribute: false },
    draft: { attribute: false },
    report: { attribute: false },
    pending: { state: true },
  };

  declare session: Session;
  declare draft: Draft;
  declare report: Report | null;
  /** Commitments that were chosen and wait for their answer: the plan says nothing of them yet. */
  declare pending: string[];

  readonly #id = freshId('baseline');

  constructor() {
    super();
    this.pending = [];
  }

  #rows(): BaselineAnswer[] {
    const given = answers(this.draft);
    const waiting = this.pending.filter((commitment) => !given.some((answer) => answer.commitment === commitment));
    return [...given, ...waiting.map(unanswered)];
  }

  protected override render(): TemplateResult {
    const rows = this.#rows();
    return html`
      <section class="panel" aria-labelledby="${this.#id}-title">
        <h3 id="${this.#id}-title">${t('baseline-title')}</h3>
        <p class="hint">${t('baseline-hint')}</p>
        <ul class="plain chosen" role="list">
          ${repeat(
            rows,
            (answer) => answer.commitment,
            (answer) => html`<li data-path=${pathKey(answer.path)}>${this.#answer(answer)}</li>`,
          )}
        </ul>
        <wb-commitment-search
          .session=${this.session}
          .label=${t('baseline-search')}
          .hint=${t('baseline-search-hint')}
          .taken=${rows.map((answer) => answer.commitment)}
          @choose=${(event: CustomEvent<string>) => (this.pending = [...this.pending, event.detail])}
        ></wb-commitment-search>
      </section>
    `;
  }

  #answer(given: BaselineAnswer): TemplateResult {
    const { commitment, answer, evidence } = given;
    const label = commitmentLabel(this.session.pack, commitment);
    return html`
      <p class="chosen-name">${commitmentName(this.session.pack, commitment)}</p>
      ${radios({
        name: `${this.#id}-${commitment}`,
        legend: t('answer-legend', { name: label }),
        path: [...given.path, 'answer'],
        value: answer,
        options: answerWords.map((value) => ({ value, label: t(`answer-${value}`) })),
        change: (value) => this.edit((draft) => setAnswer(draft, commitment, value, evidence)),
      })}
      <button type="button" class="quiet danger" @click=${() => this.#remove(given)}>
        ${t('remove')}<span class="visually-hidden"> ${label}</span>
      </button>
      ${answer === '' ? nothing : this.#evidence(given)}
    `;
  }

  #evidence({ commitment, answer, evidence, path }: BaselineAnswer): TemplateResult {
    return textArea(
      {
        id: `${this.#id}-evidence-${commitment}`,
        label: t('answer-evidence'),
        path: [...path, 'evidence'],
        value: evidence,
        change: (value) => this.edit((draft) => setAnswer(draft, commitment, answer, value)),
      },
      1,
    );
  }

  /** The button that had the focus is gone, so the search box takes it. */
  #remove(answer: BaselineAnswer): void {
    this.pending = this.pending.filter((commitment) => commitment !== answer.commitment);
    this.edit((draft) => remove(draft, answer.path));
    this.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }
}

customElements.define('wb-baseline-form', BaselineForm);
