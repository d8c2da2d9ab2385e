import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ScriptGenError } from '../core/index.ts';
import { estimateTokens } from '../llm/index.ts';
import { didYouMean, type PromptFault, type PromptSource, readPrompts } from '../prompts/index.ts';
import { packageRoot } from './package-root.ts';

/** A prompt of a project. */
export interface PromptSummary extends Pick<PromptSource, 'name' | 'role' | 'version' | 'source' | 'variables'> {
  /** The absolute path of its text. */
  readonly path: string;
  /** About how many tokens its text takes, without what is put into it. */
  readonly tokens: number;
}

/** What became of a prompt that was to be copied: `kept` when the project has a file of that name already. */
export interface EjectedPrompt {
  readonly name: string;
  readonly path: string;
  readonly state: 'written' | 'kept';
}

/** The prompts of a project, for looking at them and changing them. None of it opens the project or asks a model. */
export interface ProjectPrompts {
  /** Those that can be read, in the order of the work. */
  list(): readonly PromptSummary[];
  /** The text of one, as it stands in its file. @throws ScriptGenError `input/invalid`, naming the nearest. */
  text(name: string): Promise<string>;
  /** What is wrong with them, files that none of them reads included. */
  check(): readonly PromptFault[];
  /**
   * Copy shipped texts, all unless some are named, into the project's folder `prompts`, to be edited there. A file that
   * is there is left alone.
   * @throws ScriptGenError `input/invalid` for a name that no prompt has, before anything is copied.
   */
  eject(names?: readonly string[]): Promise<readonly EjectedPrompt[]>;
}

/** The prompts of the project in a folder. */
export function openPrompts({ dir = '.' }: { readonly dir?: string | undefined } = {}): ProjectPrompts {
  const root = packageRoot();
  const home = resolve(dir);
  const read = () => readPrompts(root, home);
  const pathOf = ({ source, file }: Pick<PromptSource, 'source' | 'file'>): string =>
    join(source === 'project' ? home : root, 'prompts', file);
  return {
    list: () =>
      [...read().prompts.values()].map((prompt) => {
        const { name, role, version, source, variables, system, user } = prompt;
        const tokens = estimateTokens(system) + estimateTokens(user);
        return { name, role, version, source, variables, path: pathOf(prompt), tokens };
      }),
    text: (name) => readFile(pathOf(promptNamed(read().prompts, name)), 'utf8'),
    check: () => {
      const { faults, unused } = read();
      return [...faults, ...unused];
    },
    eject: async (names) => {
      const shipped = readPrompts(root).prompts;
      const prompts = [...new Set(names ?? shipped.keys())].map((name) => promptNamed(shipped, name));
      await mkdir(join(home, 'prompts'), { recursive: true });
      return Promise.all(prompts.map(({ name, file }) => copyInto(home, name, { from: join(root, 'prompts'), file })));
    },
  };
}

async function copyInto(
  home: string,
  name: string,
  { from, file }: { readonly from: string; readonly file: string },
): Promise<EjectedPrompt> {
  const path = join(home, 'prompts', file);
  if (existsSync(path)) return { name, path, state: 'kept' };
  // Never over a file, also not over one that is made in this moment.
  await copyFile(join(from, file), path, constants.COPYFILE_EXCL);
  return { name, path, state: 'written' };
}

function promptNamed(prompts: ReadonlyMap<string, PromptSource>, name: string): PromptSource {
  const found = prompts.get(name);
  if (found !== undefined) return found;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `There is no prompt named ${JSON.stringify(name)}.`,
    hint: didYouMean(name, prompts.keys()),
  });
}
