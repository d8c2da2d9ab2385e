import type { Format, SceneCard } from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';
import type { Coverage } from '../coverage/index.ts';
import {
  assembleScript,
  type CoveragePlan,
  type CoverageTask,
  coverScript,
  type Draft,
  draftsFrom,
  planCoverage,
  type Tally,
} from '../orchestrator/index.ts';
import type { RunOptions } from '../project.ts';
import type { Screenplay } from '../screenplay/index.ts';
import { countedRun } from './counted-run.ts';
import { noScenes } from './refusals.ts';
import { loadStructures } from './structures.ts';
import type { Wiring } from './wiring.ts';

export type { CoveragePlan } from '../orchestrator/index.ts';

/** What to report on, and how. */
export interface CoverageOptions extends Omit<RunOptions, 'out'> {
  /** Slug or id of a script of the project; the newest when neither this nor `document` is given. */
  readonly script?: string;
  /** Any other screenplay, and how it is called where its title page does not say. */
  readonly document?: { readonly screenplay: Screenplay; readonly name: string };
  /** What it is meant to be; as the project says, or by its length, when absent. */
  readonly form?: Format;
  /** Who signs the report; the model that read when absent. */
  readonly analyst?: string;
  /** The day that stands in it, as `2026-11-26`; today (UTC) when absent. */
  readonly date?: string;
  /** Whether setting and production values are judged too. */
  readonly setting?: boolean;
}

/** A reader's report, and what it took to make. */
export interface CoverageReport extends Coverage {
  readonly tally: Tally;
}

/** The part of a project that reports on scripts as a reader does. */
export interface ProjectCoverage {
  /**
   * Read a script and report on it: header, logline, synopsis, comments, grid, verdict. Quotes are held against the script,
   * scores are computed. What was read before is not asked again; one changed scene has only its part read anew.
   */
  cover(options?: CoverageOptions): Promise<CoverageReport>;
  /** Say what `cover` would ask and what that would cost. Asks nothing. */
  planCoverage(options?: CoverageOptions): Promise<CoveragePlan>;
}

/** Put together what reports on scripts. */
export function openCoverage(desk: Wiring): ProjectCoverage {
  return {
    cover: async (options = {}) => {
      const { id, task } = await taskOf(desk, options);
      const { value, tally } = await countedRun(desk, { id, how: options }, (run) => coverScript(run, task));
      return { ...value, tally };
    },
    planCoverage: async (options = {}) => {
      const { id, task } = await taskOf(desk, options);
      const { run } = await desk.runFor(id, 'plan', { batch: options.batch });
      return planCoverage(run, task);
    },
  };
}

async function taskOf(desk: Wiring, options: CoverageOptions): Promise<{ id: string; task: CoverageTask }> {
  const { document, form, setting = false, date = new Date().toISOString().slice(0, 10) } = options;
  const { model } = desk.modelFor('dramaturge');
  const isLanguageModel = desk.isOfModel(model);
  const analyst = options.analyst ?? (isLanguageModel ? `ScriptGen, read by ${model}` : 'ScriptGen, without a reader');
  const how = { date, analyst, setting, isLanguageModel };
  if (document !== undefined) {
    const { screenplay, name } = document;
    return { id: deriveId('cv', name), task: { ...how, script: screenplay, name, form, remarks: [] } };
  }
  const script = await desk.getScript(options.script);
  const story = await desk.storyOf(script);
  if (story.outline.cards.length === 0) throw noScenes(script);
  const drafts = draftsFrom(await (await desk.storage()).runs.loadArtifacts(script.id));
  const missing = story.outline.cards.filter(({ id }) => !drafts.has(id) && !story.markup?.edits.has(id)).length;
  const { title, logline, format } = script;
  return {
    id: script.id,
    task: {
      ...how,
      script: assembleScript(story, new Map(story.outline.cards.map((card) => [card.id, draftOf(card, drafts)])), {
        model,
        isLanguageModel,
      }),
      ...{ name: title, form: form ?? format, outline: story.outline, logline },
      structure: loadStructures(desk.dir).structures.get(story.outline.plan?.structure ?? ''),
      remarks: missing === 0 ? [] : [`${missing} of ${story.outline.cards.length} scenes are not written yet.`],
    },
  };
}

/** A scene that is not written has nothing to read: the line that marks its gap is no action. */
function draftOf({ id }: SceneCard, drafts: ReadonlyMap<string, Draft>): Draft {
  return drafts.get(id) ?? { scene: id, heading: '', blocks: [], keys: [], model: '', decisions: [] };
}
