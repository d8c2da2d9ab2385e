import type { Author } from '../../bibles/index.ts';

/** Who decides something about a script, and why. */
export interface MarkOptions {
  /** A person's name: `writer` unless given. */
  readonly author?: string;
  readonly reason?: string;
}

/** Who writes it, as it is kept. */
export function signed({ author = 'writer', reason = '' }: MarkOptions): {
  readonly author: Author;
  readonly reason: string;
} {
  // Postgres keeps no NUL in a text.
  return { author: { type: 'person', name: author }, reason: reason.replaceAll('\0', '') };
}
