import { ScriptGenError } from '../core/index.ts';
import type { Prompt } from './prompt.ts';

const SLOT = /\{\{(\w+)\}\}/g;
const TAG = /<(\w+)>/g;

/**
 * Put values into a prompt's `{{slots}}`. Substitution only: a value is never read as a template, and none can end the part
 * that it stands in: what looks like one of the prompt's own tags is shown with other brackets.
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
  const tags = new Set([...`${prompt.system}${prompt.user}`.matchAll(TAG)].map((match) => match[1] ?? ''));
  const fill = (text: string): string =>
    text.replace(SLOT, (_, name: string) => withoutTags(variables[name] ?? '', tags));
  return { system: fill(prompt.system), user: fill(prompt.user) };
}

/** A value as it may stand between these tags: `</bible>` becomes `‹/bible›`. */
function withoutTags(value: string, tags: ReadonlySet<string>): string {
  if (tags.size === 0 || !value.includes('<')) return value;
  const own = new RegExp(`<(\\s*/?\\s*(?:${[...tags].join('|')})\\s*/?\\s*)>`, 'gi');
  return value.replace(own, '‹$1›');
}
