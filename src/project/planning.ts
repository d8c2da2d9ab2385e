import type { Story } from '../agents/index.ts';
import type { Script } from '../bibles/index.ts';
import {
  draftsFrom,
  explainScene,
  type Plan,
  planScript,
  type Reasons,
  type RenderedStep,
  renderScene,
  type Status,
} from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';
import { choicesAnew, withChoices } from './anew.ts';
import { cardNamed } from './bible/desk.ts';
import { markProposed } from './impact/mark-proposed.ts';
import type { Proposed } from './impact/proposed.ts';
import { suppose } from './impact/suppose.ts';
import type { RunOptions, SceneScope } from './run-options.ts';
import { scopeOf } from './scope.ts';
import { statusOf } from './status.ts';
import { type OutlineReport, reportOutline } from './structures.ts';
import type { Wiring } from './wiring.ts';

/** What is planned, and at which price. */
export interface PlanOptions extends Pick<RunOptions, 'batch'>, SceneScope {
  /** Whose price is told, as `provider/model`: what the same would cost with that model. That of the models asked unless given. */
  readonly priceOf?: string;
}

/** The part of a project that says what a build would do, and why. Asks nothing. */
export interface ProjectPlanning {
  /** Say what `build` would ask, and why, and what that would cost: with `batch` at the price of batches. Asks nothing. */
  plan(script?: string, options?: PlanOptions): Promise<Plan>;
  /** Say why one scene, by number or id, is as it is. */
  why(scene: string, script?: string): Promise<Reasons>;
  /** What a build would ask about one scene, word for word, as far as it can be known. Asks nothing. */
  render(scene: string, script?: string): Promise<readonly RenderedStep[]>;
  /**
   * Say what `build` would ask if all of these changes were made, and why: the chain of reasons ends in what is
   * `(proposed)`. Nothing is written and nothing asked. @throws ScriptGenError as making a change would.
   */
  impact(changes: readonly Proposed[], script?: string): Promise<Plan>;
  status(script?: string): Promise<Status>;
  /**
   * Hold the outline against a structure (that which it was planned by, unless named) and against all else that can be
   * known of it. Asks nothing. @throws ScriptGenError `input/invalid` for a structure that there is not.
   */
  checkOutline(script?: string, structure?: string): Promise<OutlineReport>;
}

/** Open that part of a project. */
export function openPlanning(wiring: Wiring): ProjectPlanning {
  const { dir, getScript, storyOf, runFor, agents, requestFor } = wiring;
  const planning = async ({ id }: Script): Promise<Run> => (await runFor(id, 'plan')).run;
  const named = async (name: string | undefined): Promise<Story> => storyOf(await getScript(name));
  return {
    plan: async (name, { batch, priceOf, ...asked } = {}) => {
      const story = await named(name);
      const { run: own } = await runFor(story.script.id, 'plan', { batch });
      const run = priceOf === undefined ? own : pricedAs(own, priceOf);
      const drafts = draftsFrom(await run.store.loadArtifacts(story.script.id));
      const scope = scopeOf(story, asked);
      const choices = asked.anew ? await choicesAnew(run, story, { scope, drafts, agents }) : new Map();
      const plan = await planScript(run, withChoices(story, choices), { agents, scope, drafts });
      return priceOf === undefined ? plan : { ...plan, priceOf };
    },
    why: async (scene, name) => {
      const story = await named(name);
      const card = cardNamed(story.outline, scene, story.script.title);
      return explainScene(await planning(story.script), story, card, agents);
    },
    render: async (scene, name) => {
      const story = await named(name);
      const card = cardNamed(story.outline, scene, story.script.title);
      return renderScene(await planning(story.script), story, card, agents);
    },
    impact: async (changes, name) => {
      const now = { story: await named(name), run: await planning(await getScript(name)) };
      const then = changes.reduce((supposed, change) => suppose(supposed, change, requestFor), now);
      const drafts = draftsFrom(await now.run.store.loadArtifacts(now.run.script));
      const planOf = ({ run, story }: typeof now): Promise<Plan> =>
        planScript({ ...run, satisfied: new Map() }, story, { agents, drafts });
      return markProposed(await planOf(now), await planOf(then));
    },
    status: async (name) => {
      const story = await named(name);
      return statusOf(await planning(story.script), story, agents);
    },
    checkOutline: async (name, structure) => reportOutline(dir, await named(name), structure),
  };
}

/** The same run, that tells what another model would cost. */
function pricedAs(run: Run, model: string): Run {
  const { estimator } = run;
  if (estimator === undefined) return run;
  return { ...run, estimator: { ...estimator, cost: (_, tokens, lane) => estimator.cost(model, tokens, lane) } };
}
