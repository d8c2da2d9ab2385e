import { canonicalJson, type Json } from '../core/index.ts';
import type { Content } from './entry.ts';
import { fromLeaves, leavesOf } from './leaves.ts';

/**
 * A change of one field. `field` is a path: `want`, `voice.sentences`, `name`, `aliases`, `locked`, `state`, and
 * `facts.<id>` for a fact as a whole; `facts` for their order, as ids, where nothing else tells it. `from` is absent for
 * what is new, `to` for what is gone.
 */
export interface FieldChange {
  readonly field: string;
  readonly from?: Json;
  readonly to?: Json;
}

/** What differs between two contents, in the order of the fields. {@link applyChanges} is its inverse. */
export function diffContents(before: Content, after: Content): readonly FieldChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  const changes = fields.flatMap((field): FieldChange[] => {
    const [from, to] = [old.get(field), now.get(field)];
    if (same(from, to)) return [];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
  const [left, right] = [orderOf(applyChanges(before, changes)), orderOf(after)];
  return same(left, right) ? changes : [...changes, { field: 'facts', from: orderOf(before), to: right }];
}

/** Make changes in a content. What they were made from is not compared. */
export function applyChanges(content: Content, changes: readonly FieldChange[]): Content {
  const values = new Map(leavesOf(content));
  let order: Json | undefined;
  for (const { field, to } of changes) {
    if (field === 'facts') order = to;
    else if (to === undefined) values.delete(field);
    else values.set(field, to);
  }
  const changed = fromLeaves(values);
  return Array.isArray(order) ? { ...changed, facts: inOrder(changed.facts, order) } : changed;
}

/** Facts in the order of their ids; others after them. */
function inOrder(facts: Content['facts'], ids: readonly Json[]): Content['facts'] {
  const rank = ({ id }: { readonly id: string }): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}

function orderOf({ facts }: Content): readonly string[] {
  return facts.map(({ id }) => id);
}

/** Two people's changes of one content, put together. */
export interface MergedContents {
  /** Where both changed a field, it is theirs. */
  readonly content: Content;
  /** The fields that both changed, and not alike. */
  readonly overlap: readonly string[];
}

/** Put together what was changed on two sides of a common base, field by field. */
export function mergeContents(base: Content, ours: Content, theirs: Content): MergedContents {
  const [mine, others] = [diffContents(base, ours), diffContents(base, theirs)];
  const shared = new Set(
    mine
      .filter(({ field, to }) => others.some((one) => one.field === field && same(one.to, to)))
      .map(({ field }) => field),
  );
  const isApart = (a: string, b: string): boolean => !isWithin(a, b) || (shared.has(a) && shared.has(b));
  const overlap = mine.map(({ field }) => field).filter((a) => others.some(({ field: b }) => !isApart(a, b)));
  const kept = mine.filter(({ field }) => !overlap.some((other) => isWithin(other, field)));
  return { content: applyChanges(theirs, kept), overlap };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** Whether one path is the other or a part of it, either way round. The order of facts is no part of any. */
function isWithin(a: string, b: string): boolean {
  if (a === b) return true;
  return a !== 'facts' && b !== 'facts' && (a.startsWith(`${b}.`) || b.startsWith(`${a}.`));
}
