import { type Json, nearest, ScriptGenError } from '../../core/index.ts';
import type { SceneCard } from '../card.ts';
import * as form from './forms.ts';
import type { Told } from './names.ts';
import type { CardChange, CardFields } from './shape.ts';

/** How each field of a card stands in a text, in the order in which a card is shown. */
const FORMS: Readonly<Record<keyof CardFields, form.Form>> = {
  synopsis: form.text,
  interior: form.interior,
  setting: form.entry('setting'),
  time: form.hour,
  cast: form.entries('character'),
  speakers: form.entries('character'),
  lead: form.entry('character'),
  goal: form.text,
  opposition: form.text,
  turn: form.turn,
  change: form.oneOf(['better', 'worse', 'mixed']),
  tension: form.number,
  beats: form.sentences,
  pattern: form.text,
  length: form.oneOf(['flash', 'short', 'standard', 'setPiece']),
  image: form.text,
  extras: form.extras,
  mode: form.oneOf(['present', 'flashback', 'flash-forward', 'dream']),
  storyTime: form.number,
  learns: form.knowledge,
  uses: form.knowledge,
  becauseOf: form.scenes,
  threads: form.entries('plot'),
  beat: form.text,
  setsUp: form.plants,
  paysOff: form.plants,
};

/** Fields that a card may be without. */
const OPTIONAL: ReadonlySet<string> = new Set<keyof CardFields>([
  'change',
  'image',
  'extras',
  'mode',
  'storyTime',
  'uses',
  'beat',
  'setsUp',
  'paysOff',
]);

/** The names of all fields of a card that people change, in the order in which a card is shown. */
export const CARD_FIELDS = Object.keys(FORMS) as readonly (keyof CardFields)[];

/**
 * One field of a card from a text, as a person types it: people, places and scenes by name and number, names parted by
 * commas, sentences by `|`, a turn as `from -> to`. Parts have names of their own: `turn.to`, `beats.2`. An empty text
 * takes a field away that a card may be without.
 *
 * @throws ScriptGenError `input/invalid` for a field that there is not and a text that is none of it, `bible/not-found`
 * and `scene/not-found` for names that lead nowhere.
 */
export function readCardField(
  card: Pick<SceneCard, 'turn' | 'beats'>,
  [path, text]: readonly [string, string],
  told: Told,
): CardChange {
  const [part, name] = [/^turn\.(from|to)$/.exec(path)?.[1], path.split('.')[0] ?? path];
  if (part !== undefined) return { turn: { ...card.turn, [part]: text.trim() } };
  const at = /^beats\.(\d{1,3})$/.exec(path)?.[1];
  if (at !== undefined) return { beats: withBeat(card.beats, Number(at), text.trim()) };
  if (path !== name || !Object.hasOwn(FORMS, name)) throw unknownField(path);
  if (text.trim() === '' && OPTIONAL.has(name)) return { [name]: undefined };
  const { read, expected } = FORMS[name as keyof CardFields];
  const value = read(text, told);
  if (value === undefined) throw wrongValue(path, expected, text);
  return { [name]: value } as CardChange;
}

/** A field of a card as {@link readCardField} takes it; empty where the card has none. */
export function printCardField(card: SceneCard, field: keyof CardFields, told: Told): string {
  const value = card[field] as Json | undefined;
  return value === undefined ? '' : FORMS[field].print(value, told);
}

/** A list of beats with another one in its place, or with one more; without it where the text is empty. */
function withBeat(beats: readonly string[], at: number, text: string): readonly string[] {
  if (at < 1 || at > beats.length + 1)
    throw wrongValue(`beats.${at}`, `a beat from 1 to ${beats.length}, or ${beats.length + 1} for one more`, text);
  return beats.toSpliced(at - 1, 1, ...(text === '' ? [] : [text]));
}

function unknownField(field: string): ScriptGenError {
  const near = nearest(field, CARD_FIELDS);
  return new ScriptGenError({
    code: 'input/invalid',
    message: `A scene card has no field ${JSON.stringify(field)}.`,
    hint: near === undefined ? `Its fields are: ${CARD_FIELDS.join(', ')}.` : `Did you mean ${near}?`,
  });
}

function wrongValue(field: string, expected: string, text: string): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `${field} is to be ${expected}, not ${JSON.stringify(text.slice(0, 60))}.`,
    hint: `For example: scriptgen card set 3 ${EXAMPLES[field.split('.')[0] ?? ''] ?? `${field}=…`}`,
  });
}

const EXAMPLES: Readonly<Record<string, string>> = {
  interior: 'interior=no',
  turn: 'turn="trust -> doubt"',
  change: 'change=worse',
  tension: 'tension=7',
  beats: 'beats="She asks. | He leaves."',
  length: 'length=short',
  mode: 'mode=flashback',
  storyTime: 'storyTime=2.5',
  learns: 'learns="Maya: the well is dry"',
  uses: 'uses="Maya: the well is dry"',
  extras: 'extras="Clerk: tired, near retirement"',
};
