import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BUILT_IN, type JsonSchema, type KindDefinition, type Kinds, withUserKinds } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';

/** The file in a project's folder that says what is its own. */
export const PROJECT_FILE = 'scriptgen.json';

const UserKind = z.strictObject({
  prefix: z.string().describe('Two to six lower-case letters that ids of its entries begin with.'),
  description: z.string().optional().describe('What an entry of it is, in one sentence.'),
  schema: z
    .looseObject({ type: z.literal('object'), properties: z.record(z.string(), z.looseObject({})) })
    .describe(
      'JSON Schema of its fields. Beside type and description a field may say x-readers, x-weight, x-secret and x-locked.',
    ),
});

const ProjectConfig = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  kinds: z.record(z.string(), UserKind).optional().describe("The project's own kinds of bible entries, by name."),
});

/** The JSON Schema of `scriptgen.json`, as it is shipped in `config/project.schema.json`. */
export function projectSchema(): object {
  return { title: 'ScriptGen scriptgen.json', ...z.toJSONSchema(ProjectConfig, { io: 'input' }) };
}

/**
 * The kinds of a project: the built-in ones, and those that its `scriptgen.json` adds.
 *
 * @throws ScriptGenError `config/invalid` for a file that is no JSON, or not what its schema says, with the path.
 */
export function loadKinds(dir: string): Kinds {
  const text = readProjectFile(dir);
  if (text === undefined) return BUILT_IN;
  const parsed = ProjectConfig.safeParse(readJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(`${PROJECT_FILE}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}`);
  }
  const definitions = Object.entries(parsed.data.kinds ?? {}).map(
    ([name, { schema, ...kind }]): [string, KindDefinition] => [name, { ...kind, schema: schema as JsonSchema }],
  );
  return definitions.length === 0 ? BUILT_IN : withUserKinds(Object.fromEntries(definitions));
}

function readProjectFile(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, PROJECT_FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `${PROJECT_FILE} cannot be read.`,
      hint: `Look at ${join(dir, PROJECT_FILE)}.`,
      cause: error,
    });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`${PROJECT_FILE} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function invalid(message: string): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message,
    hint: 'Its shape is described in config/project.schema.json.',
  });
}
