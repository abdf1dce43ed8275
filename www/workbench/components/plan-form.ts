/** The plan: whose it is, its measures, and the answers of the baseline review. */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Report } from '../../element/engine.js';
import { countries } from '../countries.js';
import { addMeasure, measures, setText, textAt, type Draft } from '../plan.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { selectField, textField } from './fields.js';
import { View } from './view.js';
import './baseline-form.js';
import './measure-card.js';

const countryOptions = countries('en').map(({ code, name }) => ({ value: code, label: name }));

/** With more measures than this, a plan opens with each of them folded. */
const fewMeasures = 1;

export class PlanForm extends View {
  static override properties = {
    session: { attribute: false },
    draft: { attribute: false },
    report: { attribute: false },
  };

  declare session: Session;
  declare draft: Draft;
  declare report: Report | null;

  /** The next measure to appear is one that the writer asked for. */
  #adding = false;

  #field(name: 'country' | 'title') {
    return {
      id: `plan-${name}`,
      label: t(`plan-${name}`),
      path: [name],
      value: textAt(this.draft, [name]),
      change: (value: string) => this.edit((draft) => setText(draft, [name], value)),
    };
  }

  /** Adds a measure, which opens and takes the focus. */
  add(): void {
    this.#adding = true;
    this.edit(addMeasure);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('draft')) this.#adding = false;
  }

  /** A measure that is removed takes its focus with it: the button to add one is next. */
  #leave(): void {
    this.querySelector<HTMLElement>('#add-measure')?.focus();
  }

  protected override render(): TemplateResult {
    const all = measures(this.draft);
    return html`
      <fieldset class="panel">
        <legend>${t('plan-legend')}</legend>
        ${selectField(this.#field('country'), countryOptions, t('plan-country-none'))}
        ${textField(this.#field('title'))}
      </fieldset>
      <section class="panel" aria-labelledby="measures-title" @leave=${this.#leave}>
        <h3 id="measures-title">${t('measures-title')}</h3>
        <p class="hint">${t('measures-hint')}</p>
        ${repeat(
          all,
          (measure) => measure.key,
          (measure) =>
            html`<wb-measure-card
              .session=${this.session}
              .report=${this.report}
              .measure=${measure}
              .startsOpen=${all.length <= fewMeasures}
              .justAdded=${this.#adding && measure.number === all.length}
            ></wb-measure-card>`,
        )}
        <p><button type="button" id="add-measure" class="add" @click=${this.add}>${t('measure-add')}</button></p>
      </section>
      <wb-baseline-form .session=${this.session} .report=${this.report} .draft=${this.draft}></wb-baseline-form>
    `;
  }
}

customElements.define('wb-plan-form', PlanForm);

declare global {
  interface HTMLElementTagNameMap {
    'wb-plan-form': PlanForm;
  }
}
