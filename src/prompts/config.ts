import { z } from 'zod';
import { nearest } from '../core/index.ts';
import { type PromptFault, ROLES } from './prompt.ts';

const Entry = z.strictObject({
  file: z
    .string()
    .regex(/^[\w-]+\.md$/)
    .optional()
    .describe("A Markdown file in the folder prompts: '# System', then '# User', with {{variables}}."),
  role: z.enum(ROLES).optional().describe('The agent that asks; models.json may name a model for it.'),
  variables: z
    .array(z.string().regex(/^\w+$/))
    .optional()
    .describe('What the text must hold as {{name}}. The question gives them, so a project cannot change them.'),
});

const Config = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  prompts: z
    .record(z.string().regex(/^[a-z]+\.[a-z]+$/), Entry)
    .describe("Prompts by name, noun first: scene.direct. The name is also the task's in the journal."),
});

/** What `prompts.json` says of each prompt. */
export type PromptConfig = Readonly<Record<string, z.infer<typeof Entry>>>;

/** The JSON Schema of `prompts.json`, as it is shipped in `config/prompts.schema.json`. */
export function promptsSchema(): object {
  const about =
    'Which file holds each prompt, and whom it speaks to. A project lays its own prompts.json over the shipped one.';
  return { title: 'ScriptGen prompts', description: about, ...z.toJSONSchema(Config, { io: 'input' }) };
}

/**
 * Read the text of a `prompts.json`. With `known`, the names that there are, any other is a fault, unless it is one of the
 * project's own: with a file, and in no area of those that there are, so that a slip is none.
 */
export function readConfig(
  file: string,
  text: string,
  known?: ReadonlySet<string>,
): { readonly prompts: PromptConfig; readonly faults: readonly PromptFault[] } {
  const json = readJson(text);
  if ('problem' in json) return { prompts: {}, faults: [fault(file, text, json)] };
  const parsed = Config.safeParse(json.value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) =>
      fault(file, text, { path: issue.path, ...tell(issue, json.value) }),
    );
    return { prompts: {}, faults };
  }
  const strange = Object.entries(parsed.data.prompts).flatMap(([name, { file: own }]) =>
    known === undefined || known.has(name) || (own !== undefined && isOwnName(name, known)) ? [] : [name],
  );
  return {
    prompts: parsed.data.prompts,
    faults: strange.map((name) => {
      const problem = `there is no prompt named ${name}`;
      return fault(file, text, { path: ['prompts', name], problem, hint: didYouMean(name, known ?? []) });
    }),
  };
}

/** Whether a name is in no area of these: `critic.props`, where there is no other `critic.…`. */
export function isOwnName(name: string, known: ReadonlySet<string>): boolean {
  const areaOf = (one: string): string => one.split('.')[0] ?? '';
  return ![...known].some((one) => areaOf(one) === areaOf(name));
}

/** `Did you mean …?`, or what there is. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(name, names);
  return near === undefined ? `There are: ${names.join(', ') || 'none'}.` : `Did you mean ${near}?`;
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly hint?: string;
}

function readJson(text: string): { readonly value: unknown } | Problem {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const before = place === undefined ? text.trimEnd() : text.slice(0, Number(place));
    return { path: [before.split('\n').length], problem: 'it is no JSON', hint: 'Look for a comma or a quote there.' };
  }
}

/** What an issue says, with the nearest name for one that is unknown. */
function tell(issue: z.core.$ZodIssue, value: unknown): Pick<Problem, 'problem' | 'hint'> {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(Config.shape) : Object.keys(Entry.shape);
    const [key = ''] = issue.keys;
    return { problem: `${JSON.stringify(key)} is no setting`, hint: didYouMean(key, known) };
  }
  const given = issue.path.reduce<unknown>((at, key) => (Object(at) as Record<PropertyKey, unknown>)[key], value);
  if (issue.path.at(-1) === 'role') {
    return { problem: `there is no role ${JSON.stringify(given)}`, hint: didYouMean(String(given), ROLES) };
  }
  return { problem: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}` };
}

/** A fault, on the line of the name or key that its path leads to; a number in the path is the line. */
function fault(file: string, text: string, { path, problem, hint }: Problem): PromptFault {
  const [first] = path;
  const about = { file, message: problem, hint: hint ?? 'Its shape is described in config/prompts.schema.json.' };
  if (typeof first === 'number') return { ...about, line: first };
  let at = 0;
  for (const key of path) {
    const found = text.indexOf(JSON.stringify(String(key)), at);
    if (found >= 0) at = found;
  }
  return { ...about, line: text.slice(0, at).split('\n').length };
}
