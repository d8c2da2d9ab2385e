import type { Story } from '../../agents/index.ts';
import { type Bible, checkCards, checkContent, type Entry, nextVersion } from '../../bibles/index.ts';
import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Models } from '../../llm/index.ts';
import { type Choice, NO_MARKUP } from '../../markup/index.ts';
import { ROLES, withText } from '../../prompts/index.ts';
import type { Run } from '../../steps/index.ts';
import { cardNamed, kindNamed } from '../bible/desk.ts';
import { findEntry } from '../bible/find-entry.ts';
import { withField } from '../bible/read-field.ts';
import { changedOutline } from '../outline/change.ts';
import type { Proposed } from './proposed.ts';

/** A story, and how it is asked for. */
export interface Supposed {
  readonly story: Story;
  readonly run: Run;
}

/**
 * The story and the run as they would be with a change. Pure: nothing is written, and nothing asked.
 *
 * @throws ScriptGenError as making the change would.
 */
export function suppose(now: Supposed, change: Proposed, requestFor: Models['requestFor']): Supposed {
  const { story, run } = now;
  switch (change.type) {
    case 'entry':
      return { run, story: { ...story, bible: withEntry(story.bible, change) } };
    case 'model':
      return { story, run: withModel(run, change, requestFor) };
    case 'prompt':
      return { story, run: withPrompt(run, change) };
    case 'instruction':
      return { run, story: withInstruction(story, change) };
    default: {
      const outline = changedOutline(story, change);
      checkCards(story.bible, story.outline, outline);
      return { run, story: { ...story, outline } };
    }
  }
}

function withEntry(bible: Bible, { entry: asked, field, value }: Proposed & { readonly type: 'entry' }): Bible {
  const entry = findEntry(bible.entries, asked);
  const kinds = bible.kinds ?? new Map();
  const content = withField(entry, kindNamed(kinds, entry.kind), field, value);
  checkContent(kinds, entry.kind, content);
  const { contentHash: _, ...head } = nextVersion(content, { ...entry, contentHash: '' });
  const changed: Entry = { ...entry, ...head };
  return { ...bible, entries: bible.entries.map((one) => (one === entry ? changed : one)) };
}

function withModel(
  run: Run,
  { role, model }: Proposed & { readonly type: 'model' },
  requestFor: Models['requestFor'],
): Run {
  if (role !== undefined && !ROLES.includes(role)) throw unknown('role', role, ROLES);
  const asked = requestFor(model);
  if (role === 'repair') return { ...run, repair: asked };
  return { ...run, models: (one) => (role === undefined || one === role ? asked : run.models(one)) };
}

function withPrompt(run: Run, { prompt: name, text }: Proposed & { readonly type: 'prompt' }): Run {
  const prompt = run.prompts.get(name);
  if (prompt === undefined) throw unknown('prompt', name, [...run.prompts.keys()]);
  const read = withText(prompt, text);
  return { ...run, prompts: new Map([...run.prompts, [name, read]]) };
}

function withInstruction(story: Story, { scene: asked, text }: Proposed & { readonly type: 'instruction' }): Story {
  const { id: scene } = cardNamed(story.outline, asked, story.script.title);
  const markup = story.markup ?? NO_MARKUP;
  const { instruction: _, ...before } = markup.choices.get(scene) ?? PROPOSED;
  const choice: Choice = { ...before, scene, ...(text === '' ? {} : { instruction: text }) };
  return { ...story, markup: { ...markup, choices: new Map([...markup.choices, [scene, choice]]) } };
}

/** A choice that nobody made yet. */
const PROPOSED: Omit<Choice, 'scene'> = {
  take: 0,
  by: { type: 'person', name: '' },
  time: '',
  reason: '',
  version: 0,
};

function unknown(what: string, name: string, known: readonly string[]): ScriptGenError {
  const near = nearest(name, known);
  return new ScriptGenError({
    code: 'input/invalid',
    message: `There is no ${what} named ${JSON.stringify(name)}.`,
    hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`,
  });
}
