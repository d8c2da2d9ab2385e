import { ScriptGenError } from '../../core/index.ts';
import type { Outline, SceneCard } from '../card.ts';
import { type Bible, entriesOf, entryById } from '../entry.ts';
import { cardIn, changedCard, withCards } from './change-card.ts';
import type { CardChange } from './shape.ts';

/** A new card, and where it is to stand. */
export interface NewCard {
  /** `sc_…`, which no card has had. */
  readonly id: string;
  readonly fields: CardChange;
  /** The card that it stands behind; `null` for the first place. Last unless given. */
  readonly after?: string | null | undefined;
}

/**
 * An outline with a new card. What is not said of it is taken from what is there: it plays where the scene before it
 * plays, its lead is the protagonist, who wants what they want, and all of the cast speak.
 *
 * @throws ScriptGenError `input/invalid` when nothing is said of what happens in it, `bible/not-found` when nobody is
 * there to be in it, or no place.
 */
export function insertCard(outline: Outline, bible: Bible, { id, fields, after }: NewCard): Outline {
  const place =
    after === undefined ? outline.cards.length : after === null ? 0 : outline.cards.indexOf(cardIn(outline, after)) + 1;
  const card = newCard(bible, { id, fields, before: outline.cards[place - 1] });
  return withCards(outline, outline.cards.toSpliced(place, 0, card));
}

function newCard(
  bible: Bible,
  { id, fields, before }: Pick<NewCard, 'id' | 'fields'> & { readonly before: SceneCard | undefined },
): SceneCard {
  const { synopsis = fields.beats?.[0] ?? fields.goal ?? '' } = fields;
  if (synopsis === '') throw nothingSaid();
  const setting = fields.setting ?? before?.setting ?? entriesOf(bible, 'setting')[0]?.id;
  if (setting === undefined) throw missing('place', 'scriptgen bible add setting "The Harbour"');
  const people = entriesOf(bible, 'character');
  const lead =
    fields.lead ??
    fields.cast?.[0] ??
    (people.find(({ document }) => document.role === 'protagonist') ?? people[0])?.id;
  if (lead === undefined) throw missing('person', 'scriptgen bible add character Maya role=protagonist');
  const cast = fields.cast ?? [...new Set([lead, ...(fields.speakers ?? [])])];
  const want = entryById(bible, lead)?.document['want'];
  const isInside = entryById(bible, setting)?.document['interior'] === true;
  return changedCard(
    {
      ...{ id, version: 1, setting, synopsis, lead, cast, speakers: cast },
      interior: setting === before?.setting ? before.interior : isInside,
      time: before?.time ?? 'DAY',
      goal: typeof want === 'string' && want !== '' ? want : synopsis,
      opposition: others(bible, cast, lead),
      turn: { from: '', to: '' },
      tension: 5,
      beats: [synopsis],
      pattern: 'scene',
      length: 'standard',
      learns: [],
      becauseOf: [],
      threads: [],
    },
    fields,
  );
}

/** Who else is there stands against the lead, until somebody says better. */
function others(bible: Bible, cast: readonly string[], lead: string): string {
  const names = cast.filter((id) => id !== lead).map((id) => entryById(bible, id)?.name ?? id);
  return names.length === 0 ? 'nothing that is named yet' : names.join(' and ');
}

function nothingSaid(): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: 'Nothing is said of what happens in the new scene.',
    hint: 'Say it in a sentence: synopsis="Maya finds the letter."',
  });
}

function missing(what: string, command: string): ScriptGenError {
  return new ScriptGenError({
    code: 'bible/not-found',
    message: `The bible has no ${what} for the scene.`,
    hint: `Make one: ${command}`,
  });
}
