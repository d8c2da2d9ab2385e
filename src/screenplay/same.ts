import type { Block } from './tree.ts';

/** What {@link sameBlock} looks at beside what a block says. */
export interface SameBlockOptions {
  /** Whether the ids have to be the same, too. They need not when absent. */
  readonly ids?: boolean;
}

/** Whether two blocks are the same in everything but their place in a source and, unless asked for, their id. */
export function sameBlock(a: Block, b: Block, { ids = false }: SameBlockOptions = {}): boolean {
  if (ids && a.id !== b.id) return false;
  return sameFields(a, b, ['id', 'position']);
}

/** Whether two JSON values say the same; a field that is undefined is one that is absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (!Array.isArray(a)) return !Array.isArray(b) && sameFields(a, b, []);
  if (!Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, at) => sameValue(item, b[at]));
}

function sameFields(a: object, b: object, passedOver: readonly string[]): boolean {
  for (const key of Object.keys(a)) {
    if (!passedOver.includes(key) && !sameValue(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  for (const key of Object.keys(b)) {
    if (!Object.hasOwn(a, key) && !passedOver.includes(key) && Reflect.get(b, key) !== undefined) return false;
  }
  return true;
}
