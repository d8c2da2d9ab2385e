import { z } from 'zod';
import type { ChangeOptions } from '../project.ts';

/** Who changes something and why, as a body says it. */
export const WHY = { reason: z.string().optional(), author: z.string().optional() };

/** The options that were given: what is left out is not there. */
export function given(why: {
  readonly reason?: string | undefined;
  readonly author?: string | undefined;
}): Pick<ChangeOptions, 'reason' | 'author'> {
  return present({ reason: why.reason, author: why.author });
}

/** A value without the fields that are not there. */
export function present<T extends object>(value: T): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Field in keyof T]?: Exclude<T[Field], undefined>;
  };
}
