import type { Story } from '../../agents/index.ts';
import {
  type Author,
  type CardWrite,
  cardWrites,
  checkCards,
  type EntryWrite,
  newNotes,
  type Outline,
} from '../../bibles/index.ts';
import { refuseLocked } from '../../markup/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import type { Wiring } from '../wiring.ts';
import type { OutlineChanged } from './script-outline.ts';
import { viewOf } from './view.ts';

/** What is to be written, and why. */
export interface Wanted extends ChangeOptions {
  readonly reason: string;
  /** Changes of entries that belong to it. */
  readonly entries?: readonly EntryWrite[];
}

/** Make the outline of a story another one, in one change set. */
export async function commitOutline(
  wiring: Pick<Wiring, 'storage' | 'storyOf' | 'faults'>,
  story: Story,
  after: Outline,
  wanted: Wanted,
): Promise<OutlineChanged> {
  checkCards(story.bible, story.outline, after);
  return commitCards(wiring, story, cardWrites(story.outline, after), wanted);
}

/** Write cards in one change set, and tell what is wrong since. @throws ScriptGenError `markup/locked`, `markup/conflict`. */
export async function commitCards(
  { storage, storyOf, faults }: Pick<Wiring, 'storage' | 'storyOf' | 'faults'>,
  story: Story,
  writes: readonly CardWrite[],
  { author = 'writer', isAgent = false, reason, entries = [] }: Wanted,
): Promise<OutlineChanged> {
  for (const { id } of writes) refuseLocked(story, { type: 'card', scene: id });
  if (writes.length + entries.length === 0) return { cards: [], notes: [] };
  const by: Author = { type: isAgent ? 'agent' : 'person', name: author };
  const { bibles } = await storage();
  const { changeSet } = await bibles.write({
    ...{ script: story.script.id, writes: [...writes, ...entries], author: by },
    // Postgres keeps no NUL in a text.
    reason: reason.replaceAll('\0', ''),
  });
  const now = await storyOf(story.script);
  const written = new Set(writes.map(({ id }) => id));
  return {
    cards: now.outline.cards.filter(({ id }) => written.has(id)).map((card) => viewOf(now, card)),
    notes: newNotes(faults(story), faults(now)),
    ...(changeSet === undefined ? {} : { changeSet }),
  };
}
