/** Tools that help: guidance, certifications, courses. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../element/engine.js';
import type { PackIndex } from '../pack-index.js';
import { t } from '../text.js';
import { commitmentName, safeUrl } from './commitment-name.js';
import './long-list.js';

/** A tool by its title, who made it, and where it is to be found. */
export function toolName(pack: PackIndex | null, id: string): TemplateResult {
  const tool = pack?.tools.get(id);
  if (!tool) return html`<span class="code">${id}</span>`;
  const url = safeUrl(tool.url);
  const title = html`<bdi>${tool.title}</bdi>`;
  const origin = [tool.by, tool.kind].filter(Boolean).join(', ');
  return html`<span class="tool-title"
      >${url ? html`<a href=${url} rel="noopener noreferrer">${title}</a>` : title}</span
    >
    ${origin ? html`<span class="tool-origin">${origin}</span>` : nothing}`;
}

/** The suggested tools, each with the open commitments that it would help with. */
export function suggestedTools(pack: PackIndex, suggestions: Suggestion[]): TemplateResult {
  return html`<wb-long-list
    .items=${suggestions}
    .keyOf=${(suggestion: Suggestion) => suggestion.tool}
    .label=${t('tools-title')}
    .row=${(suggestion: Suggestion) => suggestedTool(pack, suggestion)}
  ></wb-long-list>`;
}

const suggestedTool = (pack: PackIndex, { tool, closes }: Suggestion): TemplateResult =>
  html`<p>${toolName(pack, tool)}</p>
    <details class="fold">
      <summary>${t('tool-helps', { count: closes.length })}</summary>
      <wb-long-list
        .items=${closes}
        .keyOf=${(id: string) => id}
        .label=${t('tool-helps', { count: closes.length })}
        .row=${(id: string) => html`<p>${commitmentName(pack, id)}</p>`}
      ></wb-long-list>
    </details>`;
