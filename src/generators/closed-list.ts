import { z } from 'zod';

/** One of a closed list. Of an empty list nothing can be named, and nothing but an empty text fits. */
export function oneOf(names: readonly string[]): z.ZodType<string> {
  const [first, ...rest] = names;
  return first === undefined ? z.literal('') : z.enum([first, ...rest]);
}

/** Any of a closed list. Of an empty list there is nothing to choose. */
export function someOf(names: readonly string[]): z.ZodType<string[]> {
  return names.length === 0 ? z.array(z.string()).max(0) : z.array(oneOf(names));
}
