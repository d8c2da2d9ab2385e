import type { z } from 'zod';
import type { Json, Reference } from '../core/index.ts';
import type { Run } from './run.ts';

/** One typed question: where it stands in the build, what it reads, and the shape of its answer. */
export interface StepAsk<T> {
  /** The place in the build: `bible/premise`, `sc_1f…/direct`. Unique within a run. */
  readonly slot: string;
  /** The scene it belongs to, by id. */
  readonly scene?: string;
  /** The prompt's name, which is also the task's. */
  readonly prompt: string;
  readonly variables: Readonly<Record<string, string>>;
  /** What the prompt was rendered from, as data. */
  readonly input: object;
  readonly schema: z.ZodType<T>;
  readonly references: readonly Reference[];
  /** 0 for the first answer, 1, 2 … for a deliberate new sample. */
  readonly take?: number;
}

export async function step<T>(run: Run, ask: StepAsk<T>): Promise<T> {
  throw new Error(`not yet: ${run.id} ${ask.slot} ${null as Json}`);
}
