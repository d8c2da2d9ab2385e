import { isSpirit } from '../facts/read-facts.ts';
import type { StatedFact } from '../facts/stated-fact.ts';
import type { Evidence, Found } from '../finding.ts';
import { type Ledger, sceneById } from '../ledger.ts';
import type { StagedScene } from '../script/staged.ts';
import { type ContinuityRule, opening, sceneName, speechesOf, words } from './rule.ts';

/** Somebody speaks after they have died. */
export const deadSpeaker: ContinuityRule = {
  id: 'continuity/dead-speaker',
  severity: 'blocker',
  confidence: 0.95,
  title: 'Somebody speaks who is dead',
  why: 'Goes by action that says a death in so many words, by cards, and by facts of the bible, in story time. Left alone: flashbacks and dreams, voices over a scene (V.O., a recording), ghosts, and who is shown alive again. Told once a person, where they first speak.',
  find: (ledger) => {
    const told = new Set<string>();
    return speechesOf(ledger).flatMap(({ scene, speech }): readonly Found[] => {
      const { speaker } = speech;
      if (speaker === undefined || told.has(speaker) || speech.heard === 'over' || isPast(scene)) return [];
      const death = lastBefore(ledger, speaker, { scene, at: scene.elements.indexOf(speech) });
      if (death?.object !== 'dead' || isSpirit(ledger.bible, speaker)) return [];
      told.add(speaker);
      const name = ledger.people.nameOf(speaker);
      return [
        {
          message: `${name} speaks in ${sceneName(scene)} and is dead${whenOf(ledger, death)}.`,
          fix: `Let ${name} be heard as a voice over (V.O.), make it a flashback, or cut the line.`,
          evidence: [evidenceOf(death), words(scene, speech, opening(speech))],
        },
      ];
    });
  },
};

function isPast({ mode }: StagedScene): boolean {
  return mode === 'flashback' || mode === 'dream';
}

/** What was last said of somebody's life before a place in story time. */
function lastBefore(
  ledger: Ledger,
  person: string,
  place: { readonly scene: StagedScene; readonly at: number },
): StatedFact | undefined {
  const stated = ledger.facts.filter(
    ({ subject, predicate, scope }) => subject === person && predicate === 'alive' && scope === 'world',
  );
  const placed = stated.flatMap((fact) => {
    const at = placeOf(ledger, fact);
    const counts = at !== undefined && isBefore(at, [place.scene.rank, place.at]) && !isOver(ledger, fact, place.scene);
    return counts ? [{ fact, at }] : [];
  });
  let last: StatedFact | undefined;
  for (const { fact } of placed.toSorted((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0)))
    if (fact.object === 'dead' || fact.status === 'asserted' || fact.source.scene === last?.source.scene) last = fact;
  return last;
}

function isOver(ledger: Ledger, { holdsUntil }: StatedFact, { rank }: StagedScene): boolean {
  const end = holdsUntil === undefined ? undefined : sceneById(ledger, holdsUntil)?.rank;
  return end !== undefined && end < rank;
}

/** Where a fact begins: what a card plans at the end of its scene, what the bible says at the start of one. */
function placeOf(ledger: Ledger, { holdsFrom, source }: StatedFact): readonly [number, number] | undefined {
  if (holdsFrom === undefined) return [-1, 0];
  const scene = sceneById(ledger, holdsFrom);
  if (scene === undefined) return undefined;
  const at = scene.elements.findIndex(({ id }) => id === source.element);
  if (at >= 0) return [scene.rank, at];
  return [scene.rank, source.scene === undefined ? -1 : scene.elements.length];
}

function isBefore([scene, at]: readonly [number, number], [other, place]: readonly [number, number]): boolean {
  return scene === other ? at < place : scene < other;
}

function whenOf(ledger: Ledger, { source }: StatedFact): string {
  const scene = source.scene === undefined ? undefined : sceneById(ledger, source.scene);
  return scene === undefined ? ', as the bible says' : ` since ${sceneName(scene)}`;
}

/** A fact as evidence. */
export function evidenceOf({ source }: StatedFact): Evidence {
  const { scene, element, quote, entry } = source;
  if (entry !== undefined) return { from: 'bible', source: entry, quote };
  if (element === undefined)
    return { from: 'card', ...(scene === undefined ? {} : { scene, source: { id: scene, field: 'beats' } }), quote };
  return { from: 'script', ...(scene === undefined ? {} : { scene }), element, quote };
}
