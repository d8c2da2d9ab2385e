import type { ErrorCode } from '../../core/index.ts';
import { type Json, nearest, ScriptGenError, toJson } from '../../core/index.ts';
import type { Choice } from '../../markup/index.ts';
import type { Draft } from '../../orchestrator/index.ts';
import type { Block } from '../../screenplay/index.ts';
import type { Artifact } from '../../steps/index.ts';

/** An alternative draft of one scene. Takes are kept for good: they are paid for. */
export interface Take {
  /** The scene's id. */
  readonly scene: string;
  /** From 1, never used again in its scene; the first draft is take 0. */
  readonly number: number;
  /** What the director was told beside the card. */
  readonly instruction?: string;
  /** `provider/model` */
  readonly model: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** US dollars; `null` when the price is not known. */
  readonly cost: number | null;
  /** Without the heading; absent when it failed. */
  readonly blocks?: readonly Block[];
  /** The steps that wrote it. */
  readonly keys: readonly string[];
  /** Why it failed. */
  readonly error?: { readonly code: ErrorCode; readonly message: string };
}

/** A take with a text. */
export type WrittenTake = Take & Required<Pick<Take, 'blocks'>>;

const FOLDER = 'take/';

/** A take as it is kept: `take/<scene>/<number>`. */
export function takeArtifact(take: Take): Artifact {
  return { name: `${FOLDER}${take.scene}/${take.number}`, value: toJson(take) };
}

/** The takes of a scene among a script's artifacts, in order. */
export function takesIn(artifacts: ReadonlyMap<string, Json>, scene: string): readonly Take[] {
  const own = [...artifacts].filter(([name]) => name.startsWith(`${FOLDER}${scene}/`));
  // Written by this package, in this shape, and only read back.
  return own.map(([, value]) => value as unknown as Take).sort((a, b) => a.number - b.number);
}

/**
 * Numbers for new takes of a scene. One that was begun and stopped before anything of it was kept is gone on with: what
 * was paid for it is in the journal.
 */
export function freeNumbers(takes: readonly Take[], choice: Choice | undefined, count: number): readonly number[] {
  const used = new Set([choice?.take, ...takes.map(({ number }) => number)]);
  const free: number[] = [];
  for (let number = 1; free.length < count; number += 1) if (!used.has(number)) free.push(number);
  return free;
}

/** A take by its number. @throws ScriptGenError `markup/not-found`, also for one that failed. */
export function takeNumbered(takes: readonly Take[], number: number, scene: number): WrittenTake {
  const take = takes.find((one) => one.number === number);
  if (take?.blocks !== undefined) return { ...take, blocks: take.blocks };
  const written = takes.filter(({ blocks }) => blocks !== undefined).map((one) => String(one.number));
  const near = nearest(String(number), written);
  throw new ScriptGenError({
    code: 'markup/not-found',
    message:
      take === undefined
        ? `Scene ${scene} has no take ${number}.`
        : `Take ${number} of scene ${scene} failed: ${take.error?.message ?? 'it has no text'}`,
    hint:
      written.length === 0
        ? `Write some: scriptgen take ${scene}`
        : `Its takes are ${written.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  });
}

/** A draft as a take. */
export function takeOf(
  { scene, blocks, keys, model }: Draft,
  about: Pick<Take, 'number' | 'instruction' | 'time' | 'cost'>,
): Take {
  return { scene, ...about, model, blocks, keys };
}
