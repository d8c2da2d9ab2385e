import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bible, Outline, Script } from '../bibles/index.ts';
import { type Note, nearest, ScriptGenError } from '../core/index.ts';
import {
  type BeatRow,
  checkOutline,
  expectedPages,
  type ParsedStructures,
  pageBudget,
  parseStructures,
  SHAPES,
  type Structure,
  type Structures,
  tableOfBeats,
  tensionFit,
} from '../structures/index.ts';
import { packageRoot } from './package-root.ts';

/** The file in a project's folder that adds structures of its own. */
const STRUCTURES_FILE = 'structures.json';

/** What an outline comes to when it is held against a structure. */
export interface OutlineReport {
  readonly script: Script;
  readonly structure: Structure;
  /** What the cards let expect, and what the format has. */
  readonly pages: { readonly expected: number; readonly budget: number };
  readonly beats: readonly BeatRow[];
  /** How well tension follows the structure's curve, -1 to 1; absent where there is none. */
  readonly tensionFit?: number;
  readonly notes: readonly Note[];
}

/** The structures of a project. Reads two files, opens nothing. */
export interface ProjectStructures {
  /** Those that are shipped, then the project's own. */
  list(): readonly Structure[];
  /** @throws ScriptGenError `input/invalid` for a structure that there is not, naming the nearest. */
  get(id: string): Structure;
  /** Keys of the project's file that are not known. */
  readonly warnings: readonly string[];
}

/**
 * The structures of the project in a folder.
 *
 * @throws ScriptGenError `config/invalid` for a broken `structures.json`, with the path.
 */
export function openStructures({ dir = '.' }: { readonly dir?: string | undefined } = {}): ProjectStructures {
  const { structures, warnings } = loadStructures(resolve(dir));
  return { list: () => [...structures.values()], get: (id) => structureNamed(structures, id), warnings };
}

/** The shipped structures, and those of the project's `structures.json`. @throws As {@link openStructures}. */
export function loadStructures(dir: string): ParsedStructures {
  const file = `config/${STRUCTURES_FILE}`;
  const shipped = parseStructures(readFileSync(join(packageRoot(), file), 'utf8'), { file });
  const own = readOwn(join(dir, STRUCTURES_FILE));
  return own === undefined ? shipped : parseStructures(own, { above: shipped.structures });
}

/** Hold a script's outline against a structure: the one that is named, or it was planned by, or its format has. */
export function reportOutline(
  dir: string,
  { script, bible, outline }: { readonly script: Script; readonly bible: Bible; readonly outline: Outline },
  named?: string,
): OutlineReport {
  const { structures } = loadStructures(dir);
  const { format } = script;
  const structure = structureNamed(structures, named ?? outline.plan?.structure ?? SHAPES[format].structure);
  const { cards } = outline;
  const fit = tensionFit(cards, structure);
  return {
    script,
    structure,
    pages: { expected: expectedPages(cards), budget: pageBudget(SHAPES[format], script.scenes || cards.length) },
    beats: tableOfBeats(outline, structure),
    ...(fit === undefined ? {} : { tensionFit: fit }),
    notes: checkOutline({ bible, outline, script, format, structure }),
  };
}

function structureNamed(structures: Structures, id: string): Structure {
  const found = structures.get(id);
  if (found !== undefined) return found;
  const meant = nearest(id, structures.keys());
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `There is no structure ${JSON.stringify(id)}.`,
    hint: meant === undefined ? `The structures are: ${[...structures.keys()].join(', ')}.` : `Did you mean ${meant}?`,
  });
}

function readOwn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${STRUCTURES_FILE} cannot be read.`,
      hint: `Look at ${path}.`,
      cause: error,
    });
  }
}
