/**
 * A project is a folder with a database in it. `openProject` is the one place that wires storage, models,
 * prompts and steps together; every face (command line, HTTP, MCP, your own program) talks to a {@link Project}.
 *
 * @module
 */
import { join, resolve } from 'node:path';
import { AGENTS, type Agents, type Story } from './agents/index.ts';
import type { Outline, Script } from './bibles/index.ts';
import { createLimit, type Note } from './core/index.ts';
import { type ChoiceSource, loadModels, type Provider, splitModel } from './llm/index.ts';
import { createOfflineWriter } from './offline/index.ts';
import { assembleScript, draftsFrom, originIn, type RunReport } from './orchestrator/index.ts';
import { createAbilities } from './project/abilities.ts';
import { loadBible } from './project/bible/desk.ts';
import { type ExtractReport, extractInto } from './project/bible/extract-bible.ts';
import { loadKinds } from './project/bible/kinds-config.ts';
import { openBible } from './project/bible/open-bible.ts';
import type { ScriptBible } from './project/bible/script-bible.ts';
import { asTrunk, seriesOf } from './project/branches/above.ts';
import { graveFaults } from './project/faults.ts';
import { openLedger, type ProjectLedger } from './project/ledger/ledger-desk.ts';
import { type NewScript, newScript } from './project/new-script.ts';
import { lazyStorage } from './project/open-storage.ts';
import { packageRoot } from './project/package-root.ts';
import { openParts, type ProjectParts } from './project/parts.ts';
import { inProduction } from './project/production/in-production.ts';
import { openReplay } from './project/replay.ts';
import type { ContinueOptions, RunOptions, WriteOptions } from './project/run-options.ts';
import { type Going, runScript } from './project/run-script.ts';
import { openScripts } from './project/scripts.ts';
import { freeTitle } from './project/slug.ts';
import type { Wiring } from './project/wiring.ts';
import { writeNew } from './project/write-new.ts';
import { screenplayOf, writeOn } from './project/write-on.ts';
import { loadPrompts } from './prompts/index.ts';
import type { Screenplay } from './screenplay/index.ts';
import type { Dialogue, Order } from './steps/index.ts';

export type { Source } from './adapt/index.ts';
export type {
  ChangeSet,
  Conflict,
  Context,
  Entry,
  EntryState,
  EntryVersion,
  Fact,
  FieldChange,
  FileFault,
  Format,
  ImportPlan,
  Kind,
  Knowledge,
  Script,
  SearchHit,
} from './bibles/index.ts';
export { fileName } from './bibles/index.ts';
export type { Note } from './core/index.ts';
export type { ImportSource } from './llm/index.ts';
export type { BlamedPassage } from './markup/index.ts';
export type {
  ExportedFile,
  Plan,
  PlannedCall,
  PlannedScene,
  Reasons,
  RenderedStep,
  RunReport,
  SceneReport,
  Status,
  TakenFile,
  Tally,
} from './orchestrator/index.ts';
export type { ExtractOptions, ExtractReport } from './project/bible/extract-bible.ts';
export {
  type Blame,
  type ChangeOptions,
  type EntryChange,
  type EntryDraft,
  OVERSEERS,
  type ScriptBible,
  type Use,
  type ViewerName,
} from './project/bible/script-bible.ts';
export { LOGLINE_LIMIT, MOST_CANDIDATES, SCENE_LIMIT, SCENES } from './project/brief.ts';
export { type DatabaseOptions, type Finding, openDatabase, type ProjectDatabase } from './project/database.ts';
export { type Check, diagnose } from './project/doctor/doctor.ts';
export { OutlineChangeShape, outlineChangeFrom, ProposedShape, proposedFrom } from './project/impact/change-shape.ts';
export type { CallOptions } from './project/ledger/filter.ts';
export type { CassetteOptions, JournalDesk, ProjectLedger } from './project/ledger/ledger-desk.ts';
export type { Saved, Stats, StatsOptions, StatsRow } from './project/ledger/stats.ts';
export {
  type ImportedModels,
  type LocalModels,
  type ModelList,
  type ModelRow,
  type ModelsDesk,
  type ModelsOptions,
  type ModelTest,
  type ModelTestReport,
  openModels,
} from './project/models-desk.ts';
export type { NewScript } from './project/new-script.ts';
export { applyChange } from './project/outline/apply-change.ts';
export type * from './project/parts.ts';
export { type EjectedPrompt, openPrompts, type ProjectPrompts, type PromptSummary } from './project/prompts.ts';
export { printDisclosure } from './project/provenance/print-disclosure.ts';
export { ORIGINS } from './project/review/script-review.ts';
export type { BuildOptions, ContinueOptions, RunOptions, SceneScope, WriteOptions } from './project/run-options.ts';
export { type OutlineReport, openStructures, type ProjectStructures } from './project/structures.ts';
export type { PromptFault } from './prompts/index.ts';
export type {
  Call,
  CallLog,
  CallSum,
  Change,
  GcOptions,
  GcReport,
  Group,
  JournalFault,
  JournalSizes,
  RunEvent,
  SavingKind,
  ScenePlace,
} from './steps/index.ts';
export { DIALOGUES, type Dialogue, GROUPS, ORDERS, type Order } from './steps/index.ts';
export type { BeatRow, Structure, StructureBeat } from './structures/index.ts';

