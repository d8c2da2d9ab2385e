import type { Author, ScriptRecord } from '../bibles/index.ts';

/** Who decided something, and when. */
export interface Signed {
  readonly by: Author;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Why, in their words; may be empty. */
  readonly reason: string;
  /** The version of the record that says so. */
  readonly version: number;
}

/** Who wrote a record as it stands. */
export function signatureOf({ author, time, reason, version }: ScriptRecord): Signed {
  return { by: author, time, reason, version };
}
