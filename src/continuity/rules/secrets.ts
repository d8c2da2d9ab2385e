import { type Bible, type Fact, factText, holdsAt, isKnown, type Outline, timelineOf } from '../../bibles/index.ts';
import type { Ledger } from '../ledger.ts';
import type { StagedScene } from '../script/staged.ts';
import { stemsOf } from './says.ts';

/** Something that not everybody knows from the start. */
export interface Secret {
  readonly text: string;
  readonly stems: readonly string[];
  /** Names that stand in this fact and nowhere else in the bible: who says one has heard of it. */
  readonly terms: readonly string[];
  /** Where it comes from: a fact's entry, or the card in which it is learnt. */
  readonly source: { readonly id: string; readonly field: string };
  /** Whether somebody may say it in a scene, going by bible and cards alone. */
  readonly isFree: (person: string, scene: StagedScene) => boolean;
}

/** What is kept from somebody: facts with holders or an end to their secrecy, and what cards say is learnt. */
export function secretsOf({ bible, outline }: Ledger): readonly Secret[] {
  if (outline === undefined) return [];
  const taught = new Set(outline.cards.flatMap(({ learns }) => learns.map(({ fact }) => fact)));
  const facts = bible.entries.flatMap((entry) => entry.facts.map((fact) => ({ entry, fact })));
  const kept = facts.filter(
    ({ fact: { id, holders = [], secretUntil } }) =>
      holders.length > 0 || (secretUntil !== undefined && !taught.has(id)) || taught.has(id),
  );
  const byWords = new Set(facts.flatMap(({ fact }) => [fact.id, factText(fact)]));
  const lessons = [...taught].filter((lesson) => !byWords.has(lesson));
  const open = openText(
    bible,
    outline,
    kept.map(({ fact }) => fact.id),
  );
  return [
    ...kept.map(({ entry, fact }): Secret => {
      const text = factText(fact);
      return {
        ...wordsOf(text, open),
        source: { id: entry.id, field: `facts.${fact.id}` },
        isFree: (person, { card, id }) =>
          card === undefined ||
          person === entry.id ||
          !holdsAt(timelineOf(outline), fact, id) ||
          card.learns.some(
            ({ character, fact: lesson }) => character === person && (lesson === fact.id || lesson === text),
          ) ||
          (fact.holders ?? []).some(
            ({ character, believes }) => character === person && believes !== undefined && text.includes(believes),
          ) ||
          isPublic(fact, outline, person) ||
          isKnown(fact, { outline, card }, person),
      };
    }),
    ...lessons.map((text): Secret => {
      const { rank } = timelineOf(outline);
      const learning = outline.cards.filter(({ learns }) => learns.some(({ fact }) => fact === text));
      return {
        ...wordsOf(text, open),
        terms: [],
        source: { id: learning[0]?.id ?? '', field: 'learns' },
        // Of a lesson in words only those are known not to know it who are yet to learn it.
        isFree: (person, { id }) => {
          const own = learning.filter(({ learns }) =>
            learns.some(({ character, fact }) => character === person && fact === text),
          );
          return own.length === 0 || own.some((card) => (rank(card.id) ?? 0) <= (rank(id) ?? 0));
        },
      };
    }),
  ];
}

/** A fact that nobody keeps and somebody learns: only those who learn it are known not to know it before. */
function isPublic({ id, value, holders = [], secretUntil }: Fact, { cards }: Outline, person: string): boolean {
  if (holders.length > 0 || secretUntil !== undefined) return false;
  return !cards.some(({ learns }) =>
    learns.some(({ character, fact }) => character === person && (fact === id || fact === value)),
  );
}

function wordsOf(text: string, open: string) {
  const names = [...text.matchAll(/(?<=[\p{L}\d,;:] )\p{Lu}[\p{L}\d-]{3,}/gu)].map(([word]) => word);
  return {
    text,
    stems: stemsOf(text),
    terms: [...new Set(names)].filter((word) => !open.includes(word.toLowerCase())),
  };
}

/** All that bible and cards say beside what is kept. */
function openText({ entries }: Bible, { cards }: Outline, kept: readonly string[]): string {
  const told = entries.map(({ name, aliases, document, facts }) =>
    JSON.stringify([
      name,
      aliases,
      { ...document, secret: '', notes: '' },
      facts.filter(({ id }) => !kept.includes(id)),
    ]),
  );
  const planned = cards.map(({ goal, opposition, beats, synopsis }) =>
    JSON.stringify([goal, opposition, beats, synopsis]),
  );
  return [...told, ...planned].join(' ').toLowerCase();
}