/** How to open a project. */
export interface ProjectOptions {
  /** The project's folder: `.scriptgen/` and `models.json` live in it. The working directory when absent. */
  readonly dir?: string;
  /** Where keys and addresses are read from. `process.env` when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The model for every role, as `provider/model`. */
  readonly model?: string;
  /** Model calls at a time. When absent: 16 for a language model, no limit for the offline writer. */
  readonly concurrency?: number;
  /** Which people of a scene are asked for their lines in one request; as the script was written last when absent, at first `auto`: those who know the same. */
  readonly dialogue?: Dialogue;
  /** What a scene is written after; as the script was written last when absent, at first `parallel`: its card alone, all side by side. */
  readonly order?: Order;
  /** Whether lines that say what other scenes say are asked for in other words, once all are written; as last time when absent, at first yes. */
  readonly surface?: boolean;
  /** Agents of your own, in the place of ScriptGen's or, as critics, beside them: see docs/agents.md. */
  readonly agents?: Partial<Agents>;
  /** Providers of your own, by name before those of models.json. */
  readonly providers?: readonly Provider[];
  /** Whether to look for a model server on this machine when nothing else decides; yes when absent, unless `SCRIPTGEN_DETECT` is 0. */
  readonly detect?: boolean;
  /** An error in the place of the offline writer, when no language model is configured or found. */
  readonly requireModel?: boolean;
  /**
   * What `cache().exportTo` wrote, to answer in the place of models. No model is asked and no key needed; a question that
   * is not in it is `model/not-recorded`. `models.json` is not read: the models are those of the recording.
   */
  readonly replay?: string;
}

/**
 * An open project. Scripts are named by slug or id, branches as `trunk@branch`; the newest is meant when none is named, or
 * the branch of it that was switched to.
 */
export interface Project extends ProjectParts, ProjectLedger {
  readonly dir: string;
  readonly model: {
    readonly id: string;
    readonly isLanguageModel: boolean;
    readonly source: ChoiceSource;
  };
  /** Warnings from the configuration. */
  readonly notes: readonly Note[];
  /** Oldest first, branches behind their trunks. */
  listScripts(): Promise<readonly Script[]>;
  getScript(script?: string): Promise<Script>;
  /** The scene cards of a script, in order. */
  getOutline(script?: string): Promise<Outline>;
  /** The screenplay as it stands: the last drafts, with marked gaps where there are none. */
  getScreenplay(script?: string): Promise<Screenplay>;
  /** Turn a logline or a source into a screenplay. The same logline or source, format and number of scenes go on with the same script. */
  write(options: WriteOptions): Promise<RunReport>;
  /**
   * Go on with a screenplay, or with a script of the project, in a new script: what stands before is taken over as it
   * is, and its scenes are left alone by every run; what follows is planned and written.
   */
  continue(options?: ContinueOptions): Promise<RunReport>;
  /** Begin a bible by hand, from a template: a script without scenes, a series, or a season. */
  createScript(asked: NewScript): Promise<Script>;
  /**
   * Read characters and settings off a screenplay, as drafts for a person to accept, into the bible of a script, or into
   * a new one of this title. With `ask` the model reads too: what it says counts only with words of the script.
   */
  extractBible(
    screenplay: Screenplay,
    options: { readonly script?: string; readonly title: string; readonly ask?: boolean },
  ): Promise<ExtractReport & { readonly script: Script }>;
  /** The bible of a script: its entries, their history, who knows what. */
  bible(script?: string): Promise<ScriptBible>;
  /** What this process asked and spent so far, in Prometheus' text format. */
  metrics(): string;
  close(): Promise<void>;
}

/** Calls at a time to a language model, when nobody says: below the usual limits of a new account. */
const CONCURRENCY = 16;

/**
 * Open the project in a folder, or make one there when something is first written.
 *
 * @throws ScriptGenError `config/invalid` for a broken models.json or prompts that cannot be rendered, `model/unknown` or `model/unauthorized` for a model
 * that cannot be asked, `storage/…` when the database cannot be used.
 */
