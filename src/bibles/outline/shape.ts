import { z } from 'zod';
import type { SceneCard } from '../card.ts';

const known = z.array(z.strictObject({ character: z.string(), fact: z.string().min(1) }));

/** What a person may say of a scene: a card without its id and version, which are the store's. */
export const CardShape = z.strictObject({
  interior: z.boolean(),
  setting: z.string().min(1),
  time: z.string(),
  cast: z.array(z.string()),
  speakers: z.array(z.string()),
  lead: z.string(),
  goal: z.string(),
  opposition: z.string(),
  turn: z.strictObject({ from: z.string(), to: z.string() }),
  tension: z.number().min(1).max(10),
  beats: z.array(z.string().min(1)),
  pattern: z.string(),
  length: z.enum(['flash', 'short', 'standard', 'setPiece']),
  storyTime: z.number().optional(),
  mode: z.enum(['present', 'flashback', 'flash-forward', 'dream']).optional(),
  learns: known,
  becauseOf: z.array(z.string()),
  threads: z.array(z.string()),
  synopsis: z.string(),
  change: z.enum(['better', 'worse', 'mixed']).optional(),
  beat: z.string().optional(),
  setsUp: z.array(z.string()).optional(),
  paysOff: z.array(z.string()).optional(),
  uses: known.optional(),
  extras: z.array(z.strictObject({ name: z.string().min(1), sketch: z.string() })).optional(),
  image: z.string().optional(),
});

/** The fields of a card that people change. */
export type CardFields = Omit<SceneCard, 'id' | 'version'>;

/** Some of them. One that is there and `undefined` is taken away. */
export type CardChange = { readonly [K in keyof CardFields]?: CardFields[K] | undefined };
