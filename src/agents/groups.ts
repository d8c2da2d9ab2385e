import type { Dialogue } from '../steps/index.ts';
import { knowAlike, type View } from './view.ts';

/**
 * Who is asked in one request: with `auto` those who know alike, with `apart` nobody, with `together` all. In the order
 * of the views; each is in just one group.
 */
export function groupViews(views: readonly View[], dialogue: Dialogue): readonly (readonly View[])[] {
  const groups: View[][] = [];
  for (const view of views) {
    const group = groups.find(
      (members) => dialogue === 'together' || (dialogue === 'auto' && members.every((one) => knowAlike(one, view))),
    );
    if (group === undefined) groups.push([view]);
    else group.push(view);
  }
  return groups;
}
