import type { BibleStore, PlacedCard, RecordVersion, SceneCard } from '../../bibles/index.ts';
import { canonicalJson } from '../../core/index.ts';
import type { CardVersion } from './script-outline.ts';

/** The versions of a card, newest first, and what each changed. */
export async function cardHistory(
  store: Pick<BibleStore, 'listRecordVersions'>,
  script: string,
  scene: string,
): Promise<readonly CardVersion[]> {
  const versions = await store.listRecordVersions(script, { kind: 'card', id: scene });
  return versions.map((version, at) => told(version, versions[at + 1]));
}

/** What a version of a card says. A card as it was written by the store, in this shape, and only read back. */
export function cardOf({
  document,
}: Pick<RecordVersion, 'document'>): (PlacedCard & { readonly card: SceneCard }) | null {
  return document as (PlacedCard & { readonly card: SceneCard }) | null;
}

function told(version: RecordVersion, before: RecordVersion | undefined): CardVersion {
  const { id: scene, version: number, author, reason, time, changeSet } = version;
  const [now, was] = [cardOf(version), before && cardOf(before)];
  const fields = now && was ? fieldsBetween(was.card, now.card) : [];
  return {
    ...{ scene, version: number, author, reason, time, changeSet, fields },
    did: didOf({ now, was, hasFields: fields.length > 0, isPlanned: author.type === 'agent' }),
    synopsis: (now ?? was)?.card.synopsis ?? '',
  };
}

function didOf({
  now,
  was,
  hasFields,
  isPlanned,
}: {
  readonly now: object | null;
  readonly was: object | null | undefined;
  readonly hasFields: boolean;
  readonly isPlanned: boolean;
}): CardVersion['did'] {
  if (now === null) return 'removed';
  if (was === undefined) return isPlanned ? 'planned' : 'added';
  if (was === null) return 'restored';
  return hasFields ? 'changed' : 'moved';
}

function fieldsBetween({ version: _, ...was }: SceneCard, { version: __, ...now }: SceneCard): readonly string[] {
  const [old, fresh]: readonly Readonly<Record<string, unknown>>[] = [{ ...was }, { ...now }];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})]);
  return [...names].filter((name) => textOf(old?.[name]) !== textOf(fresh?.[name]));
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
