import type { ExportedText, FileText } from './exported-text.ts';
import type { ExportedScene } from './file-scene.ts';
import type { SceneItem } from './items.ts';
import type { Refusals } from './refusals.ts';

/** What is known of a file once it was taken in: as it stands, but as it was written where something was refused. */
export function remembered({
  items,
  exported,
  file,
  refused,
}: {
  readonly items: readonly SceneItem[];
  readonly exported: ExportedText;
  readonly file: FileText;
  readonly refused: Refusals;
}): ExportedText {
  const asWas = new Map(exported.scenes.map((scene) => [scene.id, scene]));
  const scenes = items.flatMap(({ id, file: scene }): readonly ExportedScene[] => {
    if (refused.moves.has(id)) return [];
    if (!refused.scenes.has(id)) return [{ id, ...scene }];
    return listed(asWas.get(id));
  });
  const moved = new Map(items.map(({ id, file: scene }) => [id, { id, ...scene }]));
  for (const [at, { id }] of exported.scenes.entries()) {
    const isHeld = refused.moves.has(id) || (refused.scenes.has(id) && !moved.has(id));
    if (!isHeld) continue;
    const before = exported.scenes.slice(0, at).findLast((one) => scenes.some((other) => other.id === one.id));
    const place = before === undefined ? 0 : scenes.findIndex((one) => one.id === before.id) + 1;
    scenes.splice(place, 0, ...listed(refused.scenes.has(id) ? asWas.get(id) : moved.get(id)));
  }
  return { ...file, scenes };
}

function listed<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
