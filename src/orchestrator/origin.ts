import type { Json } from '../core/index.ts';
import { toJson } from '../core/index.ts';
import { type Block, type SceneHeading, type Screenplay, scenesOf } from '../screenplay/index.ts';
import type { Draft } from './draft.ts';

/** The name under which a script keeps what it was read from. */
const ORIGIN = 'origin';

/** The screenplay that a script was read from, without its scenes: those are its first drafts. */
export interface Origin extends Omit<Screenplay, 'children'> {
  /** What stands before the first heading. */
  readonly front: readonly Block[];
  /** The heading of each scene as it was written, by the scene's id. */
  readonly headings: Readonly<Record<string, SceneHeading>>;
}

/** Take a screenplay apart, its scenes by these ids in order; scenes without an id are left out. */
export function originOf(
  { children, ...rest }: Screenplay,
  ids: readonly string[],
): { readonly origin: Origin; readonly drafts: readonly Draft[] } {
  const scenes = scenesOf({ children, ...rest });
  const headed = scenes.filter(({ heading }) => heading !== undefined).slice(0, ids.length);
  const front = scenes.find(({ heading }) => heading === undefined)?.blocks ?? [];
  const drafts = headed.map(
    ({ heading, blocks }, at): Draft => ({
      scene: ids[at] ?? '',
      heading: heading?.text.toUpperCase() ?? '',
      blocks: blocks.slice(1),
      keys: [],
      model: 'person',
      decisions: [],
      pinned: true,
    }),
  );
  const headings = headed.flatMap(({ heading }, at) => (heading ? [[ids[at] ?? '', heading] as const] : []));
  return { origin: { ...rest, front, headings: Object.fromEntries(headings) }, drafts };
}

/** The origin among a script's artifacts; `undefined` for a script that was written here. */
export function originIn(artifacts: ReadonlyMap<string, Json>): Origin | undefined {
  // Written by this package, in this shape, and only read back.
  return artifacts.get(ORIGIN) as unknown as Origin | undefined;
}

/** An origin as an artifact. */
export function originArtifact(origin: Origin): { readonly name: string; readonly value: Json } {
  return { name: ORIGIN, value: toJson(origin) };
}
