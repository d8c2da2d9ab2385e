import type { Story } from '../agents/index.ts';
import { draftsFrom, type RunReport } from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';
import { chooseAnew } from './anew.ts';
import { refuseContradictions } from './faults.ts';
import { noScenes } from './refusals.ts';
import type { BuildOptions } from './run-options.ts';
import { runScript } from './run-script.ts';
import { scopeOf } from './scope.ts';
import { takeIn } from './sync/take-in.ts';
import type { Wiring } from './wiring.ts';

/** The part of a project that brings scripts up to date. */
export interface ProjectBuilding {
  /**
   * Write the scenes of a script that are not fresh. What a person changed in its file is taken in first; where that
   * cannot be, the file is left alone, and the new text goes beside it.
   */
  build(options?: BuildOptions): Promise<RunReport>;
  /** A run and a story, to call `writeScript`, `writeScene` or `runAgents` yourself. Holds no lease and exports no files. */
  prepare(options?: BuildOptions): Promise<{ readonly run: Run; readonly story: Story }>;
}

/** Open that part of a project. */
export function openBuilding(wiring: Wiring): ProjectBuilding {
  const { dir, getScript, storyOf, storage, runFor, isLanguageModel, agents, faults } = wiring;
  return {
    build: async (how = {}) => {
      const script = await getScript(how.script);
      const taken = await takeIn(wiring, how);
      const story = await storyOf(script);
      if (story.outline.cards.length === 0) throw noScenes(script);
      refuseContradictions(story, how.force);
      const scope = scopeOf(story, how);
      if (how.anew) {
        const { bibles, runs } = await storage();
        const drafts = draftsFrom(await runs.loadArtifacts(script.id));
        await chooseAnew(bibles, (await runFor(script.id, 'plan')).run, story, { scope, drafts, agents });
      }
      const report = await runScript(await runFor(script.id, 'build', how), {
        ...{ home: dir, out: how.out, isLanguageModel, scope, agents, faults, continuity: how.continuity },
        wait: how.wait,
        story: async () => storyOf(script),
      });
      return { ...report, ...(taken === undefined ? {} : { taken }) };
    },
    prepare: async (how = {}) => {
      const script = await getScript(how.script);
      return { run: (await runFor(script.id, 'build', how)).run, story: await storyOf(script) };
    },
  };
}
