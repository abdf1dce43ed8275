/** The pack, arranged for looking things up. */
import type {
  ExportedCommitment,
  ExportedFramework,
  ExportedLink,
  ExportedTool,
  PackExport,
} from '../element/engine.js';

export interface Commitment extends ExportedCommitment {
  /** The part of its name after the colon, as the document numbers it. */
  code: string;
  framework: ExportedFramework;
  children: Commitment[];
}

export interface PackIndex {
  frameworks: Map<string, ExportedFramework>;
  commitments: Map<string, Commitment>;
  /** The top level of each framework's outline, in its order. */
  tops: Map<string, Commitment[]>;
  tools: Map<string, ExportedTool>;
  /** The links of a commitment, whichever side of them it is on. */
  links: Map<string, ExportedLink[]>;
}

export function indexPack(pack: PackExport): PackIndex {
  const commitments = new Map(pack.frameworks.flatMap(outline).map((node) => [node.id, node]));
  for (const node of commitments.values()) commitments.get(node.parent ?? '')?.children.push(node);
  return {
    frameworks: new Map(pack.frameworks.map((framework) => [framework.id, framework])),
    commitments,
    tops: grouped([...commitments.values()].filter((node) => !node.parent).map((node) => [node.framework.id, node])),
    tools: new Map(pack.tools.map((tool) => [tool.id, tool])),
    links: linksByEnd(pack.links),
  };
}

function outline(framework: ExportedFramework): Commitment[] {
  return framework.commitments.map((commitment) => ({
    ...commitment,
    code: commitment.id.slice(commitment.id.indexOf(':') + 1),
    framework,
    children: [],
  }));
}

function linksByEnd(links: ExportedLink[]): Map<string, ExportedLink[]> {
  return grouped(
    links.flatMap((link): [string, ExportedLink][] => [
      [link.from, link],
      [link.to, link],
    ]),
  );
}

function grouped<T>(pairs: [string, T][]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** All that a top-level commitment is called in this framework, or "commitment" where names differ. */
export function topLevel(pack: PackIndex, framework: string): string {
  return sameLevel(pack.tops.get(framework) ?? []);
}

/** What the leaves of a framework are called, or "commitment" where names differ. */
export function leafLevel(pack: PackIndex, framework: string): string {
  const all = [...pack.commitments.values()].filter((node) => node.framework.id === framework);
  return sameLevel(all.filter((node) => node.children.length === 0));
}

function sameLevel(nodes: Commitment[]): string {
  const level = nodes[0]?.level;
  return level && nodes.every((node) => node.level === level) ? level : 'commitment';
}
