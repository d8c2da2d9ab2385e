import type { Context } from 'hono';
import type { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';

/** Read the query of a request. @throws ScriptGenError `input/invalid` for what its schema does not allow. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `The query is not what was expected: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  });
}
