import type { Note, Severity } from '../../core/index.ts';
import { type SceneCard, sceneNumber } from '../card.ts';
import type { Known } from './known.ts';
import { makeNote, titleOf } from './title.ts';

/** Scene cards that name what there is not: people, places, threads, facts. */
export function cardNotes(known: Known): readonly Note[] {
  const { outline } = known;
  if (outline === undefined) return [];
  const facts = new Set(known.all.flatMap((entry) => entry.facts.map(({ id }) => id)));
  return outline.cards.flatMap((card) => {
    const title = `Scene ${sceneNumber(outline, card.id)}`;
    const notes = [...namedNotes(known, card, title), ...lessonNotes(facts, card, title)];
    return notes.map((note): Note => ({ ...note, scene: card.id }));
  });
}

interface Naming {
  readonly field: string;
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
}

function namedNotes(known: Known, card: SceneCard, title: string): readonly Note[] {
  const naming = (field: string, ids: readonly string[], kind: string, severity: Severity): readonly Naming[] =>
    ids.map((id) => ({ field, id, kind, severity }));
  const named = [
    ...naming('cast', card.cast, 'character', 'blocker'),
    ...naming(
      'speakers',
      card.speakers.filter((id) => !card.cast.includes(id)),
      'character',
      'blocker',
    ),
    ...naming('setting', [card.setting], 'setting', 'major'),
    ...naming('threads', card.threads, 'plot', 'minor'),
    ...naming(
      'learns',
      card.learns.map(({ character }) => character),
      'character',
      'major',
    ),
  ];
  return named.flatMap(({ field, id, kind, severity }): readonly Note[] => {
    const entry = known.byId(id);
    if (entry?.kind === kind && !known.isDraft(entry)) return [];
    const other = known.all.find((one) => one === known.byName(id) && one.kind === kind);
    const [fault, fix] =
      entry === undefined
        ? ['which there is not', other === undefined ? `Name a ${kind} by id, or make one.` : `Write ${other.id}.`]
        : entry.kind === kind
          ? [`${titleOf(entry)}, which is only proposed`, `Accept ${titleOf(entry)}, or take it out of the scene.`]
          : [`${titleOf(entry)}, a ${entry.kind}`, `Name a ${kind} by id.`];
    return [makeNote('card', severity, `${title}, ${field}: names ${JSON.stringify(id)}, ${fault}.`, fix)];
  });
}

function lessonNotes(facts: ReadonlySet<string>, card: SceneCard, title: string): readonly Note[] {
  return card.learns
    .filter(({ fact }) => /^fa_[\w-]+$/.test(fact) && !facts.has(fact))
    .map(({ character, fact }) =>
      makeNote(
        'lesson',
        'major',
        `${title}, learns: ${character} learns the fact ${fact}, which there is not: they would know "${fact}" as words.`,
        'Name a fact that there is, or say in words what is learnt.',
      ),
    );
}
