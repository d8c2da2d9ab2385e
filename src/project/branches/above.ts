import type { Story } from '../../agents/index.ts';
import {
  type BibleStore,
  BRANCH,
  type BranchDocument,
  branchName,
  type Entry,
  type Script,
  type Versions,
} from '../../bibles/index.ts';
import type { Desk } from '../bible/desk.ts';

/** The series or season that a script belongs to; that of a branch is its trunk's. */
export async function seriesOf({ store, script }: Pick<Desk, 'store' | 'script'>): Promise<Script | undefined> {
  const { parent } = await trunkOf(store, script);
  return parent === undefined ? undefined : store.getScript(parent);
}

/** The script that a branch, or a branch of it, was made from in the end; a trunk itself. */
export async function trunkOf(store: Pick<BibleStore, 'getScript'>, script: Script): Promise<Script> {
  let at = script;
  while (branchName(at) !== undefined && at.parent !== undefined) at = (await store.getScript(at.parent)) ?? at;
  return at;
}

/** A story whose script belongs to the series that its trunk belongs to, to go on with in a script of its own. */
export function asTrunk({ script, ...story }: Story, series: Script | undefined): Story {
  const { parent: _, ...own } = script;
  return { ...story, script: series === undefined ? own : { ...own, parent: series.id } };
}

/** What makes a script a branch; `undefined` for a trunk, and for a branch that was taken away. */
export async function branchOf(
  store: Pick<BibleStore, 'loadRecords'>,
  { id }: Pick<Script, 'id'>,
): Promise<BranchDocument | undefined> {
  const record = (await store.loadRecords(id, ['branch'])).find((one) => one.id === BRANCH);
  // Written by this package, in this shape, and only read back.
  return record?.document as unknown as BranchDocument | undefined;
}

/** Layers above a branch in the versions that count in it: what came since is not there. */
export async function asBranched(
  { store, script }: Pick<Desk, 'store' | 'script'>,
  layers: readonly (readonly Entry[])[],
): Promise<readonly (readonly Entry[])[]> {
  if (layers.length === 0) return layers;
  return atVersions(store, layers, (await branchOf(store, script))?.above ?? {});
}

/** Layers in these versions; what has none of them is not there. */
export async function atVersions(
  store: BibleStore,
  layers: readonly (readonly Entry[])[],
  versions: Versions,
): Promise<readonly (readonly Entry[])[]> {
  return Promise.all(
    layers.map(async (layer) => {
      const kept = layer.filter(({ id }) => versions[id] !== undefined);
      return Promise.all(
        kept.map(async (entry) => ({ ...entry, ...(await versionAt(store, entry, versions[entry.id])) })),
      );
    }),
  );
}

async function versionAt(store: BibleStore, { id, version: head }: Entry, version = head): Promise<Partial<Entry>> {
  const found = version === head ? undefined : await store.getVersion(id, version);
  if (found === undefined) return {};
  const { name, aliases, document, facts, locked, state, fieldVersions } = found;
  return { name, aliases, document, facts, locked, state, fieldVersions, version };
}
