/** What the plan keeps, framework by framework, as an outline with the proof of each verdict. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../../element/engine.js';
import type { Commitment, PackIndex } from '../pack-index.js';
import { keptBranches, standing, type KeptBranch } from '../reading.js';
import type { Session } from '../session.js';
import { t } from '../text.js';
import { keptId } from './framework-card.js';
import { badge } from './verdict.js';
import './long-list.js';
import './why.js';

/** Below each top-level commitment fewer are shown at first, so that the outline stays one. */
const shownBelow = 4;

export function keptOutline(session: Session, pack: PackIndex, report: Report): TemplateResult {
  return html`${report.frameworks.map(({ id }) => inFramework(session, pack, report, id))}`;
}

function inFramework(session: Session, pack: PackIndex, report: Report, id: string): TemplateResult | typeof nothing {
  const branches = keptBranches(pack, report, id);
  const title = pack.frameworks.get(id)?.title ?? id;
  if (branches.length === 0) return nothing;
  return html`
    <h4><bdi>${title}</bdi></h4>
    <wb-long-list
      .items=${branches}
      .keyOf=${({ top }: KeptBranch) => top.id}
      .label=${title}
      .row=${(branch: KeptBranch) => branchView(session, report, branch)}
    ></wb-long-list>
  `;
}

const branchView = (session: Session, report: Report, { top, below }: KeptBranch): TemplateResult =>
  html`<div id=${keptId(top.id)} class="branch" tabindex="-1">
    ${commitmentRow(session, report, top)}
    ${
      below.length > 0
        ? html`<wb-long-list
            class="below"
            .items=${below}
            .keyOf=${(node: Commitment) => node.id}
            .label=${top.title}
            .limit=${shownBelow}
            .row=${(node: Commitment) => commitmentRow(session, report, node)}
          ></wb-long-list>`
        : nothing
    }
  </div>`;

/** A commitment with its verdict, what was so before the plan, and the proof. */
export function commitmentRow(session: Session, report: Report, node: Commitment): TemplateResult {
  const { planned, today } = standing(report, node.id);
  return html`<div class="row">
    <p class="row-name"><span class="code" title=${node.id}>${node.code}</span> <bdi>${node.title}</bdi></p>
    <p class="row-verdict">
      ${badge(planned)} ${today !== 'unanswered' && today !== planned ? before(today) : nothing}
    </p>
    <wb-why .session=${session} .report=${report} .commitment=${node.id}></wb-why>
  </div>`;
}

const before = (today: string): TemplateResult =>
  html`<span class="today">${t('today', { verdict: t(`verdict-${today}`) })}</span>`;
