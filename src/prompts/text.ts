import { nearest } from '../core/index.ts';
import { didYouMean } from './config.ts';
import type { Prompt, PromptFault } from './prompt.ts';

/** A text in its two parts, or what is wrong with it. */
export interface ReadText {
  readonly parts: Pick<Prompt, 'system' | 'user'> | undefined;
  readonly faults: readonly PromptFault[];
}

/** Split a prompt's text into its parts, and hold its `{{variables}}` against those that there are; without, all are right. */
export function readText(file: string, text: string, variables: readonly string[] | undefined): ReadText {
  const match = /^# System\n(?<system>[\s\S]*?)\n# User\n(?<user>[\s\S]*)$/.exec(text);
  if (!match?.groups) {
    const message = "it has no '# System' part followed by a '# User' part";
    const hint = 'Give the file both headings, in this order, each on a line of its own.';
    return { parts: undefined, faults: [{ file, message, hint }] };
  }
  const { system = '', user = '' } = match.groups;
  const faults = variables === undefined ? [] : variableFaults(file, text, variables);
  return { parts: { system: system.trim(), user: user.trim() }, faults };
}

function variableFaults(file: string, text: string, variables: readonly string[]): readonly PromptFault[] {
  const used = [...text.matchAll(/\{\{([^{}\n]*)\}\}|\{\{|\}\}/g)].map(({ 0: mark, 1: name, index }) => ({
    mark,
    name,
    line: text.slice(0, index).split('\n').length,
  }));
  const names = new Set(used.map(({ name }) => name));
  const missing = variables.filter((name) => !names.has(name));
  const strange = used.flatMap(({ mark, name, line }): readonly PromptFault[] => {
    if (name !== undefined && variables.includes(name)) return [];
    if (name === undefined) return [{ file, line, message: `${mark} stands alone`, hint: 'A variable is {{name}}.' }];
    if (variables.includes(name.trim())) {
      return [{ file, line, message: `${mark} has spaces`, hint: `Write {{${name.trim()}}}.` }];
    }
    const hint = didYouMean(name, nearest(name, missing) === undefined ? variables : missing);
    return [{ file, line, message: `there is no variable ${mark}`, hint }];
  });
  // What is written with a slip is told there, and not again as missing.
  const wrong = used.flatMap(({ name }) => (name === undefined || variables.includes(name) ? [] : [name.trim()]));
  const meant = new Set(wrong.map((name) => nearest(name, missing)));
  const lost = missing.filter((name) => !meant.has(name));
  return [
    ...strange,
    ...lost.map((name) => ({
      file,
      message: `it does not use {{${name}}}`,
      hint: `Put {{${name}}} where it belongs: what a prompt does not show, the model does not know.`,
    })),
  ];
}
