import type { Context } from 'hono';
import type { z } from 'zod';
import { ScriptGenError } from '../core/index.ts';

/** Read the body of a request. @throws ScriptGenError `input/invalid` for what its schema does not allow. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  return checked(await c.req.json().catch(() => undefined), schema);
}

/** The same of a request that may come without a body: then it says nothing. @throws As {@link readBody}. */
export async function readAnyBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const isEmpty = (await c.req.text()).trim() === '';
  return isEmpty ? checked({}, schema) : readBody(c, schema);
}

function checked<T>(body: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `The request body is not what was expected: ${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`,
    hint: 'Send JSON with content-type application/json.',
  });
}
