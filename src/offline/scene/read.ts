import { z } from 'zod';
import { canonicalJson, type Json, sha256 } from '../../core/index.ts';
import type { SceneBrief } from '../../generators/index.ts';
import { type Speaking, voiceOf } from './speaking.ts';

export const Brief = z.object({
  heading: z.string(),
  cast: z.array(z.string()),
  speakers: z.array(z.string()),
  lead: z.string(),
  goal: z.string(),
  opposition: z.string(),
  turn: z.object({ from: z.string(), to: z.string() }),
  tension: z.number(),
  beats: z.array(z.string()),
  pattern: z.string(),
  length: z.enum(['flash', 'short', 'standard', 'setPiece']),
  firstVisit: z.boolean(),
  learns: z.array(z.object({ character: z.string(), fact: z.string() })),
  /** Of a deliberate new sample. */
  take: z.number().optional(),
});
/** What only some who read a scene read of its card: no choice that all of them must make alike may rest on it. */
export const Craft = z.object({
  extras: z.array(z.object({ name: z.string(), sketch: z.string() })).optional(),
  image: z.string().optional(),
  plants: z.array(z.string()).optional(),
  payoffs: z.array(z.string()).optional(),
});
const Entry = z.object({ kind: z.string(), name: z.string(), fields: z.record(z.string(), z.unknown()) });

/** The part of an input that every scene task reads. */
export const Scene = z.object({ scene: Brief, bible: z.array(Entry) });
/** One element of a draft. */
export const Element = z.object({
  type: z.enum(['action', 'line', 'transition']),
  character: z.string(),
  extension: z.enum(['', 'V.O.', 'O.S.']),
  parenthetical: z.string(),
  text: z.string(),
});
export type ReadScene = z.infer<typeof Scene>;

/** A text field of an entry of the bible; `''` when the viewer sees none. */
export function fieldOf(input: ReadScene, name: string, field: string): string {
  const value = input.bible.find((entry) => entry.name === name)?.fields[field];
  return typeof value === 'string' ? value : '';
}

const Voice = z.object({
  vocabulary: z.string().optional(),
  sentences: z.string().optional(),
  avoids: z.string().optional(),
  address: z.string().optional(),
});

/** How somebody speaks, from the voice in the bible or, without one, from the name. */
export function voiceIn(input: ReadScene, name: string): Speaking {
  const found = input.bible.find((entry) => entry.kind === 'character' && entry.name === name)?.fields['voice'];
  const voice = Voice.safeParse(found);
  return voiceOf(voice.success ? voice.data : { sentences: typeof found === 'string' ? found : name });
}

/** The seed that all tasks of one scene share. */
export function seedOf(scene: SceneBrief): string {
  return sha256(canonicalJson({ ...scene } as unknown as Json));
}
