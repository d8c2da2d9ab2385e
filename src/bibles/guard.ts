import { ScriptGenError } from '../core/index.ts';
import { diffContents } from './diff.ts';
import type { Author, Content } from './entry.ts';

/**
 * Refuse what an agent may not change: locked fields, the locks themselves, and whether an entry is accepted. A person
 * may change everything.
 *
 * @throws ScriptGenError `bible/locked` naming the fields.
 */
export function checkLocks(before: Content, after: Content, author: Author): void {
  if (author.type === 'person') return;
  const kept = new Set([...before.locked, 'locked', 'state']);
  const refused = diffContents(before, after)
    .map(({ field }) => field)
    .filter((field) => kept.has(field) || kept.has(field.split('.')[0] ?? field));
  if (refused.length === 0) return;
  throw new ScriptGenError({
    code: 'bible/locked',
    message: `${author.name} may not change ${refused.map((field) => `${before.name}.${field}`).join(', ')}.`,
    hint: 'A person can: change it yourself, or take the lock away.',
  });
}
