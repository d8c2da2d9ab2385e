import type { Script } from '../../bibles/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';
import type { RunHow } from '../abilities.ts';
import type { Wiring } from '../wiring.ts';
import { type LintFinding, type LintReport, lintScreenplay, lintScript, suppressFinding } from './lint.ts';
import { type ReadReport, readScreenplay, readStory } from './read.ts';

export type { Continuity } from '../../orchestrator/index.ts';

/** What to look over. */
export interface LintOptions extends Pick<RunHow, 'onEvent' | 'stop' | 'kill' | 'maxCost'> {
  /** Slug or id; the newest script when absent. */
  readonly script?: string;
  /** A script from elsewhere; with `script` too, it is held against the bible and the cards of that one. */
  readonly screenplay?: Screenplay;
  /** Let the model look too, for what takes a reader: it is asked once for the same words. */
  readonly full?: boolean;
}

/** The part of a project that looks over what is written. */
export interface ProjectContinuity {
  /** Look over a script for what cannot be: who is where, who has what, who knows what, in which order. */
  lint(options?: LintOptions): Promise<LintReport>;
  /**
   * Let a finding of `lint` stand, for a reason; without one no longer. Ids may be cut short.
   * @throws ScriptGenError `input/invalid` for a finding that is not there.
   */
  suppress(finding: { readonly id: string; readonly reason?: string }, script?: string): Promise<LintFinding>;
}

/** Open that part of a project. */
export function openContinuity({ getScript, storyOf, screenplayOf, storage, runFor }: Wiring): ProjectContinuity {
  const lintOf = async (script: Script, how: LintOptions = {}): Promise<LintReport & { readonly script: Script }> => {
    const story = await storyOf(script);
    const screenplay = await screenplayOf(story);
    const read = how.full ? await readStory(runFor, story, screenplay, how) : undefined;
    const artifacts = await (await storage()).runs.loadArtifacts(script.id);
    return { ...lintScript(story, screenplay, artifacts), ...readingOf(read), script };
  };
  return {
    lint: async (how = {}) => {
      const { script, screenplay, full = false } = how;
      if (screenplay === undefined) return lintOf(await getScript(script), how);
      const told = script === undefined ? undefined : await storyOf(await getScript(script));
      const read = full ? await readScreenplay(runFor, screenplay, { how, story: told }) : undefined;
      return { ...lintScreenplay(screenplay, { story: told, found: read?.findings }), ...readingOf(read) };
    },
    suppress: async (finding, script) => {
      const report = await lintOf(await getScript(script));
      return suppressFinding((await storage()).runs, report, finding);
    },
  };
}

function readingOf(read: ReadReport | undefined): Pick<LintReport, 'tally' | 'unanswered'> {
  return read === undefined ? {} : { tally: read.tally, unanswered: read.unanswered };
}
