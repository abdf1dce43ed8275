/** One framework at a glance: its outline as tiles, its leaves as a bar, and the numbers in words. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FrameworkReport, Report } from '../../element/engine.js';
import { leafLevel, topLevel, type Commitment, type PackIndex } from '../pack-index.js';
import { standing, verdicts, type Verdict } from '../reading.js';
import { levelName, t } from '../text.js';
import { safeUrl } from './commitment-name.js';
import { mark } from './verdict.js';

/** Above this many, tiles would be a wall rather than a picture. */
const mostTiles = 60;

const alwaysShown: readonly Verdict[] = ['aligned', 'partly', 'not-aligned', 'unanswered'];

export function frameworkCard(pack: PackIndex, report: Report, found: FrameworkReport): TemplateResult {
  const title = pack.frameworks.get(found.id)?.title ?? found.id;
  return html`
    <article class="card" aria-labelledby="framework-${found.id}">
      <h4 id="framework-${found.id}"><bdi>${title}</bdi></h4>
      ${source(pack, found.id)}
      <p class="touched">${t('card-touched', { touched: touched(pack, found) })}</p>
      ${tiles(pack, report, found)} ${leaves(pack, found)} ${besides(found)}
    </article>
  `;
}

/** How many of the top-level commitments are kept at least partly, in words. */
export const touched = (pack: PackIndex, found: FrameworkReport): string =>
  t('touched', { ...found.touched, levels: levelName(topLevel(pack, found.id)) });

function source(pack: PackIndex, id: string): TemplateResult | typeof nothing {
  const framework = pack.frameworks.get(id);
  if (!framework?.source) return nothing;
  const { text, url } = framework.source;
  const href = safeUrl(url);
  const name = href ? html`<a href=${href} rel="noopener noreferrer">${text}</a>` : text;
  return html`<p class="basis">
    ${name}${framework.adopted ? html`, ${t('adopted', { date: framework.adopted })}` : nothing}
  </p>`;
}

function tiles(pack: PackIndex, report: Report, found: FrameworkReport): TemplateResult | typeof nothing {
  const tops = pack.tops.get(found.id) ?? [];
  if (tops.length > mostTiles) return nothing;
  return html`<ul class="plain tiles" role="list">
    ${tops.map((top) => tile(top, report))}
  </ul>`;
}

/** A tile says its verdict by fill, by shape and, for those who hear it, by word. What is kept, or at odds, leads to its place below. */
function tile(top: Commitment, report: Report): TemplateResult {
  const { planned, kept } = standing(report, top.id);
  const place = planned === 'contradictory' ? '#part-conflicts' : kept ? `#${keptId(top.id)}` : null;
  const words = html`<span class="visually-hidden">${top.title}: ${t(`verdict-${planned}`)}</span>`;
  const inside = html`<span class="tile-code">${top.code}</span>${mark(planned)}${words}`;
  return html`<li class="tile tile-${planned}" title="${top.title}: ${t(`verdict-${planned}`)}">
    ${place ? html`<a href=${place} @click=${reveal}>${inside}</a>` : html`<span>${inside}</span>`}
  </li>`;
}

/** The id of a commitment's place in the list of what is kept. */
export const keptId = (commitment: string): string => `kept-${commitment}`;

/** The place may be folded away, so the results open it first. */
function reveal(event: Event): void {
  event.preventDefault();
  const target = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
  event.currentTarget?.dispatchEvent(new CustomEvent('reveal', { detail: decodeURIComponent(target), bubbles: true }));
}

function leaves(pack: PackIndex, found: FrameworkReport): TemplateResult {
  const counts = verdicts.map((verdict) => ({ verdict, count: found.planned[verdict] }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = counts.filter(({ verdict, count }) => count > 0 || alwaysShown.includes(verdict));
  return html`
    <p class="leaves-title">${t('leaves', { total, levels: levelName(leafLevel(pack, found.id)) })}</p>
    ${bar(counts, total)}
    <ul class="plain legend" role="list">
      ${shown.map(
        ({ verdict, count }) =>
          html`<li class=${count === 0 ? 'none' : ''}>${mark(verdict)} <b>${count}</b> ${t(`verdict-${verdict}`)}</li>`,
      )}
    </ul>
  `;
}

/** The numbers stand beside it in words, so the bar itself is hidden from screen readers. */
function bar(counts: { verdict: Verdict; count: number }[], total: number): TemplateResult {
  const scale = total === 0 ? 0 : 100 / total;
  const starts = counts.map((_, index) => counts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${counts.map(
      ({ verdict, count }, index) => svg`<rect class="bar-${verdict}"
      x=${(starts[index] ?? 0) * scale} y="0" width=${count * scale} height="4" />`,
    )}
  </svg>`;
}

/** Nearness, support and tension stand beside the verdicts and never change them. */
function besides(found: FrameworkReport): TemplateResult | typeof nothing {
  const notes = [
    found.supported > 0 ? t('note-supported', { count: found.supported }) : '',
    found.inTension > 0 ? t('note-tension', { count: found.inTension }) : '',
    found.near > 0 ? t('note-near', { count: found.near }) : '',
  ].filter(Boolean);
  return notes.length > 0
    ? html`<ul class="plain notes" role="list">
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>`
    : nothing;
}
