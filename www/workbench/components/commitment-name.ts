/** A commitment by its code and title, as text. */
import { html, type TemplateResult } from 'lit';
import type { PackIndex } from '../pack-index.js';

export function commitmentName(pack: PackIndex | null, id: string): TemplateResult {
  const found = pack?.commitments.get(id);
  if (!found) return html`<span class="code">${id}</span>`;
  return html`<span class="code" title=${found.framework.title}>${id}</span> <bdi class="name">${found.title}</bdi>`;
}

/** The same as plain text, for labels. */
export function commitmentLabel(pack: PackIndex | null, id: string): string {
  const title = pack?.commitments.get(id)?.title;
  return title ? `${id} ${title}` : id;
}

/** A web address that may stand in a link: https and nothing else. */
export function safeUrl(url: string | null | undefined): string | null {
  return url && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}
