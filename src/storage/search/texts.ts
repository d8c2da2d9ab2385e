import { type Content, contentOf, diffContents, factText, type SceneCard } from '../../bibles/index.ts';
import type { Json } from '../../core/index.ts';

/** What stands in one field. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

const NOTHING = contentOf({ name: '', document: {} });

/** What can be found of an entry: its name and aliases, every part of its document by path, and its facts. */
export function textsOf(content: Content): readonly FieldText[] {
  const facts = content.facts.map((fact) => ({
    field: `facts.${fact.id}`,
    text: [factText(fact), ...(fact.holders ?? []).flatMap(({ believes }) => believes ?? [])].join('; '),
  }));
  const fields = diffContents(NOTHING, { ...content, facts: [], locked: [], state: 'accepted' });
  return worded([...fields.map(({ field, to }) => ({ field, text: plainText(to) })), ...facts]);
}

/** What can be found of a scene's card. */
export function textsOfCard(card: SceneCard): readonly FieldText[] {
  const { synopsis, goal, opposition, beats, turn, pattern, learns } = card;
  const texts = {
    synopsis,
    goal,
    opposition,
    beats: beats.join(' '),
    turn: `${turn.from} → ${turn.to}`,
    pattern,
    learns: learns.map(({ fact }) => fact).join('; '),
  };
  return worded(Object.entries(texts).map(([field, text]) => ({ field, text })));
}

function worded(texts: readonly FieldText[]): readonly FieldText[] {
  return texts
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ field, text }) => ({ field, text: storable(text) }));
}

/** A text as every database keeps it: Postgres has no NUL, and halves of a pair are no letters in UTF-8. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', ' ').replaceAll(/\p{Cs}/gu, '\ufffd');
}

function plainText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const parts: readonly (Json | undefined)[] = Array.isArray(value) ? value : Object.values(value);
  return parts
    .map(plainText)
    .filter((part) => part !== '')
    .join('; ');
}
