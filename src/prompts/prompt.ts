/**
 * Who a prompt speaks to; `config/models.json` may name a model for each. `continuity` has no prompt yet;
 * `repair` has none of its own: it is asked again what another could not answer.
 */
export const ROLES = [
  'planner',
  'character',
  'director',
  'dramaturge',
  'continuity',
  'judge',
  'reviser',
  'repair',
] as const;
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

/** A prompt, and where it comes from. */
export interface PromptSource extends Prompt {
  /** Whether its text is that of the package or of the project. */
  readonly source: 'shipped' | 'project';
  /** Its file, in the folder `prompts` of the package or of the project. */
  readonly file: string;
  /** What its text must hold as `{{name}}`, each at least once, and nothing else. */
  readonly variables: readonly string[];
}

/** Something wrong with the prompts of a project: nothing is asked before it is mended. */
export interface PromptFault {
  /** `prompts.json` or `prompts/scene-direct.md`, in the project's folder or the package. */
  readonly file: string;
  /** From 1; absent where something is missing. */
  readonly line?: number;
  readonly message: string;
  readonly hint: string;
}
