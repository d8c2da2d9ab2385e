import {
  BRANCH,
  type BranchDocument,
  branchName,
  branchSlug,
  checkBranchName,
  MAIN,
  type Script,
} from '../../bibles/index.ts';
import { deriveId, nearest, ScriptGenError } from '../../core/index.ts';
import { type Desk, loadLayers } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import { branchOf, trunkOf } from './above.ts';
import type { Branch, BranchDiff, BranchMerge, MergeOptions, ScriptBranches } from './branches.ts';
import { countDifferences, differentScenes, diffStories } from './diff.ts';
import { currentArtifact, currentName, listLive } from './find-script.ts';
import { changesOf, type Merging, mergeStories, writeMerge } from './merge.ts';
import { baseOf, storyAt, storyNow } from './moment.ts';
import { decideBy, unmerged } from './take.ts';

export type { Branch, BranchDiff, BranchMerge, MergeOptions, RecordDiff, ScriptBranches } from './branches.ts';

/** The part of a project that keeps what-if versions of its scripts. */
export interface ProjectBranches {
  /** The branches of a script: of the newest unless one is named. */
  branches(script?: string): Promise<ScriptBranches>;
}

/** Open that part of a project. */
export function openBranches(wiring: Wiring): ProjectBranches {
  return {
    branches: async (name) => {
      const { bibles } = await wiring.storage();
      const script = await wiring.getScript(name);
      return scriptBranches(wiring, await trunkOf(bibles, script), script);
    },
  };
}

/** The branches of a trunk. Those that are not named are about `here`. */
function scriptBranches(wiring: Wiring, trunk: Script, here: Script): ScriptBranches {
  const all = async (): Promise<readonly Script[]> => {
    const { bibles } = await wiring.storage();
    return (await listLive(bibles)).filter(({ id, slug }) => id === trunk.id || slug.startsWith(`${trunk.slug}@`));
  };
  const named = async (name: string): Promise<Desk> => wiring.deskOf(branchNamed(await all(), name));
  const told = async (script: Script): Promise<Branch> => branchTold(wiring, trunk, script);
  /** What a branch was made from. */
  const ofThat = async (desk: Desk): Promise<Desk> => {
    const { of = '' } = (await branchOf(desk.store, desk.script)) ?? {};
    const script = (await all()).find(({ id }) => id === of);
    if (script !== undefined) return wiring.deskOf(script);
    throw new ScriptGenError({
      code: 'branch/not-found',
      message: `What ${nameOf(desk.script)} was made from is not there any more.`,
      hint: 'Name two branches: scriptgen branch list',
    });
  };
  const merging = async (name: string, into: string | undefined): Promise<Merging> => {
    const theirs = await named(name);
    const isMain = branchName(theirs.script) === undefined;
    if (isMain && into === undefined)
      throw refused(`${MAIN} is merged into a branch, and none is named.`, 'For example: --into maya-wants-out');
    const ours = into === undefined ? await ofThat(theirs) : await named(into);
    const isOf = async (one: Desk, other: Desk): Promise<boolean> =>
      (await branchOf(one.store, one.script))?.of === other.script.id;
    if (await isOf(theirs, ours)) return { theirs, ours, branch: theirs };
    if (await isOf(ours, theirs)) return { theirs, ours, branch: ours };
    throw refused(
      `Neither of ${nameOf(theirs.script)} and ${nameOf(ours.script)} was made from the other.`,
      'Merge a branch into what it was made from, and that further on: scriptgen branch list',
    );
  };

  return {
    list: async () => Promise.all((await all()).map(told)),
    create: async (name, { from, author = 'writer' } = {}) => {
      checkBranchName(name);
      const { bibles } = await wiring.storage();
      const of = from === undefined ? await wiring.deskOf(here) : await named(from);
      const count = (await bibles.listScripts()).filter(({ slug }) => slug.startsWith(`${trunk.slug}@`)).length;
      const id = deriveId('sp', 'branch', trunk.id, name, String(count));
      const layers = await loadLayers(of);
      const above = Object.fromEntries(
        layers.slice(0, -1).flatMap((layer) => layer.map((one) => [one.id, one.version])),
      );
      const branch: Script = { ...of.script, id, slug: branchSlug(trunk, name), parent: of.script.id };
      await bibles.createBranch(of.script.id, branch, { name, above, author: { type: 'person', name: author } });
      return told(branch);
    },
    switch: async (name) => {
      const { script } = await named(name);
      const { runs } = await wiring.storage();
      await runs.saveArtifacts(trunk.id, [currentArtifact(nameOf(script))]);
      return told(script);
    },
    diff: async (from, to): Promise<BranchDiff> => {
      const after =
        to === undefined && from === undefined ? await wiring.deskOf(here) : await named(to ?? from ?? MAIN);
      if (to === undefined && branchName(after.script) === undefined)
        throw refused(
          `${MAIN} was made from no branch.`,
          'Name a branch, or two: scriptgen branch diff main maya-wants-out',
        );
      const before = to === undefined ? await ofThat(after) : await named(from ?? MAIN);
      const [old, now] = await Promise.all([storyNow(before), storyNow(after)]);
      const differences = diffStories(old, now);
      const scenes = await differentScenes(wiring, [before, after], differences.records);
      return { from: nameOf(before.script), to: nameOf(after.script), script: after.script, ...differences, scenes };
    },
    merge: async (
      name,
      { into, take = [], dryRun = false, author = 'writer' }: MergeOptions = {},
    ): Promise<BranchMerge> => {
      const sides = await merging(name, into);
      const merged = await mergeStories(sides, decideBy(take));
      const [from, to] = [nameOf(sides.theirs.script), nameOf(sides.ours.script)];
      const report = { from, into: to, script: sides.ours.script, ...changesOf(merged), conflicts: merged.conflicts };
      if (dryRun) return report;
      if (merged.conflicts.length > 0) throw unmerged(from, to, merged.conflicts);
      const changeSet = await writeMerge(sides, merged, { author, reason: `merge ${from}` });
      return changeSet === undefined ? report : { ...report, changeSet };
    },
    remove: async (name, { force = false, author = 'writer' } = {}) => {
      const desk = await named(name);
      const branch = await told(desk.script);
      await refuseLoss(branch, await all(), force);
      const [record] = await desk.store.loadRecords(desk.script.id, ['branch']);
      const { runs } = await wiring.storage();
      if (branch.isCurrent) await runs.saveArtifacts(trunk.id, [currentArtifact(MAIN)]);
      await desk.store.write({
        script: desk.script.id,
        writes: [{ type: 'record', kind: 'branch', id: BRANCH, expected: record?.version ?? 0, document: null }],
        author: { type: 'person', name: author },
        reason: `remove branch ${name}`,
      });
      return branch;
    },
  };
}

