import { z } from 'zod';
import { isScriptGenError } from '../core/index.ts';
import type { ChangeOptions } from '../project.ts';

/** Which script, as every tool takes it. */
export const script = z.string().optional().describe('Slug or id of the script; the newest when absent.');
/** What a tool may cost. */
export const maxCost = z
  .number()
  .positive()
  .optional()
  .describe('Stop before this run costs more, in US dollars; what is paid for is kept.');
/** Why something is changed. */
export const reason = z.string().optional().describe('Why, for the log.');

/** An assistant changes things as an agent: what is locked refuses it, and what it adds are drafts. */
export function byAssistant(why: string | undefined): ChangeOptions {
  return { author: 'assistant', isAgent: true, ...(why === undefined ? {} : { reason: why }) };
}

/** Answer as JSON text; errors carry code, message and hint. */
export async function answer(
  work: () => Promise<unknown>,
): Promise<{ content: { type: 'text'; text: string }[]; isError?: boolean }> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await work()) }] };
  } catch (error) {
    if (!isScriptGenError(error)) throw error;
    return { content: [{ type: 'text', text: JSON.stringify(error) }], isError: true };
  }
}
