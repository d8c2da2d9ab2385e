import { canonicalJson } from '../core/index.ts';
import type { CritiqueNote, ReviseAnswer, SceneElement } from '../generators/index.ts';

/** One change of a scene, as a reviser gives it: what stands in the place of one element. */
export type Patch = ReviseAnswer['patches'][number];

/** The notes of a round and the reviser's answer to them. */
interface Round extends ReviseAnswer {
  readonly notes: readonly CritiqueNote[];
  readonly keep: readonly string[];
  /** Who may have a line; whoever has one unless given. */
  readonly voices?: readonly string[];
}

/** What became of one note, and why. */
export interface Decision {
  readonly rule: string;
  readonly quote: string;
  readonly accepted: boolean;
  readonly why: string;
}

/** Keep the notes that point at words which really stand where they say; the others are dropped as unfounded. */
export function foundedNotes(
  notes: readonly CritiqueNote[],
  elements: readonly SceneElement[],
): readonly CritiqueNote[] {
  return notes.filter((note) => holds(elements[note.element - 1], note.quote));
}

/**
 * Apply the patches that pass every gate, and say of each note what became of it.
 *
 * A patch passes when it settles a founded note, replaces an element in the note's scope (the one that it quotes; one of
 * the two before or after it, for an exchange; any, for the scene), leaves alone what is to be kept, changes something, and leaves every speaker at least one line.
 */
export function acceptPatches(
  elements: readonly SceneElement[],
  { notes, keep, patches, declined, voices }: Round,
): { readonly elements: readonly SceneElement[]; readonly decisions: readonly Decision[] } {
  const replaced = new Map<number, readonly SceneElement[]>();
  const result = (): readonly SceneElement[] =>
    elements.flatMap((element, index) => replaced.get(index + 1) ?? [element]);
  const decisions = notes.map((note, index): Decision => {
    const decide = (accepted: boolean, why: string): Decision => ({
      rule: note.rule,
      quote: note.quote,
      accepted,
      why,
    });
    const refusal = declined.find((other) => other.note === index + 1);
    const patch = patches.find((other) => other.note === index + 1);
    if (!patch) return decide(false, refusal?.why ?? 'the reviser gave no patch');
    const fault = patchFault(patch, {
      note,
      keep,
      element: elements[patch.element - 1],
      taken: replaced.has(patch.element),
      voices: voices ?? speakersOf(elements),
    });
    if (fault) return decide(false, fault);
    replaced.set(patch.element, patch.with);
    const lost = lostSpeakers(elements, result());
    if (lost === undefined) return decide(true, note.fix);
    replaced.delete(patch.element);
    return decide(false, lost);
  });
  return { elements: result(), decisions };
}

/** How far from the quoted element a patch may be, in elements. */
const REACH = { element: 0, exchange: 2, scene: Number.POSITIVE_INFINITY } as const;

/** What a patch is held against. */
export interface PatchGate {
  /** The note it settles: where that stands, and how far its change may reach. */
  readonly note: Pick<CritiqueNote, 'element' | 'scope'>;
  readonly keep: readonly string[];
  /** What it replaces. */
  readonly element: SceneElement | undefined;
  /** Whether that was patched already. */
  readonly taken: boolean;
  /** Who may have a line. */
  readonly voices: readonly string[];
}

/** Why a patch is refused, whatever it says; `undefined` for one that may be taken. */
export function patchFault(patch: Patch, { note, keep, element, taken, voices }: PatchGate): string | undefined {
  const stranger = speakersOf(patch.with).find((name) => name !== '' && !voices.includes(name));
  if (stranger !== undefined) return `it gives a line to ${stranger}, who does not speak in this scene`;
  if (!element || Math.abs(patch.element - note.element) > REACH[note.scope])
    return 'it changes an element that the note does not quote';
  if (taken) return 'the element was patched for an earlier note';
  const text = patch.with.map((part) => part.text).join('\n');
  if (keep.some((words) => holds(element, words) && !flat(text).includes(flat(words))))
    return 'it would change words to be kept';
  if (canonicalJson(patch.with) === canonicalJson([element])) return 'it changes nothing';
  return undefined;
}

/** Who had a line and has none, as a reason to refuse. */
export function lostSpeakers(before: readonly SceneElement[], after: readonly SceneElement[]): string | undefined {
  const heard = speakersOf(after);
  const lost = speakersOf(before).filter((name) => !heard.includes(name));
  return lost.length === 0 ? undefined : `it would take ${lost.join(' and ')} out of the scene`;
}

/** Whether these words stand in an element, however the spaces between them are set. */
export function holds(element: SceneElement | undefined, words: string): boolean {
  return element !== undefined && flat(words) !== '' && flat(element.text).includes(flat(words));
}

/** Words with single spaces between them. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Who has a line, each once. */
export function speakersOf(elements: readonly SceneElement[]): readonly string[] {
  return [...new Set(elements.filter((element) => element.type === 'line').map((element) => element.character))];
}
