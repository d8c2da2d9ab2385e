import type { Format, Outline } from '../bibles/index.ts';
import { deriveId, ScriptGenError } from '../core/index.ts';
import { type CoveredScript, coveredScript, type Part, partsFor } from '../coverage/index.ts';
import { type CoverageReadAnswer, readPart } from '../generators/index.ts';
import { estimateTokens } from '../llm/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import type { Structure } from '../structures/index.ts';

/** A script to report on, and what is known of it besides its text. */
export interface CoverageTask {
  readonly script: Screenplay;
  /** How it is called where its title page does not say. */
  readonly name: string;
  readonly form?: Format | undefined;
  /** Where the script was written from one; its cards show structure, and what happens when nobody reads. */
  readonly outline?: Outline | undefined;
  /** The structure that the outline was planned by. */
  readonly structure?: Structure | undefined;
  /** Where one was given; it stands in the report when nobody reads. */
  readonly logline?: string | undefined;
  /** The day of the report: `2026-11-26`. */
  readonly date: string;
  readonly analyst: string;
  /** Whether setting and production values are judged too. */
  readonly setting: boolean;
  readonly isLanguageModel: boolean;
  readonly remarks: readonly string[];
}

/** A part that is read in one question. */
export interface NamedPart {
  /** Made of its first heading, so that other parts may come and go. */
  readonly id: string;
  readonly scenes: Part;
}

/** A script cut into what is asked. */
export interface CutScript extends CoveredScript {
  readonly parts: readonly NamedPart[];
}

/** Cut a script into parts. @throws ScriptGenError `input/invalid` when nothing in it can be read. */
export function cutScript({ script, name, outline }: CoverageTask): CutScript {
  const covered = coveredScript(script);
  if (covered.scenes.every(({ text }) => text === ''))
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is nothing to read in ${name}.`,
      hint: 'A script needs a scene with action or dialogue.',
    });
  const sequences = outline?.plan?.sequences.map(({ scenes }) => scenes);
  const seen = new Map<string, number>();
  const parts = partsFor(covered.scenes, { sequences, tokensOf: estimateTokens }).map((scenes): NamedPart => {
    const heading = scenes[0]?.heading ?? '';
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return { id: deriveId('cp', heading, String(before)), scenes };
  });
  return { ...covered, parts };
}

/** Ask the reader about one part. */
export function askPart(run: Run, { id, scenes }: NamedPart, title: string): Promise<CoverageReadAnswer> {
  return readPart(
    run,
    { part: id, script: run.script },
    { title, scenes: scenes.map(({ heading, text }) => ({ heading, text })) },
  );
}

/** Which scenes a part has, as people say it: `Scenes 4-9`. */
export function scenesText(scenes: Part): string {
  const [from = '', to = ''] = [scenes[0]?.number, scenes.at(-1)?.number];
  return from === to ? `Scene ${from}` : `Scenes ${from}-${to}`;
}
