/** Faults in words: of the plan, of a file that is no plan, of the rules, of the engine. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault, PackDiagnostic, PackState } from '../../element/engine.js';
import { get, parsePath, type Path } from '../json-path.js';
import { remove, renameMeasure, type Draft } from '../plan.js';
import type { Change } from '../session.js';
import { t } from '../text.js';
import './long-list.js';

/** What to do about a fault of the plan. */
export interface Remedies {
  draft: Draft;
  edit(change: Change): void;
  /** Leads to the control at a path, if the form has one. */
  goTo(path: Path): void;
  has(path: Path): boolean;
}

export function planFaults(faults: readonly Fault[], remedies: Remedies): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<section class="notice notice-plan" aria-labelledby="faults-title">
    <h3 id="faults-title">${t('faults-count', { count: faults.length })}</h3>
    <p>${t('faults-hint')}</p>
    <wb-long-list
      .items=${faults}
      .keyOf=${(fault: Fault) => `${fault.path} ${fault.code} ${fault.message}`}
      .label=${t('faults-count', { count: faults.length })}
      .limit=${20}
      .row=${(fault: Fault) => html`${faultText(fault)} ${remedy(fault, remedies)}`}
    ></wb-long-list>
  </section>`;
}

const faultText = ({ path, message, help }: Fault): TemplateResult =>
  html`<p>
    ${path ? html`<code>${path}</code>: ` : nothing}${message}${help ? html`. <span class="help">${t('help', { help })}</span>` : nothing}
  </p>`;

/** What the form shows can be mended there; what it does not show can be taken out. */
function remedy(fault: Fault, { draft, edit, goTo, has }: Remedies): TemplateResult | typeof nothing {
  const path = parsePath(fault.path, draft);
  if (path.length === 0) return nothing;
  if (path[0] === 'measures' && path.at(-1) === 'id')
    return button('fault-rename', fault, () => edit((plan) => renameMeasure(plan, path)));
  if (has(path)) return button('fault-go', fault, () => goTo(path));
  if (get(draft, path) === undefined) return nothing;
  return button('fault-remove', fault, () => edit((plan) => remove(plan, path)));
}

const button = (text: string, { path }: Fault, act: () => void): TemplateResult =>
  html`<button type="button" class="quiet" @click=${act}>
    ${t(text)}<span class="visually-hidden">: ${path}</span>
  </button>`;

/** A file that is no plan at all: what was there before stays. */
export const refusedFile = (name: string, faults: readonly Fault[]): TemplateResult =>
  html`<section class="notice notice-plan" aria-labelledby="refused-title">
    <h3 id="refused-title">${t('refused-title', { name })}</h3>
    <p>${t('refused-hint')}</p>
    <ul>
      ${faults.map((fault) => html`<li>${faultText(fault)}</li>`)}
    </ul>
  </section>`;

/** The rules have errors: nothing was checked, or the rules before stay in use, and that is said in words. */
export const packFaults = ({ checkable, diagnostics }: PackState): TemplateResult =>
  html`<section class="notice notice-pack" aria-labelledby="pack-faults-title">
    <h3 id="pack-faults-title">${t(checkable ? 'pack-kept-title' : 'pack-faults-title')}</h3>
    <p>${t(checkable ? 'pack-kept-hint' : 'pack-faults-hint')}</p>
    <wb-long-list
      .items=${diagnostics.filter(({ severity }) => severity === 'error')}
      .keyOf=${(fault: PackDiagnostic) => `${fault.file}:${fault.line}:${fault.column} ${fault.code}`}
      .label=${t('pack-faults-title')}
      .row=${packFault}
    ></wb-long-list>
  </section>`;

const packFault = ({ file, line, column, code, message, help }: PackDiagnostic): TemplateResult =>
  html`<p>
    <code>${file}:${line}:${column}</code> ${message}
    (${code})${help ? html`. <span class="help">${t('help', { help })}</span>` : nothing}
  </p>`;

export const engineFault = (reason: string): TemplateResult =>
  html`<section class="notice notice-pack" aria-labelledby="engine-fault-title">
    <h3 id="engine-fault-title">${t('engine-fault-title')}</h3>
    <p>${t('engine-fault-hint')}</p>
    <p><code>${reason}</code></p>
  </section>`;
