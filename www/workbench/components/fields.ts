/** Labelled form controls. Each is marked with the place in the plan that it edits, so that a fault can lead to it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { pathKey, type Path } from '../json-path.js';

interface Field {
  id: string;
  label: string;
  path: Path;
  value: string;
  change(value: string): void;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

export const textField = (field: Field): TemplateResult => html`
  <div class="field">
    <label for=${field.id}>${field.label}</label>
    <input
      id=${field.id}
      type="text"
      dir="auto"
      autocomplete="off"
      data-path=${pathKey(field.path)}
      .value=${live(field.value)}
      @input=${(event: Event) => field.change(valueOf(event))}
    />
    ${printed(field.value)}
  </div>
`;

/** On paper a box cannot scroll, so its text is printed in place of it. */
const printed = (value: string): TemplateResult =>
  html`<p class="print-only" dir="auto" aria-hidden="true">${value}</p>`;

const columns = 58;

/** As many rows as the text fills. */
const rowsFor = (text: string): number =>
  text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / columns), 0);

export const textArea = (field: Field, leastRows: number): TemplateResult => html`
  <div class="field">
    <label for=${field.id}>${field.label}</label>
    <textarea
      id=${field.id}
      dir="auto"
      rows=${Math.max(leastRows, rowsFor(field.value))}
      data-path=${pathKey(field.path)}
      .value=${live(field.value)}
      @input=${(event: Event) => field.change(valueOf(event))}
    ></textarea>
    ${printed(field.value)}
  </div>
`;

export interface Option {
  value: string;
  label: string;
}

/** A native select. A value that is none of the options is shown as it is: the fault list says what is wrong with it. */
export function selectField(field: Field, options: readonly Option[], unset: string): TemplateResult {
  const odd = field.value !== '' && !options.some((option) => option.value === field.value);
  return html`
    <div class="field">
      <label for=${field.id}>${field.label}</label>
      <select id=${field.id} data-path=${pathKey(field.path)} @change=${(event: Event) => field.change(valueOf(event))}>
        ${choice({ value: '', label: unset }, field.value)}
        ${odd ? choice({ value: field.value, label: field.value }, field.value) : nothing}
        ${options.map((option) => choice(option, field.value))}
      </select>
    </div>
  `;
}

const choice = (option: Option, value: string): TemplateResult =>
  html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`;

interface Radios {
  name: string;
  legend: string;
  path: Path;
  value: string;
  options: readonly Option[];
  change(value: string): void;
}

/** A group of radio buttons whose legend is for screen readers: on screen the row itself says what it is about. */
export const radios = (group: Radios): TemplateResult => html`
  <fieldset class="radios" data-path=${pathKey(group.path)}>
    <legend class="visually-hidden">${group.legend}</legend>
    ${group.options.map(
      (option) =>
        html`<label class="radio">
          <input
            type="radio"
            name=${group.name}
            value=${option.value}
            .checked=${live(option.value === group.value)}
            @change=${() => group.change(option.value)}
          />
          <span>${option.label}</span>
        </label>`,
    )}
  </fieldset>
`;
