import type { ScreenplaySource, Source } from '../adapt/index.ts';
import type { Story } from '../agents/index.ts';
import {
  type Bible,
  type Format,
  firstVersion,
  inheritEntries,
  type NewEntry,
  type Outline,
  type Script,
} from '../bibles/index.ts';
import { deriveId, type Json, ScriptGenError, sha256 } from '../core/index.ts';
import {
  type Draft,
  draftArtifact,
  draftsAsRead,
  draftsFrom,
  goOn,
  type Origin,
  originArtifact,
  originIn,
  type RunReport,
  readScript,
} from '../orchestrator/index.ts';
import { blockText, plainText } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import { SCENE_LIMIT, SCENES, sizeFrom } from './brief.ts';
import { copyStory } from './copy-story.ts';
import { refuseTitle } from './refusals.ts';
import type { ContinueOptions } from './run-options.ts';
import { freeTitle } from './slug.ts';
import type { WriteWith } from './write-new.ts';

/** From so many scenes on a script is a feature, when nobody says. */
const FEATURE = 30;
/** How much of the last scene's words the planner reads. */
const ENDING = 1500;

/** What is there already, before it is read. */
interface Given {
  readonly origin: readonly string[];
  readonly scenes: number;
  readonly format: Format | undefined;
  readonly begin: (run: Run, size: Size) => Promise<Begun>;
}

interface Size {
  readonly format: Format;
  /** Of the whole, and how many of them stay as they are. */
  readonly scenes: number;
  readonly keep: number;
}

/** A beginning under the new script's id. */
interface Begun {
  readonly title: string;
  readonly about: Pick<Script, 'logline' | 'premise' | 'parent'>;
  readonly entries: readonly NewEntry[];
  /** The entries of its series. */
  readonly above?: Bible | undefined;
  readonly cards: Outline['cards'];
  readonly drafts: readonly Draft[];
  readonly origin: Origin | undefined;
}

/** A source as a screenplay. @throws ScriptGenError `input/invalid` for one that is none. */
export function screenplayOf(source: Source): ScreenplaySource {
  if (source.kind === 'screenplay') return source;
  const what = source.kind === 'outline' ? 'an outline' : 'prose';
  throw invalid(
    `${source.name} is ${what}: there is no scene to go on from.`,
    'Write from it instead: scriptgen write --from',
  );
}

/** Take over a screenplay as a script of the project: its scenes stay as they are, nothing is planned. */
export function takeOver(source: ScreenplaySource, how: ContinueOptions, using: WriteWith): Promise<RunReport> {
  return goOnWith(givenBy(source), { ...how, scenes: 0 }, using);
}

/** Go on with a screenplay: what stands stays byte for byte, what follows is planned and written. */
export function writeOn(
  from: ScreenplaySource | Story,
  how: ContinueOptions,
  { artifacts, ...using }: WriteWith & { readonly artifacts?: ReadonlyMap<string, Json> },
): Promise<RunReport> {
  return goOnWith('kind' in from ? givenBy(from) : givenIn(from, artifacts ?? new Map(), using), how, using);
}

