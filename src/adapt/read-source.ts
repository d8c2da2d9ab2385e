import { isUtf8 } from 'node:buffer';
import type { Note } from '../core/index.ts';
import { ScriptGenError } from '../core/index.ts';
import { decodeText, endingOf, loadBytes, parseDocument, type ReadOptions } from '../document/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import { readScenes } from './scenes.ts';
import type { Source } from './source.ts';
import { titleIn } from './title.ts';

/** The longest source that is taken, in UTF-16 units: "War and Peace" has 3.2 million in English. */
export const SOURCE_LIMIT = 4_000_000;

/**
 * Read what a story is to be written from, and tell what it is: a screenplay by parsing it, an outline by its list of
 * scenes, else prose.
 *
 * @param path A text in UTF-8, or in UTF-16 with a byte order mark: Markdown, plain text, Fountain, Final Draft. `-` for
 * standard input, where there is one.
 * @throws ScriptGenError `input/invalid` when it is not there, empty, no text, in another encoding, or too long.
 */
export async function readSource(path: string, options: ReadOptions = {}): Promise<Source> {
  return parseSource(await loadBytes(path, options), path === '-' ? 'standard input' : (options.name ?? path));
}

/** The same of bytes that were read already. @throws ScriptGenError As {@link readSource}. */
export async function parseSource(bytes: Uint8Array, name: string): Promise<Source> {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const { screenplay, format, notes } = await parseDocument(bytes, name);
  if (!isMarked && !isUtf8(bytes))
    throw invalid(
      `${name} is not valid UTF-8: its letters would be guessed`,
      'Save it as UTF-8, or as UTF-16 with a byte order mark.',
    );
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '');
  return sourceOf(text, { name, screenplay, isScript: format !== 'fountain', notes });
}

interface Told {
  readonly name: string;
  readonly screenplay: Screenplay;
  /** Whether the file can be nothing else than a screenplay. */
  readonly isScript: boolean;
  readonly notes: readonly Note[];
}

function sourceOf(text: string, { name, screenplay, isScript, notes }: Told): Source {
  if (text.trim() === '')
    throw invalid(`${name} is empty`, 'Give it a story: a treatment, a list of scenes, a script.');
  if (text.length > SOURCE_LIMIT)
    throw invalid(
      `${name} has ${text.length.toLocaleString('en-US')} characters; ${SOURCE_LIMIT.toLocaleString('en-US')} are the limit`,
      'Write from one volume of it, or from a synopsis.',
    );
  const own = { name, text, notes: notes.filter(({ rule }) => !rule.startsWith('fountain/')) };
  if (isScript || isScreenplay(screenplay, name)) return { kind: 'screenplay', screenplay, ...own, notes };
  const title = titleIn(text);
  const scenes = readScenes(text);
  return scenes === undefined ? { kind: 'prose', title, ...own } : { kind: 'outline', title, scenes, ...own };
}

/**
 * Whether a text that parses as Fountain, as any does, is a screenplay: it has a scene heading, and somebody speaks twice
 * or its file is named as one. A line in capitals over a paragraph of prose is read as a cue, a heading seldom is.
 */
function isScreenplay({ children }: Screenplay, name: string): boolean {
  const count = (type: string): number => children.filter((block) => block.type === type).length;
  if (count('sceneHeading') === 0) return false;
  return count('dialogue') + count('dualDialogue') >= 2 || ['fountain', 'spmd'].includes(endingOf(name));
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
