import {
  type Candidate,
  type Category,
  type Ledger,
  PREDICATES,
  type ReadFact,
  type StagedScene,
  type StatedFact,
  sceneById,
  type Verdict,
} from '../continuity/index.ts';
import {
  type AuditAnswer,
  askAudit,
  askFacts,
  askJudge,
  type JudgedFact,
  type WrittenScene,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';

/** A script and how it is called in prompts. */
export interface Reading {
  readonly title: string;
  readonly ledger: Ledger;
}

/** Read the facts of one scene. Sees that scene alone. */
export async function readSceneFacts(
  run: Run,
  { title, ledger }: Reading,
  scene: StagedScene,
): Promise<readonly ReadFact[]> {
  const people = ledger.bible.entries.filter(({ kind }) => kind === 'character').map(({ name }) => name);
  return (await askFacts(run, scene.id, { title, people, scene: written(scene) })).facts;
}

/**
 * Judge one pair, seeing both quotes and nothing else of the script. A second opinion is asked only where the first
 * says conflict, and both have to.
 */
export async function judgePair(
  run: Run,
  { title, ledger }: Reading,
  { id, before, after }: Candidate,
): Promise<Verdict> {
  const input = {
    title,
    lasts: PREDICATES[before.predicate].lasts,
    before: sideOf(ledger, before),
    after: sideOf(ledger, after),
  };
  const first = await askJudge(run, { pair: id, vote: 0 }, input);
  if (first.verdict !== 'conflict') return first.verdict;
  return (await askJudge(run, { pair: id, vote: 1 }, input)).verdict;
}

/** Go through a stretch of the script for one category of contradictions. */
export async function auditScenes(
  run: Run,
  { title }: Reading,
  {
    stretch,
    scenes,
    category,
  }: { readonly stretch: number; readonly scenes: readonly StagedScene[]; readonly category: Category },
): Promise<AuditAnswer['notes']> {
  return (await askAudit(run, stretch, { title, category, scenes: scenes.map(written) })).notes;
}

function written({ heading, mode, elements }: StagedScene): WrittenScene {
  return { heading, mode, elements: elements.map(({ cue, text }) => ({ speaker: cue, text })) };
}

function sideOf(ledger: Ledger, { subject, predicate, object, source, status }: StatedFact): JudgedFact {
  const { nameOf } = ledger.people;
  const scene = source.scene === undefined ? undefined : sceneById(ledger, source.scene);
  return {
    says: `${subject.split(' to ').map(nameOf).join(' to ')}, ${predicate}: ${nameOf(object)}`,
    quote: source.quote,
    speaker: scene?.elements.find(({ id }) => id === source.element)?.cue ?? '',
    heading: scene?.heading ?? '',
    mode: scene?.mode ?? 'bible',
    status,
  };
}
