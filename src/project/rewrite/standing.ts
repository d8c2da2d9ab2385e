import type { Story } from '../../agents/index.ts';
import type { Json } from '../../core/index.ts';
import { type Draft, draftsFrom, originIn, standingScenes } from '../../orchestrator/index.ts';
import type { StandingScene } from '../../rewrite/index.ts';
import type { Desk } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';

/** A script as it stands, read once: what is noted, read and rewritten. */
export interface Standing {
  readonly desk: Desk;
  readonly story: Story;
  readonly artifacts: ReadonlyMap<string, Json>;
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The scenes that have a text, in order. */
  readonly scenes: readonly StandingScene[];
}

/** Read how a script stands. @throws ScriptGenError `script/not-found` */
export async function readStanding(
  { getScript, storyOf, deskOf, modelFor, isLanguageModel }: Wiring,
  name: string | undefined,
): Promise<Standing> {
  const script = await getScript(name);
  const [story, desk] = await Promise.all([storyOf(script), deskOf(script)]);
  const artifacts = await desk.runs.loadArtifacts(script.id);
  const drafts = draftsFrom(artifacts);
  const { model } = modelFor('director');
  const scenes = standingScenes(story, { drafts, model, isLanguageModel, origin: originIn(artifacts) });
  return { desk, story, artifacts, drafts, scenes };
}
