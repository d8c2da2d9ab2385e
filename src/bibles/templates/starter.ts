import type { BuiltIn } from '../kinds/built-in.ts';
import type { Document } from '../kinds/kind.ts';

/** An entry that a new project starts from: empty, with questions to its writer in the notes. */
export interface Starter {
  readonly kind: BuiltIn;
  /** What it stands for until the writer gives it a name: THE LEAD. */
  readonly name: string;
  /** What has only few possible values and so cannot be empty. */
  readonly document?: Document;
  /** Short questions, one a line; no agent reads them. */
  readonly ask: readonly string[];
}
