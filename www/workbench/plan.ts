/**
 * The plan as it is being written. It may come from a file with faults, so it is read tolerantly and kept whole:
 * what the form does not show stays in it, and the engine names what is wrong.
 */
import { drop, get, put, type Path } from './json-path.js';

export type Draft = Readonly<Record<string, unknown>>;

export const kinds = ['policy', 'legislative', 'institutional', 'norms', 'capacity', 'data', 'dialogue'] as const;
export const statuses = ['planned', 'under-way', 'done'] as const;
export const extents = ['partly', 'fully'] as const;
export const answerWords = ['yes', 'partly', 'no', 'not-applicable'] as const;

export type Extent = (typeof extents)[number];

export interface Claim {
  path: Path;
  commitment: string;
  extent: Extent;
}

export interface Measure {
  path: Path;
  /** The same for the same measure while others come and go. */
  key: string;
  number: number;
  id: string;
  title: string;
  text: string;
  kind: string;
  status: string;
  claims: Claim[];
}

export interface BaselineAnswer {
  path: Path;
  commitment: string;
  answer: string;
  evidence: string;
}

export const emptyDraft: Draft = { accordant: 1 };

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asEntries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** A JSON object can be a draft; anything else cannot. */
export function readDraft(json: string): Draft | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : null;
  } catch {
    return null;
  }
}

export const textAt = (draft: Draft, path: Path): string => asText(get(draft, path));

/** Sets a text; an empty one is left out of the plan. */
export function setText(draft: Draft, path: Path, value: string): Draft {
  return (value === '' ? drop(draft, path) : put(draft, path, value)) as Draft;
}

export const remove = (draft: Draft, path: Path): Draft => drop(draft, path) as Draft;

export function measures(draft: Draft): Measure[] {
  const seen = new Map<string, number>();
  return asList(draft['measures']).map((value, index) => {
    const id = asText(get(value, ['id']));
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    return readMeasure(value, index, id, `${id} ${times}`);
  });
}

function readMeasure(value: unknown, index: number, id: string, key: string): Measure {
  const path = ['measures', index];
  const field = (name: string) => asText(get(value, [name]));
  return {
    path,
    key,
    number: index + 1,
    id,
    title: field('title'),
    text: field('text'),
    kind: field('kind'),
    status: field('status'),
    claims: asList(get(value, ['addresses'])).map((claim, at) => readClaim(claim, [...path, 'addresses', at])),
  };
}

function readClaim(value: unknown, path: Path): Claim {
  const commitment = typeof value === 'string' ? value : asText(get(value, ['commitment']));
  return { path, commitment, extent: get(value, ['extent']) === 'fully' ? 'fully' : 'partly' };
}

/** An id that no measure has yet. */
function freeId(draft: Draft): string {
  const taken = new Set(measures(draft).map((measure) => measure.id));
  let number = taken.size + 1;
  while (taken.has(`m${number}`)) number += 1;
  return `m${number}`;
}

export function addMeasure(draft: Draft): Draft {
  const next = { id: freeId(draft), status: 'planned' };
  return { ...draft, measures: [...asList(draft['measures']), next] };
}

export const renameMeasure = (draft: Draft, path: Path): Draft => put(draft, path, freeId(draft)) as Draft;

export function addClaim(draft: Draft, measure: Path, commitment: string): Draft {
  const path = [...measure, 'addresses'];
  return put(draft, path, [...asList(get(draft, path)), commitment]) as Draft;
}

/** "Partly" is what a bare name means. */
export function setExtent(draft: Draft, claim: Claim, extent: Extent): Draft {
  const value = extent === 'partly' ? claim.commitment : { commitment: claim.commitment, extent };
  return put(draft, claim.path, value) as Draft;
}

const answersPath: Path = ['baseline', 'answers'];

export function answers(draft: Draft): BaselineAnswer[] {
  return asEntries(get(draft, answersPath)).map(([commitment, value]) => ({
    path: [...answersPath, commitment],
    commitment,
    answer: readAnswer(typeof value === 'object' ? get(value, ['answer']) : value),
    evidence: asText(get(value, ['evidence'])),
  }));
}

/** A commitment that waits for its answer. */
export const unanswered = (commitment: string): BaselineAnswer => ({
  path: [...answersPath, commitment],
  commitment,
  answer: '',
  evidence: '',
});

function readAnswer(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return asText(value);
}

export function setAnswer(draft: Draft, commitment: string, answer: string, evidence = ''): Draft {
  const value = evidence === '' ? answer : { answer, evidence };
  return put(draft, [...answersPath, commitment], value) as Draft;
}

/** Nothing has been said yet that the engine could weigh. */
export const isBlank = (draft: Draft): boolean =>
  answers(draft).length === 0 && measures(draft).every((measure) => measure.claims.length === 0);
