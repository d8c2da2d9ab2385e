import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScriptGenError, sha256 } from '../core/index.ts';

/** Who a prompt speaks to; `config/models.json` may name a model for each. */
export const ROLES = ['planner', 'character', 'director', 'dramaturge', 'reviser'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** One prompt: the stable part first (`system`), the changing part last (`user`), so that providers' prefix caches hit. */
export interface Prompt {
  /** Noun first, as in the journal: `scene.direct`. */
  readonly name: string;
  readonly role: Role;
  readonly system: string;
  readonly user: string;
  /** The first 8 hexadecimal digits of the SHA-256 of its text. */
  readonly version: string;
}

/** All prompts, by name. */
export type Prompts = ReadonlyMap<string, Prompt>;

interface PromptConfig {
  readonly prompts: Readonly<Record<string, { readonly file: string; readonly role: Role }>>;
}

/**
 * Read every prompt named in `config/prompts.json` from its Markdown file: `# System`, then `# User`.
 *
 * @param root - the folder that holds `config/` and `prompts/`.
 * @throws ScriptGenError `config/invalid` when a file lacks one of the two parts.
 */
export function loadPrompts(root: string): Prompts {
  const config = JSON.parse(readFileSync(join(root, 'config/prompts.json'), 'utf8')) as PromptConfig;
  return new Map(
    Object.entries(config.prompts).map(([name, { file, role }]) => {
      const text = readFileSync(join(root, 'prompts', file), 'utf8');
      return [name, { name, role, version: sha256(text).slice(0, 8), ...parts(file, text) }];
    }),
  );
}

function parts(file: string, text: string): Pick<Prompt, 'system' | 'user'> {
  const match = /^# System\n(?<system>[\s\S]*?)\n# User\n(?<user>[\s\S]*)$/.exec(text);
  if (!match?.groups) {
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `prompts/${file} has no '# System' part followed by a '# User' part`,
      hint: 'Give the file both headings, in this order, each on a line of its own.',
    });
  }
  return { system: match.groups['system']?.trim() ?? '', user: match.groups['user']?.trim() ?? '' };
}
