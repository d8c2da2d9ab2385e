import { relative, resolve } from 'node:path';
import type { Agents, Story } from '../agents/index.ts';
import { fileName } from '../bibles/index.ts';
import { isScriptGenError, type Note } from '../core/index.ts';
import {
  assembleScript,
  type Continuity,
  type Draft,
  draftsFrom,
  type Linked,
  linkAndKeep,
  originIn,
  type RunReport,
  type SceneOutcome,
  type Scope,
  writeScript,
} from '../orchestrator/index.ts';
import { layoutScreenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import type { ReadyRun } from './abilities.ts';
import { SUPPRESSED, suppressionsFrom } from './continuity/suppressions.ts';
import { checkFolder, exportFiles } from './export-files.ts';
import { FOLDER, folderIn } from './export-folder.ts';
import { mannerArtifact } from './manner.ts';
import { inProduction, layoutOf } from './production/in-production.ts';
import { rememberFile } from './sync/memory.ts';
import { writtenText } from './sync/now.ts';
import { takeTurn } from './take-turn.ts';
import { createTally } from './tally.ts';

/** What one `write` or `build` needs besides its run. */
export interface Going {
  /** The project's folder. */
  readonly home: string;
  /** Where to put the files; where they went last time when absent, and first of all the project's folder. */
  readonly out?: string | undefined;
  readonly isLanguageModel: boolean;
  /** Which scenes may be written; all unless given. */
  readonly scope?: Scope | undefined;
  /** What is looked at when the scenes are written; the rules unless given. */
  readonly continuity?: Continuity | undefined;
  /** The story to write: known already, or developed first. */
  readonly story: (run: Run) => Promise<Story>;
  readonly agents: Agents;
  /** Whether to wait for another run of the script; `run/busy` when not. */
  readonly wait?: boolean | undefined;
  /** What is gravely wrong with the story as it is planned. */
  readonly faults: (story: Story) => readonly Note[];
}

/**
 * Go through a script once: wait for its lease and hold it, write what is not fresh, assemble, export, and report.
 *
 * @throws ScriptGenError `run/busy` while another run works on the script and this one is not to wait, `run/aborted`, or
 * what ended the run.
 */
export async function runScript(
  { run: base, left, begin, finish }: ReadyRun,
  { home, out, isLanguageModel, scope, continuity = 'rules', story, agents, wait = true, faults }: Going,
): Promise<RunReport> {
  const tally = createTally();
  const halting = new AbortController();
  const held: Run = {
    ...base,
    stop: AbortSignal.any([base.stop, halting.signal]),
    halt: (error) => halting.abort(error),
    emit: (event) => {
      tally.count(event);
      base.emit(event);
    },
  };
  const usable = async (): Promise<string> => {
    const folder = resolve(home, out ?? folderIn(await held.store.loadArtifacts(held.script, [FOLDER])) ?? '.');
    await checkFolder(folder);
    return folder;
  };
  const asked = await usable();
  const waited = await takeTurn(held, wait);
  const started = performance.now();
  const model = held.models('director').model;
  const end = async (status: 'done' | 'incomplete' | 'failed' | 'aborted'): Promise<void> => {
    await held.store.endRun(held.id, status);
    await finish();
    held.emit({ type: 'run-end', run: held.id, status });
  };
  try {
    const run = waited ? { ...held, ...(await left()) } : held;
    const folder = waited ? await usable() : asked;
    run.emit({ type: 'run-start', run: run.id, model, isLanguageModel });
    await begin();
    const told = await story(run);
    const notes = faults(told);
    const artifacts = await run.store.loadArtifacts(run.script);
    const before = draftsFrom(artifacts);
    const outcomes = await writeScript(run, told, before, { agents, scope });
    run.emit({ type: 'stage-start', stage: 'assemble' });
    const screenplay = assembleScript(told, draftsOf(outcomes), {
      model,
      isLanguageModel,
      origin: originIn(artifacts),
    });
    const linked = await linkAndKeep(run, told, { screenplay, how: continuity });
    await run.store.saveArtifacts(run.script, [{ name: FOLDER, value: relative(home, folder) }, mannerArtifact(run)]);
    const issued = inProduction(told, screenplay);
    const files = await exportFiles(run.store, {
      ...{
        folder,
        name: fileName(told.script),
        title: told.script.title,
        screenplay: issued?.screenplay ?? screenplay,
      },
      production: issued && { layout: layoutOf(told), open: issued.open },
    });
    const file = files.find(({ path, state }) => path.endsWith('.fountain') && state === 'written');
    if (file !== undefined) {
      const text = writtenText({
        story: told,
        drafts: draftsOf(outcomes),
        screenplay: issued?.screenplay ?? screenplay,
      });
      await rememberFile(run.store, { script: run.script, home, path: file.path }, text);
    }
    const status = outcomes.every(({ report }) => report.error === undefined) ? 'done' : 'incomplete';
    await end(status);
    return {
      run: run.id,
      script: told.script,
      status,
      scenes: outcomes.map(({ report }) => report),
      pages: layoutScreenplay(issued?.screenplay ?? screenplay, issued && layoutOf(told)).filter(
        (page) => page.number !== null,
      ).length,
      files,
      ...(notes.length === 0 ? {} : { notes }),
      ...(linked === undefined ? {} : { findings: await countTold(run, linked) }),
      tally: tally.total(),
      model,
      isLanguageModel,
      ms: Math.round(performance.now() - started),
    };
  } catch (caught) {
    const error = halting.signal.aborted ? halting.signal.reason : caught;
    await end(isScriptGenError(error) && error.code === 'run/aborted' ? 'aborted' : 'failed');
    throw error;
  }
}

/** How many findings are told: those that a person lets stand are not. */
async function countTold({ store, script }: Run, { findings }: Linked): Promise<number> {
  const stand = new Set(suppressionsFrom(await store.loadArtifacts(script, [SUPPRESSED])).map(({ id }) => id));
  return findings.filter(({ id }) => !stand.has(id)).length;
}

function draftsOf(outcomes: readonly SceneOutcome[]): ReadonlyMap<string, Draft> {
  return new Map(outcomes.flatMap(({ draft }) => (draft ? [[draft.scene, draft]] : [])));
}
