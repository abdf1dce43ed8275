/** What a report says, arranged as the page shows it. No verdict is made here. */
import type { Conflict, ExportedLink, Gap, Report, Verb, Verdict } from '../element/engine.js';
import type { Commitment, PackIndex } from './pack-index.js';

export type { Gap, Verdict };

/** In the order in which a page tells them. */
export const verdicts: readonly Verdict[] = [
  'aligned',
  'partly',
  'not-aligned',
  'contradictory',
  'unanswered',
  'not-applicable',
];

/** What "supported" means, in the 54ths that support is counted in (DESIGN.md, section 3). */
const supportedFrom = 18;

const correspondences: readonly Verb[] = ['equals', 'contains', 'within', 'overlaps'];
const helping: readonly Verb[] = ['indivisible', 'reinforces', 'enables'];
const hindering: readonly Verb[] = ['constrains', 'counteracts', 'cancels'];

export interface Standing {
  planned: Verdict;
  today: Verdict;
  kept: boolean;
  near: boolean;
  supported: boolean;
  inTension: boolean;
}

const unknown: Standing = {
  planned: 'unanswered',
  today: 'unanswered',
  kept: false,
  near: false,
  supported: false,
  inTension: false,
};

/** What the report says of one commitment; those that it leaves out are unanswered. */
export function standing(report: Report, commitment: string): Standing {
  const found = report.commitments[commitment];
  if (!found) return unknown;
  if (!('planned' in found)) return { ...unknown, planned: 'not-applicable', today: 'not-applicable' };
  return {
    planned: found.planned.verdict,
    today: found.today.verdict,
    kept: found.planned.low !== 'none',
    near: found.near,
    supported: found.support >= supportedFrom,
    inTension: found.tension > 0,
  };
}

export interface KeptBranch {
  top: Commitment;
  /** What is kept below it, in the order of the document. */
  below: Commitment[];
}

/** Where answers are at odds, what is kept is not listed: they are listed by themselves. */
const listed = ({ kept, planned }: Standing): boolean => kept && planned !== 'contradictory';

/** What the plan keeps, at least partly, in one framework. */
export function keptBranches(pack: PackIndex, report: Report, framework: string): KeptBranch[] {
  const kept = (node: Commitment) => listed(standing(report, node.id));
  return (pack.tops.get(framework) ?? [])
    .map((top) => ({ top, below: descendants(top).filter(kept) }))
    .filter(({ top, below }) => kept(top) || below.length > 0);
}

/** How many commitments the plan keeps at least partly, parents and leaves. */
export const keptCount = (pack: PackIndex, report: Report): number =>
  commitmentsThat(pack, report, listed).length;

function descendants(node: Commitment): Commitment[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

/** Commitments that the report names and that fit, in the order of the pack. */
export function commitmentsThat(pack: PackIndex, report: Report, fits: (standing: Standing) => boolean): Commitment[] {
  const inScope = new Set(report.frameworks.map((framework) => framework.id));
  return [...pack.commitments.values()].filter(
    (node) => inScope.has(node.framework.id) && node.id in report.commitments && fits(standing(report, node.id)),
  );
}

export interface Join {
  link: ExportedLink;
  /** The other side, which the plan keeps at least partly. */
  other: Commitment;
}

/** The correspondences that join a commitment to what the plan keeps: why it is near. */
export const nearJoins = (pack: PackIndex, report: Report, commitment: string): Join[] =>
  joins(pack, report, commitment, (link) => correspondences.includes(link.verb));

/** The interactions by which what the plan keeps helps a commitment along. */
export const helpingJoins = (pack: PackIndex, report: Report, commitment: string): Join[] =>
  joins(pack, report, commitment, (link) => link.to === commitment && helping.includes(link.verb));

/** The interactions by which what the plan keeps stands in a commitment's way. */
export const hinderingJoins = (pack: PackIndex, report: Report, commitment: string): Join[] =>
  joins(pack, report, commitment, (link) => link.to === commitment && hindering.includes(link.verb));

function joins(pack: PackIndex, report: Report, commitment: string, fits: (link: ExportedLink) => boolean): Join[] {
  return (pack.links.get(commitment) ?? []).filter(fits).flatMap((link) => {
    const other = pack.commitments.get(link.from === commitment ? link.to : link.from);
    return other && standing(report, other.id).kept ? [{ link, other }] : [];
  });
}

/** Gaps that need work, and gaps that are only near: places to look. Answers at odds are listed by themselves. */
export function splitGaps(report: Report): { open: Gap[]; near: Gap[] } {
  const near = (gap: Gap) => gap.verdict === 'unanswered' && gap.near;
  const open = (gap: Gap) => gap.verdict !== 'contradictory' && !near(gap);
  return { open: report.gaps.filter(open), near: report.gaps.filter(near) };
}

/** Answers that cannot all be so, with the commitments that they leave without a verdict. */
export interface Odds {
  answers: string[];
  commitments: string[];
}

/** The same answers are often at odds about several commitments: they are told once. */
export function oddAnswers(conflicts: readonly Conflict[]): Odds[] {
  const odds = new Map<string, Odds>();
  for (const { commitment, answers } of conflicts) {
    const same = odds.get(answers.join()) ?? { answers, commitments: [] };
    odds.set(answers.join(), { answers, commitments: [...same.commitments, commitment] });
  }
  return [...odds.values()];
}
