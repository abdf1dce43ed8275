/** What stands in place of results while the plan says nothing yet that could be weighed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../../element/engine.js';
import { topLevel, type PackIndex } from '../pack-index.js';
import { levelName, t } from '../text.js';

export function invitation(pack: PackIndex, report: Report, begun: boolean): TemplateResult {
  return html`
    <div class="invitation">
      <p class="lead">${t(begun ? 'invitation-next' : 'invitation-lead')}</p>
      <ol class="first-steps">
        <li>${t('invitation-measure')}</li>
        <li>${t('invitation-commitment')}</li>
        <li>${t('invitation-read')}</li>
      </ol>
      ${begun ? nothing : ways()}
      <h3>${t('invitation-frameworks')}</h3>
      <ul class="plain against" role="list">
        ${report.frameworks.map(
          ({ id, touched: { of } }) =>
            html`<li>
              <bdi>${pack.frameworks.get(id)?.title ?? id}</bdi>
              <span class="hint">${t('outline-size', { of, levels: levelName(topLevel(pack, id)) })}</span>
            </li>`,
        )}
      </ul>
    </div>
  `;
}

const ways = (): TemplateResult =>
  html`<p>
    <button type="button" class="primary" @click=${(event: Event) => ask(event, 'add-measure')}>
      ${t('invitation-start')}
    </button>
    <button type="button" @click=${(event: Event) => ask(event, 'load-example')}>${t('load-example')}</button>
  </p>`;

/** The workbench does it; here it is only asked for. */
function ask(event: Event, what: string): void {
  event.currentTarget?.dispatchEvent(new CustomEvent(what, { bubbles: true }));
}
