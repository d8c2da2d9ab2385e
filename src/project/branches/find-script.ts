import { type BibleStore, branchName, branchSlug, MAIN, type Script, trunkSlug } from '../../bibles/index.ts';
import type { Json } from '../../core/index.ts';
import type { RunStore } from '../../steps/index.ts';
import type { Storage } from '../../storage/index.ts';
import { branchOf } from './above.ts';

type Where = Pick<Storage, 'bibles' | 'runs'>;

/** The artifact of a trunk that says which of its branches is meant where none is named. */
const CURRENT = 'branch';

/** All scripts, oldest first, branches right behind their trunks. Branches that were taken away are not among them. */
export async function listLive(store: BibleStore): Promise<readonly Script[]> {
  const all = await store.listScripts();
  const live = await Promise.all(all.map((script) => isLive(store, script)));
  const there = all.filter((_, at) => live[at]);
  return there
    .filter((script) => branchName(script) === undefined)
    .flatMap((trunk) => [trunk, ...there.filter(({ slug }) => slug.startsWith(`${trunk.slug}@`))]);
}

async function isLive(store: BibleStore, script: Script): Promise<boolean> {
  return branchName(script) === undefined || (await branchOf(store, script)) !== undefined;
}

/**
 * The script that is meant: by id, or by `trunk@branch`, just that; by the trunk's slug, or where none is named by the
 * newest trunk, the branch of it that was switched to, and else the trunk.
 */
export async function findScript({ bibles, runs }: Where, name?: string): Promise<Script | undefined> {
  if (name === undefined) {
    const trunk = (await bibles.listScripts()).filter((script) => branchName(script) === undefined).at(-1);
    return trunk && currentOf({ bibles, runs }, trunk);
  }
  const trunk = trunkSlug(name);
  if (name === `${trunk}@${MAIN}`) return bibles.getScript(trunk);
  const found = await bibles.getScript(name);
  if (found === undefined || found.id === name) return found;
  if (branchName(found) !== undefined) return (await isLive(bibles, found)) ? found : undefined;
  return currentOf({ bibles, runs }, found);
}

async function currentOf({ bibles, runs }: Where, trunk: Script): Promise<Script> {
  const isOf = ({ slug }: Script): boolean => slug.startsWith(`${trunk.slug}@`);
  if (!(await bibles.listScripts()).some(isOf)) return trunk;
  const current = await currentName(runs, trunk);
  if (current === MAIN) return trunk;
  const branch = await bibles.getScript(branchSlug(trunk, current));
  return branch !== undefined && (await isLive(bibles, branch)) ? branch : trunk;
}

/** The name of the branch that was switched to, `main` at first. */
export async function currentName(runs: Pick<RunStore, 'loadArtifacts'>, trunk: Script): Promise<string> {
  const kept = (await runs.loadArtifacts(trunk.id, [CURRENT])).get(CURRENT);
  return typeof kept === 'string' ? kept : MAIN;
}

/** That a branch is meant from now on. */
export function currentArtifact(name: string): { readonly name: string; readonly value: Json } {
  return { name: CURRENT, value: name };
}
