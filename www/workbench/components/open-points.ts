/** What is open: gaps, places to look, answers at odds, tensions. Each with its reason. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Gap, Report, Verb } from '../../element/engine.js';
import type { Commitment, PackIndex } from '../pack-index.js';
import { answers, answerWords, type Draft } from '../plan.js';
import { helpingJoins, hinderingJoins, nearJoins, type Join, type Odds } from '../reading.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { commitmentName } from './commitment-name.js';
import { linkReason } from './proof.js';
import { badge } from './verdict.js';
import './long-list.js';
import './why.js';

export const gapList = (
  session: Session,
  pack: PackIndex,
  report: Report,
  gaps: Gap[],
  label: string,
): TemplateResult =>
  html`<wb-long-list
    .items=${gaps}
    .keyOf=${(gap: Gap) => gap.commitment}
    .label=${label}
    .row=${(gap: Gap) => gapRow(session, pack, report, gap)}
  ></wb-long-list>`;

const gapRow = (session: Session, pack: PackIndex, report: Report, gap: Gap): TemplateResult =>
  html`<div class="row">
    <p class="row-name">${commitmentName(pack, gap.commitment)}</p>
    <p class="row-verdict">${badge(gap.verdict)}</p>
    <wb-why .session=${session} .report=${report} .commitment=${gap.commitment}></wb-why>
    ${gap.near ? joinNotes(pack, nearJoins(pack, report, gap.commitment), 'near-note') : nothing}
  </div>`;

/** One sentence for each link: what it joins to, and why. */
const joinNotes = (pack: PackIndex, joins: Join[], message: string): TemplateResult =>
  html`<ul class="plain joins" role="list">
    ${joins.map(
      ({ link, other }) =>
        html`<li>
          <p>
            ${t(message, { verb: link.from === other.id ? inverse(link.verb) : link.verb })}
            ${commitmentName(pack, other.id)}
          </p>
          ${linkReason(link)}
        </li>`,
    )}
  </ul>`;

const inverse = (verb: Verb): Verb => (verb === 'contains' ? 'within' : verb === 'within' ? 'contains' : verb);

/** The answers at odds, each with what was said, and what they leave without a verdict. */
export const conflictList = (
  session: Session,
  draft: Draft,
  pack: PackIndex,
  report: Report,
  odds: Odds[],
): TemplateResult =>
  html`<wb-long-list
    .items=${odds}
    .keyOf=${({ answers }: Odds) => answers.join()}
    .label=${t('conflicts-title')}
    .row=${(odd: Odds) => conflictRow(session, draft, pack, report, odd)}
  ></wb-long-list>`;

/** Most often the answers at odds are about the very commitments that they leave without a verdict. */
function conflictRow(session: Session, draft: Draft, pack: PackIndex, report: Report, odds: Odds): TemplateResult {
  const given = new Map(answers(draft).map(({ commitment, answer }) => [commitment, answer]));
  const others = odds.commitments.filter((id) => !odds.answers.includes(id));
  const row = (id: string, said: TemplateResult) =>
    html`<div class="row">
      <p class="row-name">${commitmentName(pack, id)}</p>
      <p class="row-verdict">${said}</p>
      ${
        odds.commitments.includes(id)
          ? html`<wb-why .session=${session} .report=${report} .commitment=${id}></wb-why>`
          : nothing
      }
    </div>`;
  return html`
    <p>${badge('contradictory')}</p>
    ${odds.answers.map((id) => row(id, html`${t('conflict-answer')} <b>${answerWord(given.get(id))}</b>`))}
    ${others.length > 0 ? html`<p class="hint">${t('conflict-others')}</p>` : nothing}
    ${others.map((id) => row(id, badge('contradictory')))}
  `;
}

/** An answer given under an older name of its commitment is not looked for. */
const answerWord = (answer: string | undefined): string =>
  answerWords.some((word) => word === answer) ? t(`answer-${answer}`) : t('conflict-unread');

/** What certainly is not kept comes first; what is kept in part is one step further in. */
export function openGaps(session: Session, pack: PackIndex, report: Report, gaps: Gap[]): TemplateResult {
  const partly = gaps.filter((gap) => gap.verdict === 'partly');
  const rest = gaps.filter((gap) => gap.verdict !== 'partly');
  const label = t('gaps-partly', { count: partly.length });
  return html`
    ${rest.length > 0 ? gapList(session, pack, report, rest, t('gaps-title')) : nothing}
    ${
      partly.length > 0
        ? html`<details class="fold gaps-partly" ?open=${rest.length === 0}>
            <summary>${label}</summary>
            ${gapList(session, pack, report, partly, label)}
          </details>`
        : nothing
    }
  `;
}

export const tensionList = (pack: PackIndex, report: Report, nodes: Commitment[]): TemplateResult =>
  html`<wb-long-list
    .items=${nodes}
    .keyOf=${(node: Commitment) => node.id}
    .label=${t('tension-title')}
    .row=${(node: Commitment) => tensionRow(pack, report, node)}
  ></wb-long-list>`;

const tensionRow = (pack: PackIndex, report: Report, node: Commitment): TemplateResult =>
  html`<div class="row">
    <p class="row-name">${commitmentName(pack, node.id)}</p>
    ${joinNotes(pack, hinderingJoins(pack, report, node.id), 'tension-note')}
  </div>`;

export const supportedList = (pack: PackIndex, report: Report, nodes: Commitment[]): TemplateResult =>
  html`<wb-long-list
    .items=${nodes}
    .keyOf=${(node: Commitment) => node.id}
    .label=${t('supported-title')}
    .row=${(node: Commitment) => supportedRow(pack, report, node)}
  ></wb-long-list>`;

/** Support may also come over several links; then the direct ones are not all there is. */
const supportedRow = (pack: PackIndex, report: Report, node: Commitment): TemplateResult =>
  html`<div class="row">
    <p class="row-name">${commitmentName(pack, node.id)}</p>
    ${joinNotes(pack, helpingJoins(pack, report, node.id), 'supported-note')}
  </div>`;
