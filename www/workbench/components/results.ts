/** What the engine found, from the whole to the detail. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FrameworkReport, Report } from '../../element/engine.js';
import type { PackIndex } from '../pack-index.js';
import { isBlank, measures, type Draft } from '../plan.js';
import { commitmentsThat, keptCount, oddAnswers, splitGaps } from '../reading.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { frameworkCard, touched } from './framework-card.js';
import { invitation } from './invitation.js';
import { keptOutline } from './kept.js';
import type { LongList } from './long-list.js';
import { conflictList, gapList, openGaps, supportedList, tensionList } from './open-points.js';
import { suggestedTools } from './tools.js';
import { View } from './view.js';
import { wordsUsed } from './words.js';

export class Results extends View {
  static override properties = {
    session: { attribute: false },
    draft: { attribute: false },
    report: { attribute: false },
  };

  declare session: Session;
  declare draft: Draft;
  declare report: Report | null;

  protected override render(): TemplateResult | typeof nothing {
    const { pack } = this.session;
    if (!pack || !this.report) return nothing;
    if (isBlank(this.draft)) return invitation(pack, this.report, measures(this.draft).length > 0);
    return html`<div @reveal=${this.#reveal}>${this.#sections(pack, this.report)}</div>`;
  }

  #sections(pack: PackIndex, report: Report): TemplateResult {
    const sections = parts(this.session, this.draft, pack, report).filter(({ size }) => size > 0);
    return html`
      <p class="lead">${summary(pack, report)}</p>
      ${contents(sections)} ${frameworks(pack, report)} ${wordsUsed()} ${repeat(sections, ({ name }) => name, section)}
    `;
  }

  /** Goes to a commitment in the outline, unfolding its list first. */
  async #reveal(event: CustomEvent<string>): Promise<void> {
    const find = () => this.querySelector<HTMLElement>(`#${CSS.escape(event.detail)}`);
    if (!find())
      for (const list of this.querySelectorAll<LongList>('.section-kept > wb-long-list')) await list.showAll();
    find()?.scrollIntoView({ block: 'start' });
    find()?.focus({ preventScroll: true });
  }
}

/** A part of the result: a section where it holds anything. */
interface Part {
  name: string;
  size: number;
  content(): TemplateResult;
}

/** In the order of a reader's questions: what is kept, what is not, where to look, what is in the way, what helps. */
function parts(session: Session, draft: Draft, pack: PackIndex, report: Report): Part[] {
  const gaps = splitGaps(report);
  const odds = oddAnswers(report.conflicts);
  const tensions = commitmentsThat(pack, report, ({ inTension }) => inTension);
  const supported = commitmentsThat(pack, report, (standing) => standing.supported && !standing.kept);
  return [
    { name: 'kept', size: keptCount(pack, report), content: () => keptOutline(session, pack, report) },
    { name: 'conflicts', size: odds.length, content: () => conflictList(session, draft, pack, report, odds) },
    { name: 'gaps', size: gaps.open.length, content: () => openGaps(session, pack, report, gaps.open) },
    { name: 'near', size: gaps.near.length, content: () => gapList(session, pack, report, gaps.near, t('near-title')) },
    { name: 'tension', size: tensions.length, content: () => tensionList(pack, report, tensions) },
    { name: 'supported', size: supported.length, content: () => supportedList(pack, report, supported) },
    { name: 'tools', size: report.suggestions.length, content: () => suggestedTools(pack, report.suggestions) },
  ];
}

const section = ({ name, size, content }: Part): TemplateResult =>
  html`<section id="part-${name}" class="section-${name}" tabindex="-1" aria-labelledby="${name}-title">
    <h3 id="${name}-title">${t(`${name}-title`)} <span class="count">${size}</span></h3>
    <p class="hint">${t(`${name}-hint`)}</p>
    ${content()}
  </section>`;

const contents = (sections: Part[]): TemplateResult =>
  html`<nav class="contents" aria-label=${t('contents-label')}>
    <ul class="plain" role="list">
      ${sections.map(({ name, size }) => html`<li><a href="#part-${name}">${t(`${name}-title`)} (${size})</a></li>`)}
    </ul>
  </nav>`;

/** One sentence for someone who looks for the first time. */
function summary(pack: PackIndex, report: Report): string {
  const parts = report.frameworks
    .filter((framework) => framework.touched.top > 0)
    .map((framework) =>
      t('summary-part', {
        touched: touched(pack, framework),
        framework: pack.frameworks.get(framework.id)?.title ?? framework.id,
      }),
    );
  return parts.length > 0 ? t('summary', { parts: parts.join('; ') }) : t('summary-none');
}

function frameworks(pack: PackIndex, report: Report): TemplateResult {
  const isTouched = ({ touched: { top } }: FrameworkReport) => top > 0;
  const untouched = report.frameworks.filter((framework) => !isTouched(framework));
  return html`
    <section class="section-frameworks" aria-labelledby="frameworks-title">
      <h3 id="frameworks-title">${t('frameworks-title')}</h3>
      ${cards(pack, report, report.frameworks.filter(isTouched))}
      ${
        untouched.length > 0
          ? html`<details class="fold">
              <summary>${t('frameworks-untouched', { count: untouched.length })}</summary>
              ${cards(pack, report, untouched)}
            </details>`
          : nothing
      }
    </section>
  `;
}

const cards = (pack: PackIndex, report: Report, found: FrameworkReport[]): TemplateResult =>
  html`<div class="cards">
    ${repeat(
      found,
      ({ id }) => id,
      (framework) => frameworkCard(pack, report, framework),
    )}
  </div>`;

customElements.define('wb-results', Results);

declare global {
  interface HTMLElementTagNameMap {
    'wb-results': Results;
  }
}
