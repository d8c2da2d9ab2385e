import type { Flag } from './flags.ts';

/** A command line that was read. */
export interface PlainLine {
  readonly words: readonly string[];
  /** Values of flags by their names as variables: `sceneNumbers` for `--scene-numbers`. */
  readonly flags: Readonly<Record<string, unknown>>;
}

/**
 * Read the arguments of a command when nothing is wrong with them and no help is asked for, as nearly always, without
 * Commander, which takes longer to load than a short command runs. It gives what Commander would; `undefined` for all
 * else, so that whatever there is to say about a command line is said by Commander.
 */
export function readPlainLine(args: readonly string[], known: readonly Flag[]): PlainLine | undefined {
  const words: string[] = [];
  const flags: Record<string, unknown> = {};
  for (const [told] of known) if (told.startsWith('--no-')) flags[variable(told)] = true;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-' || !arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const [name = '', given] = splitAt(arg);
    const flag = known.find(([told]) => told === name || told.startsWith(`${name} `));
    if (flag === undefined) return undefined;
    const [told, , read] = flag;
    if (told === name) {
      if (given !== undefined) return undefined;
      flags[variable(told)] = !told.startsWith('--no-');
      continue;
    }
    if (given === undefined) index += 1;
    const text = given ?? args[index];
    if (text === undefined || text.startsWith('-')) return undefined;
    try {
      flags[variable(name)] = read === undefined ? text : read(text);
    } catch {
      return undefined;
    }
  }
  return { words, flags };
}

function splitAt(arg: string): readonly [name: string, given?: string] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

function variable(name: string): string {
  return name.replace(/^--(?:no-)?/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
