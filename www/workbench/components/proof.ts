/** A proof as a tree of sentences, each link with its reason, its basis and its source. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExportedLink, Explanation, Step } from '../../element/engine.js';
import type { PackIndex } from '../pack-index.js';
import { t } from '../text.js';
import { commitmentName } from './commitment-name.js';

export function proof(explanation: Explanation, pack: PackIndex | null): TemplateResult {
  const { planned, today, settle } = explanation;
  return html`
    ${planned ? picture(t('proof-planned'), planned, pack) : nothing}
    ${today ? picture(t('proof-today'), today, pack) : nothing}
    ${!planned && !today ? html`<p>${t('proof-nothing')}</p>` : nothing}
    ${settle.length > 0 ? settling(t(planned ? 'proof-settle-today' : 'proof-settle'), settle) : nothing}
    ${place(pack, explanation.commitment)}
  `;
}

const picture = (title: string, step: Step, pack: PackIndex | null): TemplateResult =>
  html`<p class="proof-title">${title}</p>
    <ul class="steps">
      ${stepView(step, pack, step.commitment)}
    </ul>`;

const settling = (title: string, sentences: string[]): TemplateResult =>
  html`<p class="proof-title">${title}</p>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;

/** A step about another commitment than the one before it says which that is. */
function stepView(step: Step, pack: PackIndex | null, before: string): TemplateResult {
  const { sentence, commitment, via, premises } = step;
  return html`<li>
    ${commitment === before ? nothing : html`<p class="step-name">${commitmentName(pack, commitment)}</p>`}
    <p>${sentence}</p>
    ${via.kind === 'answer' && via.evidence ? html`<p class="reason" dir="auto">“${via.evidence}”</p>` : nothing}
    ${via.kind === 'link' ? linkReason(via.link, sentence) : nothing}
    ${
      premises.length > 0
        ? html`<ul class="steps">
            ${premises.map((premise) => stepView(premise, pack, commitment))}
          </ul>`
        : nothing
    }
  </li>`;
}

/** Why a link holds, unless that has been said already, and who says so. */
export function linkReason({ because, basis }: Pick<ExportedLink, 'because' | 'basis'>, said = ''): TemplateResult {
  return html`${because && !said.includes(because) ? html`<p class="reason">${because}</p>` : nothing}
  ${basis ? html`<p class="basis">${t(`basis-${basis.kind}`)}: ${basis.source}</p>` : nothing}`;
}

function place(pack: PackIndex | null, id: string): TemplateResult | typeof nothing {
  const found = pack?.commitments.get(id);
  if (!found) return nothing;
  return html`<p class="basis">
    ${t('proof-place', { framework: found.framework.title, at: found.at ?? found.code })}
  </p>`;
}
