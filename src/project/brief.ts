import { FORMATS, type Format } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';
import type { Brief } from '../orchestrator/index.ts';
import { SHAPES } from '../structures/index.ts';

/** Scenes of a script when nobody says: as many as its format aims at. */
export const SCENES: Readonly<Record<Format, number>> = {
  short: SHAPES.short.scenes.target,
  feature: SHAPES.feature.scenes.target,
  'tv-hour': SHAPES['tv-hour'].scenes.target,
  sitcom: SHAPES.sitcom.scenes.target,
};
/** The longest logline that is taken for one, in characters. */
export const LOGLINE_LIMIT = 2000;
/** The most plans of one sequence to choose from. */
export const MOST_CANDIDATES = 5;
/** The most scenes of a script. */
export const SCENE_LIMIT = 200;

/**
 * Check what a script is asked to be, and fill in what was left open.
 *
 * @throws ScriptGenError `input/invalid` for an empty or endless logline, an unknown format, or a number of scenes outside 1 to 200.
 */
export function briefFrom(asked: {
  readonly logline: string;
  readonly format?: string;
  readonly scenes?: number;
}): Brief {
  const logline = asked.logline.replaceAll(/\s+/g, ' ').trim();
  if (logline === '')
    throw invalid(
      'The logline is empty.',
      'Tell the story in one sentence: scriptgen write "A retiring piano tuner …"',
    );
  if (logline.length > LOGLINE_LIMIT) {
    throw invalid(
      `The logline has ${logline.length.toLocaleString('en-US')} characters; ${LOGLINE_LIMIT.toLocaleString('en-US')} are the limit.`,
      'A logline is one sentence. Put the rest into the bibles afterwards.',
    );
  }
  return { logline, ...sizeFrom(asked) };
}

/**
 * Check how long a script is asked to be, and fill in what was left open.
 *
 * @throws ScriptGenError `input/invalid` for an unknown format, or a number of scenes outside 1 to 200.
 */
export function sizeFrom(asked: { readonly format?: string; readonly scenes?: number }): Omit<Brief, 'logline'> {
  const format = asked.format ?? 'short';
  if (!isFormat(format))
    throw invalid(`There is no format ${JSON.stringify(format)}.`, `The formats are: ${FORMATS.join(', ')}.`);
  const scenes = asked.scenes ?? SCENES[format];
  if (!Number.isInteger(scenes) || scenes < 1 || scenes > SCENE_LIMIT) {
    throw invalid(`A script cannot have ${scenes} scenes.`, `Give a whole number from 1 to ${SCENE_LIMIT}.`);
  }
  return { format, scenes };
}

/**
 * Check how many plans there are to be to choose from.
 *
 * @throws ScriptGenError `input/invalid` for anything but a whole number from 1 to 5.
 */
export function candidatesFrom(asked: number | undefined): number {
  const candidates = asked ?? 1;
  if (Number.isInteger(candidates) && candidates >= 1 && candidates <= MOST_CANDIDATES) return candidates;
  throw invalid(
    `There cannot be ${candidates} plans to choose from.`,
    `Give a whole number from 1 to ${MOST_CANDIDATES}.`,
  );
}

function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
