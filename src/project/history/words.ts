import { type ChangeSet, inheritEntries } from '../../bibles/index.ts';
import { type Desk, loadLayers } from '../bible/desk.ts';

/** What the ids in a history stand for, to people. */
export interface Names {
  readonly entry: (id: string) => string;
  /** `scene 4`; an id that is no scene of the outline is itself. */
  readonly scene: (id: string) => string;
}

/** The names of a script as it is now. */
export async function loadNames(desk: Desk): Promise<Names> {
  const [outline, layers] = await Promise.all([desk.store.loadOutline(desk.script.id), loadLayers(desk)]);
  const counted = new Map(inheritEntries(layers).map(({ id, name }) => [id, name]));
  const entries = new Map(layers.flat().map(({ id, name, overrides }) => [id, counted.get(overrides ?? id) ?? name]));
  const scenes = new Map(outline.cards.map(({ id }, index) => [id, `scene ${index + 1}`]));
  return { entry: (id) => entries.get(id) ?? id, scene: (id) => scenes.get(id) ?? id };
}

/** What was written together, in words: `MAYA v5`, `card of scene 9 v2`, `edit of scene 4`. */
export function changeWords({ versions, records }: ChangeSet, names: Names): readonly string[] {
  return [
    ...versions.map(({ entry, version }) => `${names.entry(entry)} v${version}`),
    ...records.map((record) => recordWords(record, names)),
  ];
}

/** Kinds of records whose ids are those of scenes. */
const OF_SCENES: ReadonlySet<string> = new Set(['card', 'edit', 'pin', 'fine', 'choice']);

/** One version of a card or of a record, in words. */
export function recordWords(
  {
    kind,
    id,
    version,
    ...record
  }: Pick<ChangeSet['records'][number], 'kind' | 'id' | 'version' | 'removed'> & {
    readonly document?: unknown;
  },
  names: Names,
): string {
  const what = OF_SCENES.has(kind) ? `${kind} of ${names.scene(id)}` : `${kind} ${id === kind ? '' : id}`.trim();
  if (record.removed === true || record.document === null) return `${what} taken away`;
  return version === 1 ? what : `${what} v${version}`;
}
