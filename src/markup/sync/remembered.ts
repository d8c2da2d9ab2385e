import type { ExportedText, FileText } from './exported-text.ts';
import type { ExportedScene } from './file-scene.ts';
import type { SceneItem } from './items.ts';
import type { Refusals } from './refusals.ts';

/** What is known of a file once it was taken in: as it stands, but as it was written where a scene was refused. */
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
  const isRefused = (id: string): boolean => refused.scenes.has(id);
  const taken = items.flatMap(({ id, file: scene, exported: was }): readonly ExportedScene[] => {
    if (!isRefused(id)) return [{ id, ...scene }];
    return was === undefined ? [] : [was];
  });
  const there = new Set(taken.map(({ id }) => id));
  const scenes = [...taken];
  for (const [at, scene] of exported.scenes.entries()) {
    if (there.has(scene.id) || !isRefused(scene.id)) continue;
    const before = exported.scenes.slice(0, at).findLast(({ id }) => scenes.some((one) => one.id === id));
    scenes.splice(before === undefined ? 0 : scenes.findIndex(({ id }) => id === before.id) + 1, 0, scene);
  }
  return { ...file, scenes: refused.moves === undefined ? scenes : inOrder(scenes, exported) };
}

function inOrder(scenes: readonly ExportedScene[], exported: ExportedText): readonly ExportedScene[] {
  const places = new Map(exported.scenes.map(({ id }, at) => [id, at]));
  return scenes.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
