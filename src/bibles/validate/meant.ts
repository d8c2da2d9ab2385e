import { nearest } from '../../core/index.ts';

/** `Did you mean "x"?`, or nothing. */
export function meant(name: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(name, candidates);
  return found === undefined ? undefined : `Did you mean ${JSON.stringify(found)}?`;
}