export async function openProject(options: ProjectOptions = {}): Promise<Project> {
  const dir = resolve(options.dir ?? '.');
  const env = options.env ?? process.env;
  const root = packageRoot();
  const prompts = loadPrompts(root, dir);
  const replay = options.replay === undefined ? undefined : await openReplay(resolve(options.replay), prompts, options);
  const configured = {
    root,
    projectDir: dir,
    env,
    extra: [createOfflineWriter(), ...(options.providers ?? [])],
    ...(options.model === undefined ? {} : { modelFlag: options.model }),
    ...(options.detect === undefined ? {} : { detect: options.detect }),
    ...(options.requireModel === undefined ? {} : { requireModel: options.requireModel }),
  };
  const models = replay?.models ?? (await loadModels(configured));
  const main = models.modelFor('director').model;
  const isOfModel = (model: string): boolean =>
    models.providers.get(splitModel(model).provider)?.isLanguageModel ?? true;
  const isLanguageModel = isOfModel(main);
  const limit = createLimit(options.concurrency ?? (isLanguageModel ? CONCURRENCY : Number.POSITIVE_INFINITY));
  const kinds = loadKinds(dir);
  const agents: Agents = { ...AGENTS, ...options.agents };
  const storage = lazyStorage({ file: join(dir, '.scriptgen', 'scriptgen.db'), env });
  const { existing, getScript, listScripts, deskOf, storyOf } = openScripts(dir, storage, kinds);
  const beginScript = async (asked: NewScript): Promise<Script> => {
    const { bibles } = await storage.open();
    const parent = asked.series === undefined ? undefined : await getScript(asked.series);
    const { script, entries } = newScript(asked, await freeTitle(bibles, undefined, asked.title), parent);
    await bibles.createScript(script, entries, { cards: [] }, { type: 'person', name: asked.author ?? 'writer' });
    return script;
  };
  const { runFor, metrics } = createAbilities({
    ...{
      models,
      prompts,
      limit,
      env,
      replay,
      manner: { dialogue: options.dialogue, order: options.order, surface: options.surface },
    },
    storage: storage.open,
  });
  const faults = (story: Story): readonly Note[] => graveFaults(dir, story);
  const go = async (script: string, how: RunOptions, story: Going['story']): Promise<RunReport> =>
    runScript(await runFor(script, 'build', how), {
      ...{ home: dir, out: how.out, isLanguageModel, story, agents, faults, wait: how.wait },
      continuity: how.continuity,
    });
  const screenplayAsKept = async (story: Story): Promise<Screenplay> => {
    const artifacts = await (await storage.open()).runs.loadArtifacts(story.script.id);
    return assembleScript(story, draftsFrom(artifacts), { model: main, isLanguageModel, origin: originIn(artifacts) });
  };

  const wiring: Wiring = {
    ...{ dir, storage: storage.open, getScript, storyOf, deskOf, screenplayOf: screenplayAsKept, runFor },
    ...{ agents, modelFor: models.modelFor, requestFor: models.requestFor, isOfModel, isLanguageModel, faults },
  };

  return {
    dir,
    model: { id: main, isLanguageModel, source: models.source },
    notes: models.notes.map((message): Note => ({ rule: 'config/note', severity: 'info', message })),
    listScripts,
    getScript,
    getOutline: async (name) => (await storyOf(await getScript(name))).outline,
    getScreenplay: async (name) => {
      const story = await storyOf(await getScript(name));
      const plain = await screenplayAsKept(story);
      return inProduction(story, plain)?.screenplay ?? plain;
    },
    write: async (how) => {
      const series = how.series === undefined ? undefined : await getScript(how.series);
      const { bibles } = await storage.open();
      return writeNew(how, {
        ...{ dir, bibles, go, storyOf },
        series: series && { id: series.id, bible: await loadBible(await deskOf(series)) },
      });
    },
    continue: async (how = {}) => {
      const { bibles, runs } = await storage.open();
      const using = { dir, bibles, go, storyOf, series: undefined };
      if (how.source !== undefined) return writeOn(screenplayOf(how.source), how, using);
      const story = await storyOf(await getScript(how.script));
      const desk = await deskOf(story.script);
      const artifacts = await runs.loadArtifacts(story.script.id);
      return writeOn(asTrunk(story, await seriesOf(desk)), how, { ...using, bibles: desk.store, artifacts });
    },
    extractBible: async (screenplay, { script: name, title, ask = false }) => {
      const script = name === undefined ? await beginScript({ title }) : await getScript(name);
      const ready = ask ? await runFor(script.id, 'build') : undefined;
      return { script, ...(await extractInto(await deskOf(script), screenplay, { title, ask: ready?.run })) };
    },
    createScript: beginScript,
    ...openLedger(
      { storage: existing, create: storage.open, getScript },
      {
        roleOf: (task) => prompts.get(task)?.role,
        isLanguageModel: isOfModel,
        modelFor: models.modelFor,
      },
    ),
    bible: async (script) => openBible(await deskOf(await getScript(script))),
    ...openParts(wiring),
    metrics,
    close: async () => {
      await Promise.all([...models.providers.values()].map((provider) => provider.close?.()));
      await storage.close();
    },
  };
}
