import type { Block } from '../../screenplay/index.ts';
import type { ExportedText } from './exported-text.ts';
import type { GoneItem, SceneItem } from './items.ts';
import type { Refusals } from './refusals.ts';
import type { SceneFate, SyncedScene } from './sync-plan.ts';

/** What is known of a file's scenes when it has been compared. */
export interface Compared {
  readonly items: readonly SceneItem[];
  readonly gone: readonly GoneItem[];
  readonly exported: ExportedText;
  readonly refused: Refusals;
  /** Scenes that stand elsewhere. */
  readonly moves: ReadonlySet<string>;
  /** By scene. */
  readonly conflicts: ReadonlyMap<string, number>;
}

/** What happened to each scene, of those to which something did. */
export function fatesOf({ items, gone, exported, refused, moves, conflicts }: Compared): readonly SyncedScene[] {
  const changed = items.map((item, at): SyncedScene => {
    const { id, file, exported: was, splitFrom } = item;
    const why = refused.scenes.get(id) ?? refused.moves.get(id);
    return {
      ...{ scene: id, number: at + 1, heading: file.heading.text, fates: fatesOfItem(item, moves) },
      added: count(file.blocks, was?.blocks ?? []),
      removed: count(was?.blocks ?? [], file.blocks),
      conflicts: conflicts.get(id) ?? 0,
      ...(splitFrom === undefined ? {} : { other: splitFrom }),
      ...(why === undefined ? {} : { refused: why }),
    };
  });
  const left = gone.map(({ id, into }): SyncedScene => {
    const at = exported.scenes.findIndex((scene) => scene.id === id);
    const was = exported.scenes[at];
    const why = refused.scenes.get(id);
    return {
      ...{ scene: id, number: at + 1, heading: was?.heading.text ?? '' },
      fates: [into === undefined ? 'deleted' : 'merged'],
      ...{ added: 0, removed: into === undefined ? (was?.blocks.length ?? 0) : 0, conflicts: 0 },
      ...(into === undefined ? {} : { other: into }),
      ...(why === undefined ? {} : { refused: why }),
    };
  });
  return [...changed.filter(({ fates }) => fates.length > 0), ...left];
}

function fatesOfItem(item: SceneItem, moves: ReadonlySet<string>): readonly SceneFate[] {
  if (item.exported === undefined) return [item.splitFrom === undefined ? 'new' : 'split'];
  return [
    ...(moves.has(item.id) ? (['moved'] as const) : []),
    ...(item.isRetitled ? (['retitled'] as const) : []),
    ...(item.isEdited ? (['changed'] as const) : []),
  ];
}

/** How many blocks of a text are not in another, each as often as it stands there. */
function count(blocks: readonly Block[], others: readonly Block[]): number {
  const left = new Map<string, number>();
  for (const other of others) {
    const key = JSON.stringify(other);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return blocks.filter((block) => {
    const key = JSON.stringify(block);
    const there = left.get(key) ?? 0;
    left.set(key, there - 1);
    return there <= 0;
  }).length;
}
