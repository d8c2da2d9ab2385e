import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import { readAnswer } from '../../llm/index.ts';
import type { Said } from '../../markup/index.ts';
import type { JournalRow } from '../../steps/index.ts';

/** Where an answer holds words of a scene; what stands elsewhere in it is about them. */
const WORDS: ReadonlySet<string> = new Set(['text', 'parenthetical', 'does']);
/** What an answer left out, or tells of what it changed. */
const ASIDE: ReadonlySet<string> = new Set(['cut', 'changed', 'declined']);

/** The words that an answer gave a scene, as they stand in it; none in one that cannot be read. */
export function saidIn({ task, request, answer }: JournalRow): readonly Said[] {
  const read = readAnswer(answer.text, z.unknown(), answer);
  if (!read.ok) return [];
  const value = read.value as Json;
  // The canonical form of a request, as this package writes it.
  const input = partOf(partOf(request, 'task'), 'input');
  switch (task) {
    case 'scene.revise':
      return listIn(value, 'patches').flatMap((patch) => noted(wordsIn(patch), noteOf(input, partOf(patch, 'note'))));
    case 'scene.surface':
      return listIn(value, 'lines').flatMap((line) => noted(wordsIn(line), whyOf(input, partOf(line, 'element'))));
    default:
      return noted(wordsIn(value), undefined);
  }
}

function noted(texts: readonly string[], note: string | undefined): readonly Said[] {
  return texts.map((text) => ({ text, ...(note === undefined ? {} : { note }) }));
}

/** A note of the dramaturge's, as the reviser was given it. */
function noteOf(input: Json | undefined, number: Json | undefined): string | undefined {
  const note = typeof number === 'number' ? listIn(input, 'notes')[number - 1] : undefined;
  const [rule, message] = [partOf(note, 'rule'), partOf(note, 'message')];
  return note === undefined ? undefined : [rule, message].filter((part) => typeof part === 'string').join(': ');
}

/** Why the surface pass asked for other words. */
function whyOf(input: Json | undefined, element: Json | undefined): string | undefined {
  const why = partOf(
    listIn(input, 'lines').find((line) => partOf(line, 'element') === element),
    'why',
  );
  return typeof why === 'string' ? why : undefined;
}

function wordsIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((part: Json) => wordsIn(part));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): readonly string[] => {
    if (ASIDE.has(key)) return [];
    if (typeof part !== 'string') return wordsIn(part);
    return WORDS.has(key) && part.trim() !== '' ? [part] : [];
  });
}

function partOf(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as Readonly<Record<string, Json | undefined>>)[key];
}

function listIn(value: Json | undefined, key: string): readonly Json[] {
  const list = partOf(value, key);
  return Array.isArray(list) ? list : [];
}
