import { deriveId } from '../core/index.ts';
import type { CritiqueNote } from '../generators/index.ts';
import type { NoteDocument, NoteSource, SceneNote } from '../markup/index.ts';
import type { Block } from '../screenplay/index.ts';
import { flat, holds } from './accept.ts';
import type { Concern, SceneElements } from './concern.ts';

/** How a note stands: as was decided, or without the words that it is about. */
export type NoteState = NoteDocument['state'] | 'stale';

/**
 * How a note stands against the scene's text now. An open one whose words do not stand any more is stale: it is kept, and
 * applied nowhere else.
 */
export function noteState(
  { state, quote }: Pick<NoteDocument, 'state' | 'quote'>,
  blocks: readonly Block[],
): NoteState {
  if (state !== 'open' || quote === undefined) return state;
  return blocks.some((block) => wordsOf(block).some((text) => flat(text).includes(flat(quote)))) ? 'open' : 'stale';
}

/** Every stretch of a block that a note may quote from: what is said in one breath, or one paragraph. */
export function wordsOf(block: Block): readonly string[] {
  if (block.type === 'dialogue') return block.parts.map(({ text }) => text);
  if (block.type === 'dualDialogue') return [...wordsOf(block.left), ...wordsOf(block.right)];
  return 'text' in block ? [block.text] : [];
}

/** A note that is kept, as the rewriting takes it up. What a person wrote is asked for; `named` asks for any other, too. */
export function concernOf(note: SceneNote, { named }: { readonly named: boolean }): Concern {
  const { id, source, rule, severity, quote, message, fix, keys } = note;
  return {
    ...{ id, source, rule, severity, message, scope: quote === undefined ? 'scene' : 'element' },
    ...(quote === undefined ? {} : { quote }),
    ...(fix === undefined ? {} : { fix }),
    ...(keys === undefined ? {} : { keys }),
    ...(named || source === 'person' ? { asked: true } : {}),
  };
}

/** What a person asks for of a scene as a whole. */
export function instructionOf(scene: string, text: string): Concern {
  const about = { source: 'person', rule: 'instruction', severity: 'major' } as const;
  return { id: noteId({ scene, ...about, message: text }), ...about, scope: 'scene', message: text, asked: true };
}

/**
 * The notes of a reader that quote words which stand where they say. Words that stand in several places are given with
 * the rest of their element, so that the note is about just this one.
 */
export function concernsFrom(
  notes: readonly CritiqueNote[],
  elements: SceneElements,
  { scene, source }: { readonly scene: string; readonly source: NoteSource },
): readonly Concern[] {
  return notes.flatMap(({ rule, severity, scope, element, quote, message, fix }): readonly Concern[] => {
    const text = elements[element - 1];
    if (!holds(text, quote)) return [];
    const isUnique = elements.filter((other) => holds(other, quote)).length === 1;
    const words = isUnique ? quote : (text?.text ?? quote);
    const about = { scene, source, rule, quote: words, message };
    return [{ id: noteId(about), source, rule, severity, scope, quote: words, message, fix }];
  });
}

/** The id of a note, made of what it says: the same words give the same note. */
export function noteId({
  scene,
  source,
  rule,
  quote = '',
  message,
}: Pick<NoteDocument, 'scene' | 'source' | 'rule' | 'quote' | 'message'>): string {
  return deriveId('nt', scene, source, rule, flat(quote), flat(message));
}

/** What was found in a scene as a note to be kept. */
export function noteDocument(
  scene: string,
  { source, rule, severity, quote, message, fix, keys }: Concern,
): NoteDocument {
  return {
    ...{ scene, source, rule, severity, message, state: 'open' },
    ...(quote === undefined ? {} : { quote }),
    ...(fix === undefined ? {} : { fix }),
    ...(keys === undefined || keys.length === 0 ? {} : { keys }),
  };
}

/**
 * Those that say what no other says: each once, and none that says of the same words what an open note says, or one that
 * a person dismissed.
 */
export function unsaid(
  found: readonly Concern[],
  known: readonly (NoteDocument & { readonly id: string })[],
): readonly Concern[] {
  const said = new Set(known.filter(({ state }) => state !== 'settled').flatMap(tellsOf));
  return found.filter((concern) => {
    const tells = tellsOf(concern);
    if (tells.some((tell) => said.has(tell))) return false;
    for (const tell of tells) said.add(tell);
    return true;
  });
}

/** What makes two notes one: the id, and what is wrong with which words. */
function tellsOf({
  id,
  rule,
  quote = '',
  message,
}: Pick<Concern, 'id' | 'rule' | 'quote' | 'message'>): readonly string[] {
  return [id, quote === '' ? `${rule} ${flat(message)}` : `${rule} ${flat(quote)}`];
}
