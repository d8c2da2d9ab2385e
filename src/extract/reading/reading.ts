import type { Fact, NewEntry } from '../../bibles/index.ts';
import { foldName } from '../../bibles/index.ts';
import type { Json } from '../../core/index.ts';
import { deriveId } from '../../core/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';
import type { Extracted, Quote } from '../extracted.ts';
import { quoteFinder } from './verbatim.ts';

/** Something said of a character, and the words that show it. */
export interface Claim {
  readonly says: string;
  readonly quote: string;
}

/** What a reader makes of one character, before it is held against the script. */
export interface CharacterReading {
  readonly voice: Readonly<Record<'vocabulary' | 'sentences' | 'avoids' | 'address', Claim>>;
  readonly want: Claim;
  readonly need: Claim;
  readonly contradiction: Claim;
  readonly relations: readonly { readonly to: string; readonly is: string; readonly quote: string }[];
  readonly facts: readonly { readonly fact: string; readonly quote: string }[];
}

/** Something that was said and not taken. */
export interface Dropped extends Claim {
  /** `voice.address`, `want`, `relations`, `facts`. */
  readonly field: string;
  readonly reason: 'not in the script' | 'nobody of that name';
}

/** A draft with what was taken of a reading, and what was not. */
export interface AppliedReading {
  readonly entry: NewEntry;
  readonly dropped: readonly Dropped[];
}

const EMPTY_VOICE = { vocabulary: '', sentences: '', avoids: '', address: '', partners: [] };

/**
 * Put into a character's draft what a reading says of them, as far as its quotes stand word for word in the script. The
 * draft's notes say which words on which line each thing was taken from.
 *
 * @returns `undefined` when `extracted` has no draft of that id.
 */
export function applyReading(
  extracted: Extracted,
  { id, reading, script }: { readonly id: string; readonly reading: CharacterReading; readonly script: Screenplay },
): AppliedReading | undefined {
  const draft = extracted.entries.find((entry) => entry.id === id && entry.kind === 'character');
  if (draft === undefined) return undefined;
  const find = quoteFinder(script);
  const dropped: Dropped[] = [];
  const shown: string[] = [];
  const take = (field: string, { says, quote }: Claim): string => {
    if (says.trim() === '') return '';
    const found = find(quote);
    if (found === undefined) dropped.push({ field, says, quote, reason: 'not in the script' });
    else shown.push(noteOf(field, found));
    return found === undefined ? '' : says.trim();
  };
  const { voice } = reading;
  const fields: Readonly<Record<string, Json>> = {
    voice: {
      ...EMPTY_VOICE,
      vocabulary: take('voice.vocabulary', voice.vocabulary),
      sentences: take('voice.sentences', voice.sentences),
      avoids: take('voice.avoids', voice.avoids),
      address: take('voice.address', voice.address),
    },
    want: take('want', reading.want),
    need: take('need', reading.need),
    contradiction: take('contradiction', reading.contradiction),
    relations: reading.relations.flatMap(({ to, is, quote }) => {
      const other = namedAs(extracted, to);
      if (other === undefined || other === draft.name) {
        dropped.push({ field: 'relations', says: `${to}: ${is}`, quote, reason: 'nobody of that name' });
        return [];
      }
      return take('relations', { says: is, quote }) === '' ? [] : [{ to: other, is: is.trim() }];
    }),
  };
  const facts = reading.facts.flatMap(({ fact, quote }): readonly Fact[] => {
    const value = take('facts', { says: fact, quote });
    return value === '' ? [] : [{ id: deriveId('fa', id, value), value }];
  });
  const notes = [draft.document['notes'], ...shown].filter((line) => line !== '' && line !== undefined).join('\n');
  const different = [...new Map([...(draft.facts ?? []), ...facts].map((fact) => [fact.id, fact])).values()];
  return { entry: { ...draft, document: { ...draft.document, ...fields, notes }, facts: different }, dropped };
}

function namedAs({ characters }: Extracted, name: string): string | undefined {
  const sought = foldName(name);
  return characters.find((one) => [one.name, ...one.aliases, ...one.cues].some((own) => foldName(own) === sought))
    ?.name;
}

function noteOf(field: string, { text, line }: Quote): string {
  return `${field}${line === null ? '' : ` (line ${line})`}: “${text}”`;
}
