import { type Entry, foldName } from '../../bibles/index.ts';
import { nearest, ScriptGenError } from '../../core/index.ts';

/** Find an entry by id, by name, or by an alias, in any case: accepted ones before drafts, and those before removed ones. */
export function findEntry(entries: readonly Entry[], asked: string): Entry {
  const wanted = foldName(asked);
  const order = ['accepted', 'draft', 'removed'];
  const sorted = entries.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const found =
    sorted.find(({ id }) => id === asked) ??
    sorted.find(({ name }) => foldName(name) === wanted) ??
    sorted.find(({ aliases }) => aliases.some((alias) => foldName(alias) === wanted));
  if (found !== undefined) return found;
  const near = nearest(
    asked,
    entries.map(({ name }) => name),
  );
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no entry named ${JSON.stringify(asked)}.`,
    hint: near === undefined ? entryList(entries) : `Did you mean ${near}?`,
  });
}

function entryList(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'The bible is empty: scriptgen bible add <kind> <name>';
  const names = entries.slice(0, 20).map(({ name }) => name);
  return `The entries are: ${names.join(', ')}${entries.length > names.length ? ' …' : ''}.`;
}
