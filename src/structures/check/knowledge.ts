import { factText, isKnown, type SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { folded, type Laid, nameOf, remark, titleOf } from './laid.ts';

type Use = NonNullable<SceneCard['uses']>[number];

interface Lesson {
  readonly card: SceneCard;
  readonly character: string;
  /** The place in story time. */
  readonly rank: number;
}

/** What somebody must know for a scene to work, they have learnt before, in story time. What they believe is no knowledge. */
export function knowledgeNotes(laid: Laid): readonly Note[] {
  const facts = new Map([...laid.facts].map(([id, { fact }]) => [folded(factText(fact)), id]));
  const keyOf = (told: string): string => (laid.facts.has(told) ? told : (facts.get(folded(told)) ?? folded(told)));
  const lessons = lessonsOf(laid, keyOf);
  return laid.cards.flatMap((card) =>
    (card.uses ?? []).flatMap((use) => useNotes(laid, { card, use, key: keyOf(use.fact), lessons })),
  );
}

/** Every lesson by what is learnt. Dreams teach nothing. */
function lessonsOf({ timeline }: Laid, keyOf: (told: string) => string): ReadonlyMap<string, readonly Lesson[]> {
  const lessons = new Map<string, Lesson[]>();
  for (const [rank, card] of timeline.cards.entries()) {
    if (card.mode === 'dream') continue;
    for (const { character, fact } of card.learns) {
      const key = keyOf(fact);
      lessons.set(key, [...(lessons.get(key) ?? []), { card, character, rank }]);
    }
  }
  return lessons;
}

interface Used {
  readonly card: SceneCard;
  readonly use: Use;
  /** The id of the fact, or the folded words. */
  readonly key: string;
  readonly lessons: ReadonlyMap<string, readonly Lesson[]>;
}

function useNotes(laid: Laid, { card, use, key, lessons }: Used): readonly Note[] {
  const { character, fact } = use;
  const name = nameOf(laid, character);
  const start = `${titleOf(laid, card)}: ${name} uses “${wordsOf(laid, key, fact)}”`;
  if (laid.entries.get(character)?.kind !== 'character')
    return [
      remark('user-unknown', {
        severity: 'blocker',
        card,
        message: `${start}, and there is no character ${JSON.stringify(character)}.`,
        fix: 'Name a character by id.',
      }),
    ];
  const about = laid.facts.get(key);
  if (about === undefined && /^fa_[\w-]+$/.test(fact))
    return [
      remark('fact-unknown', {
        severity: 'major',
        card,
        message: `${start}, and there is no such fact.`,
        fix: 'Name a fact that there is, or say in words what is known.',
      }),
    ];
  const here = laid.timeline.rank(card.id) ?? 0;
  const all = lessons.get(key) ?? [];
  const own = all.filter((lesson) => lesson.character === character);
  if (own.some(({ rank }) => rank < here)) return [];
  if (about !== undefined && isKnown(about.fact, { outline: laid.outline, card }, character)) return [];
  const [next] = own;
  if (next?.rank === here)
    return [
      remark('knowledge-at-once', {
        severity: 'minor',
        card,
        message: `${start}, which they learn in this very scene.`,
        fix: 'Let them learn it earlier, or take it out of what the scene presupposes.',
      }),
    ];
  if (next !== undefined)
    return [
      remark('knowledge-early', {
        severity: 'blocker',
        card,
        message: `${start}, which they learn only in scene ${numberOf(laid, next.card)}.`,
        fix: 'Let them learn it in an earlier scene, or act without it here.',
      }),
    ];
  if (about !== undefined)
    return [
      remark('knowledge-early', {
        severity: 'blocker',
        card,
        message: `${start}, which others keep from them and no scene before tells them.`,
        fix: 'Let an earlier scene tell them, or act without it here.',
      }),
    ];
  return wordNotes({ card, start, all, character });
}

/** Words that no fact says: known from before the story, perhaps, unless only others come to know them. */
function wordNotes({
  card,
  start,
  all,
  character,
}: {
  readonly card: SceneCard;
  readonly start: string;
  readonly all: readonly Lesson[];
  readonly character: string;
}): readonly Note[] {
  // Who is there when another learns it may be the one who tells it.
  if (all.some((lesson) => lesson.card.cast.includes(character))) return [];
  if (all.length > 0)
    return [
      remark('knowledge-untold', {
        severity: 'major',
        card,
        message: `${start}, which others learn and nobody tells them.`,
        fix: 'Let an earlier scene tell them.',
      }),
    ];
  return [
    remark('knowledge-unfounded', {
      severity: 'minor',
      card,
      message: `${start}, which no scene and no fact has told.`,
      fix: 'Make it a fact of the bible that they hold, or let an earlier scene tell them.',
    }),
  ];
}

function wordsOf({ facts }: Laid, key: string, told: string): string {
  const about = facts.get(key);
  return about === undefined ? told : factText(about.fact);
}

function numberOf({ placeOf }: Laid, { id }: SceneCard): number {
  return (placeOf(id) ?? 0) + 1;
}
