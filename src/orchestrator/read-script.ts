import { cutText, type ScreenplaySource } from '../adapt/index.ts';
import { foldName, type NewEntry, type Outline, type SceneCard } from '../bibles/index.ts';
import { type Extracted, type ExtractedScene, extractBible, wordFinder } from '../extract/index.ts';
import { type AdaptedPremise, adaptPremise, readScene, type SynopsisAnswer } from '../generators/index.ts';
import { blockText, oneLine, plainText, readHeading, type Screenplay, scenesOf } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import { bareEntry } from './bare-entry.ts';
import type { Brief } from './develop.ts';
import type { Draft } from './draft.ts';
import { type Origin, originOf } from './origin.ts';
import { readPeople } from './read-people.ts';

/** A screenplay read as a script of the project: what there is before anything new is planned. */
export interface ReadScript {
  readonly premise: AdaptedPremise;
  readonly entries: readonly NewEntry[];
  readonly cards: Outline['cards'];
  readonly drafts: readonly Draft[];
  readonly origin: Origin;
}

/** Of the text of a scene, as much as is read, in UTF-16 units: six pages. */
const MOST_TEXT = 12_000;

/**
 * Read a screenplay up to a scene: its bible, a card for every scene with what a reader says of it as far as the words
 * are there, and its text as drafts that no run changes.
 *
 * @param keep How many of its scenes are kept.
 */
export async function readScript(
  run: Run,
  { screenplay, name }: ScreenplaySource,
  { keep, ...brief }: Omit<Brief, 'logline'> & { readonly keep: number },
): Promise<ReadScript> {
  run.emit({ type: 'stage-start', stage: 'bible' });
  const title = titleOf(screenplay) ?? name.replace(/^.*[\\/]|\.[^.]*$/g, '');
  const kept = firstScenes(screenplay, keep);
  const extracted = extractBible(kept, { id: run.script });
  const headed = extracted.scenes.filter(({ heading }) => heading !== '');
  const texts = scenesOf(kept)
    .filter(({ heading }) => heading !== undefined)
    .map(({ blocks }) =>
      blocks
        .slice(1)
        .map((block) => plainText(blockText(block)))
        .join('\n\n'),
    );
  const scenes = await Promise.all(
    headed.map(async (scene, at) => {
      const text = texts[at] ?? '';
      const people = namesOf(extracted, scene.cast);
      const shown = cutText(text, MOST_TEXT)[0] ?? '';
      const reading = await readScene(run, scene.id, { title, heading: scene.heading, people, text: shown });
      return { scene, card: cardOf(extracted, scene, { reading, text, words: text.split(/\s+/u).length }) };
    }),
  );
  const cards = scenes.map(({ card }) => card);
  const [premise, entries] = await Promise.all([
    adaptPremise(run, {
      ...{ format: brief.format, scenes: brief.scenes, title },
      events: cards.map(({ synopsis }) => synopsis),
      people: extracted.characters
        .filter(({ extra }) => extra === null)
        .slice(0, 40)
        .map((one) => ({
          name: one.name,
          is: oneLine(one.introduction?.text ?? '') || `speaks ${one.speeches} times`,
        })),
      places: extracted.settings
        .slice(0, 30)
        .map((one) => ({ name: one.name, is: oneLine(one.description?.text ?? '') || 'a place of the script' })),
      opening: cutText(texts[0] ?? '', 1500)[0] ?? '',
    }),
    readPeople(run, extracted, { kept, title }),
  ]);
  const { origin, drafts } = originOf(
    kept,
    headed.map(({ id }) => id),
  );
  return { premise, entries: acceptedWith(entries, premise, run.script), cards, drafts, origin };
}

/** A screenplay up to the end of a scene. Its source stays whole: what is not there any more is not printed. */
function firstScenes(screenplay: Screenplay, keep: number): Screenplay {
  const headed = scenesOf(screenplay).filter(({ heading }) => heading !== undefined);
  return { ...screenplay, children: screenplay.children.slice(0, headed[keep - 1]?.to ?? 0) };
}

function titleOf({ titlePage }: Screenplay): string | undefined {
  const lines = titlePage?.entries.find(({ key }) => key.toLowerCase() === 'title')?.lines ?? [];
  return oneLine(plainText(lines.join(' '))).trim() || undefined;
}

function namesOf({ characters }: Extracted, ids: readonly string[]): readonly string[] {
  return characters.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

/**
 * What was read off the script counts: the scenes to come have nothing else to go by. So do the people of the premise,
 * where the script has too few of its own.
 */
function acceptedWith(entries: readonly NewEntry[], { people }: AdaptedPremise, script: string): readonly NewEntry[] {
  const roles = new Map(people.map(({ name, role }) => [name, role]));
  const own = entries.map((entry): NewEntry => {
    const role = entry.kind === 'character' ? roles.get(entry.name) : undefined;
    return { ...entry, state: 'accepted', document: role === undefined ? entry.document : { ...entry.document, role } };
  });
  const known = new Set(entries.map(({ name }) => foldName(name)));
  const others = people.filter(({ name }) => !known.has(foldName(name)));
  return [
    ...own,
    ...others.map(({ name, role, sketch }) =>
      bareEntry({ kind: 'character', script, name, fields: { role, notes: sketch } }),
    ),
  ];
}

function cardOf(
  extracted: Extracted,
  scene: ExtractedScene,
  { reading, text, words }: { readonly reading: SynopsisAnswer; readonly text: string; readonly words: number },
): SceneCard {
  const inside = new Map(
    extracted.characters
      .filter(({ id, extra }) => extra === null && scene.cast.includes(id))
      .map((one) => [one.name, one.id]),
  );
  const ids = [...inside.values()];
  const speakers = scene.speakers.filter((id) => ids.includes(id));
  const stands = wordFinder(text);
  const { prefix, location, time } = readHeading(scene.heading);
  return {
    id: scene.id,
    version: 1,
    interior: prefix === undefined || prefix.startsWith('I'),
    setting: scene.setting ?? location,
    time: time ?? '',
    cast: ids,
    speakers,
    lead: inside.get(reading.lead) ?? speakers[0] ?? ids[0] ?? '',
    goal: reading.goal,
    opposition: reading.opposition,
    turn: reading.turn,
    tension: reading.tension,
    beats: reading.beats,
    pattern: reading.pattern,
    length: words <= 60 ? 'flash' : words <= 150 ? 'short' : words <= 350 ? 'standard' : 'setPiece',
    learns: reading.learns.flatMap(({ character, fact, quote }) => {
      const id = inside.get(character);
      return id === undefined || !stands(quote) ? [] : [{ character: id, fact }];
    }),
    becauseOf: [],
    threads: [],
    synopsis: reading.synopsis,
  };
}