/** The name of a script among its branches. */
function nameOf(script: Script): string {
  return branchName(script) ?? MAIN;
}

/** A branch by its name, or by its slug. @throws ScriptGenError `branch/not-found` */
function branchNamed(scripts: readonly Script[], asked: string): Script {
  const name = asked.slice(asked.indexOf('@') + 1);
  const found = scripts.find((script) => nameOf(script) === name);
  if (found !== undefined) return found;
  const names = scripts.map(nameOf);
  const near = nearest(name, names);
  throw new ScriptGenError({
    code: 'branch/not-found',
    message: `There is no branch ${JSON.stringify(asked)}.`,
    hint: near === undefined ? `The branches are: ${names.join(', ')}.` : `Did you mean ${near}?`,
  });
}

async function branchTold(wiring: Wiring, trunk: Script, script: Script): Promise<Branch> {
  const { bibles, runs } = await wiring.storage();
  const name = nameOf(script);
  const isCurrent = (await currentName(runs, trunk)) === name;
  const desk = await wiring.deskOf(script);
  const known = await baseOf(desk);
  if (known === undefined) return { name, script, isCurrent, unmerged: 0 };
  const [first] = (await desk.store.listRecordVersions(script.id, { kind: 'branch', id: BRANCH })).slice(-1);
  const of = await bibles.getScript(known.of);
  return {
    ...{ name, script, isCurrent },
    ...(of === undefined ? {} : { of: nameOf(of) }),
    ...(first === undefined ? {} : { by: first.author, time: first.time }),
    unmerged: countDifferences(diffStories(await lastSame(wiring, desk, known), await storyNow(desk))),
  };
}

/** How a branch was when it was the same as what it was made from, as far as its own changes go. */
async function lastSame(wiring: Wiring, desk: Desk, { base, above }: BranchDocument) {
  const { bibles } = await wiring.storage();
  const script = base.script === desk.script.id ? desk.script : await bibles.getScript(base.script);
  return storyAt(script === undefined ? desk : await wiring.deskOf(script), base, above);
}

/** @throws ScriptGenError `input/invalid` for the trunk and for what others were made from, `branch/conflict` for what was not merged. */
async function refuseLoss(
  { name, script, unmerged: count }: Branch,
  all: readonly Script[],
  force: boolean,
): Promise<void> {
  if (name === MAIN)
    throw refused(`${MAIN} is the script itself, and no branch.`, 'Name a branch: scriptgen branch list');
  const after = all.filter(({ parent, id }) => parent === script.id && id !== script.id).map(nameOf);
  if (after.length > 0)
    throw refused(`${after.join(' and ')} was made from ${name}.`, 'Take that one away first, or merge it.');
  if (count === 0 || force) return;
  throw new ScriptGenError({
    code: 'branch/conflict',
    message: `${name} has ${count} ${count === 1 ? 'change that was' : 'changes that were'} not merged.`,
    hint: `See them: scriptgen branch diff ${name}. Take it away all the same with --force.`,
  });
}

function refused(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
