import type { DocumentFormat, PrintOptions } from '../document/index.ts';
import type { Screenplay } from '../screenplay/tree.ts';
import type { CommonFlags } from './cli.ts';
import { invalid } from './failure.ts';
import type { Flag } from './flags.ts';
import { oneOf } from './options.ts';

/** The flags that say how a script is printed. */
export interface PrintFlags extends CommonFlags {
  readonly paper?: (typeof PAPERS)[number];
  readonly sceneNumbers?: 'none' | 'left' | 'right' | 'both';
  readonly headingSpacing?: '1' | '2';
  readonly numberScenes?: true;
  readonly pages?: true;
  readonly notes?: true;
  readonly source?: true;
  readonly force?: true;
}

/** The pages that a script can be laid out for. */
export const PAPERS = ['us', 'a4', 'finaldraft'] as const;

/** The flags of {@link PrintFlags}. */
export const PRINT_FLAGS: readonly Flag[] = [
  ['--paper <name>', 'us, a4, or finaldraft (its own page)', oneOf('--paper', PAPERS)],
  [
    '--scene-numbers <where>',
    'on pages: none, left, right or both',
    oneOf('--scene-numbers', ['none', 'left', 'right', 'both']),
  ],
  [
    '--heading-spacing <lines>',
    'on pages: blank lines above a scene heading, 1 or 2',
    oneOf('--heading-spacing', ['1', '2']),
  ],
  ['--number-scenes', 'number the scenes; those that have a number keep it'],
  ['--pages', 'html: show the pages as they are printed'],
  ['--notes', 'html: show notes and synopses too'],
  ['--source', 'json: keep the text it was read from'],
  ['--force', 'replace files that are there'],
];

/** What the flags ask of the printer. */
export function printOptions(flags: PrintFlags): PrintOptions {
  const { paper, sceneNumbers, headingSpacing, pages = false, notes = false, source = false } = flags;
  return {
    layout: {
      ...(paper === undefined ? {} : { profile: paper }),
      ...(sceneNumbers === undefined ? {} : { sceneNumbers }),
      ...(headingSpacing === undefined ? {} : { headingSpacing: headingSpacing === '2' ? 2 : 1 }),
    },
    pages,
    notes,
    source,
  };
}

/** The script as the flags want it printed: with its scenes numbered where that is asked for. */
export async function preparedScript(script: Screenplay, { numberScenes }: PrintFlags): Promise<Screenplay> {
  if (!numberScenes) return script;
  const { numberScenes: number } = await import('../screenplay/production/number-scenes.ts');
  return number(script, { locked: true });
}

/** Which formats a flag is for. */
const USED_BY: readonly (readonly [flag: string, key: keyof PrintFlags, formats: readonly DocumentFormat[]])[] = [
  ['--paper', 'paper', ['pdf', 'txt', 'html']],
  ['--scene-numbers', 'sceneNumbers', ['pdf', 'txt', 'html']],
  ['--heading-spacing', 'headingSpacing', ['pdf', 'txt', 'html']],
  ['--pages', 'pages', ['html']],
  ['--notes', 'notes', ['html']],
  ['--source', 'source', ['json']],
];

/**
 * Refuse a flag that none of the formats has a use for, so that nobody waits for what it does.
 * @throws ScriptGenError `input/invalid`.
 */
export function checkPrintFlags(flags: PrintFlags, formats: readonly DocumentFormat[]): void {
  for (const [flag, key, users] of USED_BY) {
    if (flags[key] === undefined || formats.some((format) => users.includes(format))) continue;
    throw invalid(`${flag} is for ${users.join(', ')}, and this writes ${formats.join(', ')}`, `leave ${flag} away`);
  }
  const onPages = flags.paper ?? flags.sceneNumbers ?? flags.headingSpacing;
  const laidOut = formats.some((format) => format === 'pdf' || format === 'txt');
  if (onPages === undefined || laidOut || flags.pages) return;
  throw invalid('HTML to read has no pages', 'add --pages to show the pages as they are printed');
}
