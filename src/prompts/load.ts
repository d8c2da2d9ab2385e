import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScriptGenError, sha256 } from '../core/index.ts';
import { didYouMean, isOwnName, type PromptConfig, readConfig } from './config.ts';
import type { PromptFault, PromptSource, Prompts } from './prompt.ts';
import { readText } from './text.ts';

/** All prompts as they are, and what is wrong with them. */
export interface ReadPrompts {
  /** Those that could be read, in the order of the shipped `prompts.json`. */
  readonly prompts: ReadonlyMap<string, PromptSource>;
  readonly faults: readonly PromptFault[];
  /** Markdown files in the project's folder `prompts` that no prompt reads. */
  readonly unused: readonly PromptFault[];
}

/**
 * Read every prompt named in `config/prompts.json` from its Markdown file: `# System`, then `# User`.
 *
 * A project's own are laid over them: its `prompts.json` by name, and a file in its folder `prompts` that is called like
 * a shipped one takes that one's place. Its `prompts.json` may name more, for agents of its own; they come last.
 *
 * @param root - the folder that holds `config/` and `prompts/`.
 * @param project - the project's folder.
 */
export function readPrompts(root: string, project?: string): ReadPrompts {
  const shipped = readConfig('config/prompts.json', readIfThere(join(root, 'config/prompts.json')) ?? '');
  const text = project === undefined ? undefined : readIfThere(join(project, 'prompts.json'));
  const known = new Set(Object.keys(shipped.prompts));
  const over = text === undefined ? undefined : readConfig('prompts.json', text, known);
  const faults = [...shipped.faults, ...(over?.faults ?? [])];
  const prompts = new Map<string, PromptSource>();
  const own = Object.entries(over?.prompts ?? {}).filter(
    ([name, { file }]) => file !== undefined && isOwnName(name, known),
  );
  for (const [name, entry] of [...Object.entries(shipped.prompts), ...own]) {
    const read = readOne(name, { shipped: entry, own: over?.prompts[name] ?? {} }, { root, project });
    faults.push(...read.faults);
    if (read.prompt !== undefined) prompts.set(name, read.prompt);
  }
  return { prompts, faults, unused: project === undefined ? [] : unusedFiles(project, shipped.prompts, over?.prompts) };
}

/**
 * Read every prompt, as {@link readPrompts} does, and insist that all are right.
 *
 * @throws ScriptGenError `config/invalid`, with file and line, for a prompt that is not there or cannot be rendered.
 */
export function loadPrompts(root: string, project?: string): Prompts {
  const { prompts, faults } = readPrompts(root, project);
  const [first, ...others] = faults;
  if (first === undefined) return prompts;
  const more = others.length === 0 ? '' : ` ${others.length} more: scriptgen prompts check`;
  throw new ScriptGenError({
    code: 'config/invalid',
    message: `${placeOf(first)}: ${first.message}`,
    hint: `${first.hint}${more}`,
  });
}

/** `prompts/scene-direct.md:12` */
export function placeOf({ file, line }: Pick<PromptFault, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

function readOne(
  name: string,
  { shipped, own }: { readonly shipped: PromptConfig[string]; readonly own: PromptConfig[string] },
  { root, project }: { readonly root: string; readonly project: string | undefined },
): { readonly prompt?: PromptSource; readonly faults: readonly PromptFault[] } {
  const file = own.file ?? shipped.file ?? '';
  const path = `prompts/${file}`;
  const ours = project === undefined ? undefined : readIfThere(join(project, path));
  // A file that the project names must be its own, unless it is the shipped one's name.
  const text = ours ?? (file === shipped.file ? readIfThere(join(root, path)) : undefined);
  if (text === undefined) {
    const hint = `Make the file, or take the shipped text: scriptgen prompts eject ${name}`;
    return { faults: [{ file: path, message: `the file of the prompt ${name} is missing`, hint }] };
  }
  const { variables } = shipped;
  const other = (own.variables ?? []).filter((one) => variables !== undefined && !variables.includes(one));
  const changed = other.map((one) => ({
    file: 'prompts.json',
    message: `${name} is given no variable ${one}`,
    hint: didYouMean(one, variables ?? []),
  }));
  const { parts, faults } = readText(path, text, variables);
  if (parts === undefined) return { faults: [...changed, ...faults] };
  const about = { name, role: own.role ?? shipped.role ?? 'planner', file, variables: variables ?? [] };
  const source = ours === undefined ? ('shipped' as const) : ('project' as const);
  return { prompt: { ...about, source, version: sha256(text).slice(0, 8), ...parts }, faults: [...changed, ...faults] };
}

function unusedFiles(project: string, shipped: PromptConfig, own: PromptConfig = {}): readonly PromptFault[] {
  const used = new Set(Object.entries({ ...own, ...shipped }).map(([name, { file }]) => own[name]?.file ?? file ?? ''));
  return filesIn(join(project, 'prompts'))
    .filter((file) => file.endsWith('.md') && !used.has(file))
    .map((file) => ({ file: `prompts/${file}`, message: 'no prompt reads this file', hint: didYouMean(file, used) }));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(folder, error);
  }
}

/** A text file without a byte order mark, with plain line ends; `undefined` when there is none. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw unreadable(path, error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unreadable(path: string, cause: unknown): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message: `${path} cannot be read.`,
    hint: 'Look at its rights.',
    cause,
  });
}
