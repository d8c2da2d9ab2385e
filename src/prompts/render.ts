import { ScriptGenError } from '../core/index.ts';
import type { Prompt } from './prompt.ts';

const SLOT = /\{\{(\w+)\}\}/g;

/**
 * Put values into a prompt's `{{slots}}`. Substitution only: a value is never read as a template.
 *
 * @throws ScriptGenError `prompt/missing-variable` for a slot without a value, and for a value without a slot.
 */
export function renderPrompt(
  prompt: Prompt,
  variables: Readonly<Record<string, string>>,
): { system: string; user: string } {
  const wanted = new Set([...`${prompt.system}${prompt.user}`.matchAll(SLOT)].map((match) => match[1] ?? ''));
  const missing = [...wanted].filter((name) => !(name in variables));
  const unknown = Object.keys(variables).filter((name) => !wanted.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new ScriptGenError({
      code: 'prompt/missing-variable',
      message: `prompt ${prompt.name}: ${[...missing.map((n) => `no value for {{${n}}}`), ...unknown.map((n) => `no slot for ${n}`)].join(', ')}`,
      hint: 'The slots of a prompt and the values its generator gives must be the same.',
    });
  }
  const fill = (text: string): string => text.replace(SLOT, (_, name: string) => variables[name] ?? '');
  return { system: fill(prompt.system), user: fill(prompt.user) };
}
