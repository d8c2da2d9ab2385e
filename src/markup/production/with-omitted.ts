import { type Block, type Scene, type Screenplay, scenesOf } from '../../screenplay/index.ts';

/** The headings of scenes that are gone, each behind the scene that it stood behind. */
export function withOmitted(issued: Screenplay, script: Screenplay): Screenplay {
  const scenes = scenesOf(script).map((scene): { id: string; blocks: readonly Block[] } => ({
    id: idOf(scene),
    blocks: scene.blocks,
  }));
  let behind = '';
  for (const scene of scenesOf(issued)) {
    const id = idOf(scene);
    if (scene.heading !== undefined && !scenes.some((one) => one.id === id)) {
      const at = scenes.findIndex((one) => one.id === behind) + 1;
      scenes.splice(at, 0, { id, blocks: [{ ...scene.heading, omitted: true }] });
    }
    behind = id;
  }
  return { ...script, children: scenes.flatMap(({ blocks }) => blocks) };
}

/** The card of a scene; what comes before the first heading is a scene of its own. */
export function idOf({ heading }: Scene): string {
  return heading?.id ?? '';
}