async function goOnWith(
  given: Given,
  how: ContinueOptions,
  { bibles, go, storyOf, series }: WriteWith,
): Promise<RunReport> {
  const size = sizeOf(given, how);
  const id = deriveId('sp', 'on', ...given.origin, size.format, String(size.keep), String(size.scenes));
  const known = await bibles.getScript(id);
  if (known) refuseTitle(known, how.title);
  return go(id, how, async (run) => {
    // Another process may have begun it since.
    const there = known ?? (await bibles.getScript(id));
    if (there) return storyOf(there);
    const begun = await given.begin(run, size);
    const { about, entries, cards, drafts, origin } = begun;
    const script: Script = {
      id,
      ...(await freeTitle(bibles, how.title, begun.title)),
      ...about,
      ...(series === undefined ? {} : { parent: series.id }),
      format: size.format,
      scenes: size.scenes,
    };
    run.emit({ type: 'stage-start', stage: 'outline' });
    const above = begun.above ?? series?.bible;
    const bible: Bible = { ...above, entries: inheritEntries([above?.entries ?? [], entries.map(firstVersion)]) };
    const next = await goOn(run, { script, bible, cards, ending: endingOf(drafts) });
    // The text comes first: a script without it would be written anew.
    const kept = [
      ...(origin === undefined ? [] : [originArtifact(origin)]),
      ...drafts.map((draft) => draftArtifact(draft)),
    ];
    await run.store.saveArtifacts(id, kept);
    const outline: Outline = { cards: [...cards, ...next.cards] };
    const author = { type: 'agent', name: run.models('planner').model } as const;
    await bibles.createScript(script, [...entries, ...next.settings], outline, author);
    await run.journal.saveSlots(id, [...run.satisfied.values()]);
    return storyOf(script);
  });
}

function givenBy(source: ScreenplaySource): Given {
  return {
    origin: [sha256(source.text)],
    scenes: source.screenplay.children.filter(({ type }) => type === 'sceneHeading').length,
    format: undefined,
    begin: async (run, size) => {
      const { premise, ...read } = await readScript(run, source, size);
      return { ...read, title: premise.title, about: { logline: premise.logline, premise: premise.premise } };
    },
  };
}

function givenIn(
  { script, bible, outline, markup }: Story,
  artifacts: ReadonlyMap<string, Json>,
  { bibles }: Pick<WriteWith, 'bibles'>,
): Given {
  const drafts = draftsAsRead({ outline, markup }, draftsFrom(artifacts));
  const texts = outline.cards.map(({ id }) => drafts.get(id)?.blocks ?? []);
  return {
    origin: [script.id, sha256(JSON.stringify(texts))],
    scenes: outline.cards.length,
    format: script.format,
    begin: async (run, { keep }) => {
      const own = await bibles.listEntries(script.id);
      const cards = outline.cards.slice(0, keep);
      const { logline, premise, parent, title } = script;
      const inherited = bible.entries.filter(({ id }) => !own.some((entry) => entry.id === id));
      return {
        ...copyStory({ entries: own, cards, drafts, origin: originIn(artifacts) }, run.script),
        title,
        about: { logline, premise, ...(parent === undefined ? {} : { parent }) },
        above: { ...bible, entries: inherited },
      };
    },
  };
}

/** How many scenes are kept and how many the whole has. @throws ScriptGenError `input/invalid`, `scene/not-found`. */
function sizeOf({ scenes: there, format: own }: Given, how: ContinueOptions): Size {
  if (there === 0) throw invalid('There is no scene to go on from.', 'Write from it instead: scriptgen write --from');
  const from = how.fromScene ?? there + 1;
  if (!Number.isInteger(from) || from < 2 || from > there + 1)
    throw new ScriptGenError({
      code: 'scene/not-found',
      message: `Nothing can be gone on with from scene ${from}: it has ${there}.`,
      hint: `Give a number from 2 to ${there + 1}; what stands before it stays as it is.`,
    });
  const keep = from - 1;
  const format = how.format ?? own ?? (there > FEATURE ? 'feature' : 'short');
  const more = how.scenes ?? SCENES[format] - keep;
  if (!Number.isInteger(more) || more < 0 || keep + more > SCENE_LIMIT || (more === 0 && how.scenes !== 0))
    throw invalid(
      `${keep} scenes cannot be gone on with by ${more}.`,
      `Say how many follow, with --scenes: at most ${SCENE_LIMIT} in all.`,
    );
  return { ...sizeFrom({ format, scenes: keep + more }), keep };
}

function endingOf(drafts: readonly Draft[]): string {
  const text = (drafts.at(-1)?.blocks ?? []).map((block) => plainText(blockText(block))).join('\n\n');
  return text.length <= ENDING ? text : `… ${text.slice(-ENDING).replace(/^\S*\s+/u, '')}`;
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
