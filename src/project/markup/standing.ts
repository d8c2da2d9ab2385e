import type { Story } from '../../agents/index.ts';
import type { RecordWrite, SceneCard } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { type EffectiveText, type SceneLine, sceneLines, textOfScene } from '../../markup/index.ts';
import { type Draft, draftsFrom, placeOf } from '../../orchestrator/index.ts';
import { type SceneHeading, scenesOf } from '../../screenplay/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { Storage } from '../../storage/index.ts';
import { cardNamed } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import { type MarkOptions, signed } from './options.ts';

/** A scene as it stands. */
export interface StandingScene {
  readonly card: SceneCard;
  readonly at: ScenePlace;
  /** As it reads. */
  readonly heading: SceneHeading;
  readonly draft: Draft | undefined;
  /** `undefined` for a scene that nobody has written. */
  readonly text: EffectiveText | undefined;
  readonly lines: readonly SceneLine[];
}

/** A script as it stands. */
export interface Standing {
  readonly story: Story;
  readonly storage: Storage;
  scene(asked: string): StandingScene;
}

/** Read a script with the text of its scenes. */
export async function standingOf(wiring: Wiring, id: string): Promise<Standing> {
  const storage = await wiring.storage();
  const story = await wiring.storyOf(await wiring.getScript(id));
  const drafts = draftsFrom(await storage.runs.loadArtifacts(id));
  const headings = scenesOf(await wiring.screenplayOf(story)).flatMap(({ heading }) => heading ?? []);
  const { outline, markup, script } = story;
  return {
    story,
    storage,
    scene: (asked) => {
      const card = cardNamed(outline, asked, script.title);
      const place = outline.cards.indexOf(card);
      const at = placeOf(story, card, place);
      const heading: SceneHeading = headings[place] ?? { type: 'sceneHeading', text: at.heading };
      const draft = drafts.get(card.id);
      const isWritten = draft !== undefined || markup?.edits.has(card.id) === true;
      const text = isWritten ? textOfScene(markup, draft ?? { scene: card.id, blocks: [] }) : undefined;
      return { card, at, heading, draft, text, lines: sceneLines(heading, text?.blocks ?? []) };
    },
  };
}

/** The text of a scene. @throws ScriptGenError `markup/invalid` where there is none. */
export function writtenText({ at, text }: StandingScene): EffectiveText {
  if (text !== undefined) return text;
  throw new ScriptGenError({
    code: 'markup/invalid',
    message: `Scene ${at.number} is not written yet.`,
    hint: 'Write it first: scriptgen build',
  });
}

/** Write records as one change set. */
export async function writeRecords(
  { story, storage }: Standing,
  writes: readonly RecordWrite[],
  how: MarkOptions,
): Promise<void> {
  await storage.bibles.write({ script: story.script.id, writes, ...signed(how) });
}
