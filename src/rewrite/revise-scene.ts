import { AGENTS, type Agents, everyOne, type Making } from '../agents/index.ts';
import { contextFor } from '../bibles/index.ts';
import { fingerprinted } from '../core/index.ts';
import {
  askRevision,
  briefOf,
  type CritiqueNote,
  earlierReferences,
  type SceneElement,
  sceneReferences,
  voicesOf,
} from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { acceptPatches, type Decision, foundedNotes } from './accept.ts';

/** A scene after its round of critique and revision. */
export interface Revised {
  readonly elements: readonly SceneElement[];
  readonly decisions: readonly Decision[];
  /** Exact words that must stay, as the dramaturge says. */
  readonly keep: readonly string[];
}

/**
 * One round: the notes of the dramaturge and of other critics, patches for them, and only the patches that pass every gate.
 *
 * Without a founded note nobody is asked for a revision.
 */
export async function reviseScene(
  run: Run,
  stage: Making & { readonly elements: readonly SceneElement[] },
  agents: Agents = AGENTS,
): Promise<Revised> {
  const { story, card, take, earlier, elements } = stage;
  const reading = agents.dramaturge(run, stage);
  const lists = await everyOne([
    reading.then((critique) => critique.notes),
    ...(agents.critics ?? []).map((critic) => critic(run, stage)),
  ]);
  const critique = await reading;
  const notes = foundedNotes(joined(lists), elements);
  if (notes.length === 0) return { elements, decisions: [], keep: critique.keep };
  const moment = { outline: story.outline, card };
  const context = contextFor(story.bible, moment, { role: 'director' });
  const scene = briefOf(story.bible, moment);
  const answer = await askRevision(
    run,
    { scene: card.id, take },
    { title: story.script.title, scene, bible: context.entries, elements, notes, keep: critique.keep, earlier },
    [
      ...sceneReferences(context, card, scene),
      ...earlierReferences(earlier),
      fingerprinted({ source: `${card.id}/critique`, field: 'answer', label: "the dramaturge's notes" }, notes),
    ],
  );
  return {
    ...acceptPatches(elements, { notes, keep: critique.keep, voices: voicesOf(scene), ...answer }),
    keep: critique.keep,
  };
}

/** All notes, the gravest first; of several about one quote, the first. */
function joined(lists: readonly (readonly CritiqueNote[])[]): readonly CritiqueNote[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const notes = new Map<string, CritiqueNote>();
  for (const note of lists.flat()) {
    const place = `${note.element} ${note.quote}`;
    if (!notes.has(place)) notes.set(place, note);
  }
  return [...notes.values()].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

const GRAVITY = ['blocker', 'major', 'minor'] as const;
