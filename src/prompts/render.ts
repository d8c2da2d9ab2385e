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
  const { wanted, tags } = marksOf(prompt);
  const missing = [...wanted].filter((name) => !(name in variables));
  const unknown = Object.keys(variables).filter((name) => !wanted.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new ScriptGenError({
      code: 'prompt/missing-variable',
      message: `prompt ${prompt.name}: ${[...missing.map((n) => `no value for {{${n}}}`), ...unknown.map((n) => `no slot for ${n}`)].join(', ')}`,
      hint: 'The slots of a prompt and the values its generator gives must be the same.',
    });
  }
  const fill = (text: string): string =>
    text.replace(SLOT, (_, name: string) => withoutTags(variables[name] ?? '', tags));
  return { system: fill(prompt.system), user: fill(prompt.user) };
}

/** What stands in a prompt's text: the names of its slots and of its tags. */
interface Marks {
  readonly wanted: ReadonlySet<string>;
  /** Finds any of its tags; absent where it has none. */
  readonly tags: RegExp | undefined;
}

function marksOf(prompt: Prompt): Marks {
  const known = marks.get(prompt);
  if (known !== undefined) return known;
  const named = (pattern: RegExp): ReadonlySet<string> =>
    new Set([...`${prompt.system}${prompt.user}`.matchAll(pattern)].map((match) => match[1] ?? ''));
  const tags = [...named(TAG)];
  const own = tags.length === 0 ? undefined : new RegExp(`<(\\s*/?\\s*(?:${tags.join('|')})\\s*/?\\s*)>`, 'gi');
  const made = { wanted: named(SLOT), tags: own };
  marks.set(prompt, made);
  return made;
}

/** Prompts are values, and each is rendered many times. */
const marks = new WeakMap<Prompt, Marks>();

/** A value as it may stand between these tags: `</bible>` becomes `‹/bible›`. */
function withoutTags(value: string, tags: RegExp | undefined): string {
  return tags === undefined || !value.includes('<') ? value : value.replace(tags, '‹$1›');
}
