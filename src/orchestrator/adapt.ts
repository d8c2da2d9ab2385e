import {
  cutText,
  holdDigest,
  mergeDigests,
  type OutlineSource,
  type ProseSource,
  placeFacts,
  slugOf,
  type Told,
} from '../adapt/index.ts';
import { firstVersion, foldName } from '../bibles/index.ts';
import { adaptPremise, digestPart, type Premise } from '../generators/index.ts';
import { estimateTokens } from '../llm/index.ts';
import type { Run } from '../steps/index.ts';
import { type Brief, developBible } from './develop.ts';
import { holdToOutline, withPlaces } from './hold-outline.ts';
import { type Planned, type Planning, planFrom } from './write-script.ts';

/** A part of a source, in tokens: so that a model with room for 8,192 can read it, and answer. */
const PART = 3000;
/** What planners are shown of a source's events, in UTF-16 units. */
const MOST_EVENTS = 12_000;
/** How much of the source's own words the premise reads. */
const OPENING = 1500;

/** A source as a planner takes it up. */
interface Adapted {
  readonly logline: string;
  readonly premise: Premise;
  /** The premise with what happens in the source. */
  readonly told: string;
  readonly facts: Told['facts'];
}

/**
 * Develop a source into a bible and an outline: digests of its parts side by side, then the premise, then what follows
 * any premise. Its people keep their names, and what it says of them goes into their entries.
 */
export async function adaptStory(
  run: Run,
  source: OutlineSource | ProseSource,
  asked: Omit<Brief, 'logline'>,
  planning: Planning,
): Promise<Planned> {
  run.emit({ type: 'stage-start', stage: 'bible' });
  const { logline, premise, told, facts } = await adaptSource(run, source, asked);
  const brief: Brief = { ...asked, logline };
  const { entries } = await developBible(run, brief, planning.series?.bible.entries, premise);
  const known = placeFacts(entries, facts);
  if (source.kind === 'prose') return planFrom(run, { brief, premise, told, entries: known }, planning);
  const placed = withPlaces(known, source.scenes, run.script);
  const planned = await planFrom(run, { brief, premise, told, entries: placed }, planning);
  const all = [...(planning.series?.bible.entries ?? []), ...placed.map(firstVersion)];
  const cards = holdToOutline(planned.outline.cards, source.scenes, all);
  return { ...planned, outline: { ...planned.outline, cards } };
}

async function adaptSource(
  run: Run,
  source: OutlineSource | ProseSource,
  { format, scenes }: Omit<Brief, 'logline'>,
): Promise<Adapted> {
  const digest = await digestText(run, source.text);
  const events = source.kind === 'outline' ? source.scenes : await condense(run, digest.events, 1);
  const { logline, ...premise } = await adaptPremise(run, {
    format,
    scenes,
    title: source.title ?? '',
    events,
    people: digest.people,
    places: source.kind === 'outline' ? placesOf(source, digest.places) : digest.places,
    opening: cutText(source.text.trim(), OPENING)[0]?.trim() ?? '',
  });
  const order =
    source.kind === 'outline'
      ? `The scenes as the writer planned them, in order${events.length === scenes ? ': one card for each, by its number' : ''}`
      : 'What happens, in the order of the source';
  const told = [premise.premise, '', `${order}:`, ...events.map((event, at) => `${at + 1}. ${event}`)].join('\n');
  return { logline, premise, told, facts: digest.facts };
}

/** The places that an outline's headings name, then those that a reader found besides. */
function placesOf({ scenes }: OutlineSource, found: Told['places']): Told['places'] {
  const slugs = new Map(scenes.flatMap((scene) => slugOf(scene) ?? []).map((slug) => [foldName(slug.place), slug]));
  return [
    ...[...slugs.values()].map(({ place, rest }) => ({ name: place, is: rest })),
    ...found.filter(({ name }) => !slugs.has(foldName(name))),
  ];
}

/** The length of a part in UTF-16 units: some scripts have four of them to a token, some less than one. */
function partLength(text: string): number {
  return Math.max(1, Math.floor((PART * text.length) / Math.max(1, estimateTokens(text))));
}

/** What a text tells, read part by part side by side. */
async function digestText(run: Run, text: string): Promise<Told> {
  const parts = cutText(text, partLength(text));
  const digests = await Promise.all(
    parts.map(async (part, at) =>
      holdDigest(
        await digestPart(run, `adapt/digest/${at + 1}`, { part: at + 1, parts: parts.length, text: part }),
        part,
      ),
    ),
  );
  return mergeDigests(digests, text);
}

/** Events that a planner can hold: of a long source, the events of its events. */
async function condense(run: Run, events: readonly string[], round: number): Promise<readonly string[]> {
  const text = events.join('\n');
  if (text.length <= MOST_EVENTS) return events;
  const parts = cutText(text, partLength(text));
  const digests = await Promise.all(
    parts.map((part, at) =>
      digestPart(run, `adapt/condense/${round}/${at + 1}`, { part: at + 1, parts: parts.length, text: part }),
    ),
  );
  const fewer = digests.flatMap((digest) => digest.events);
  // A reader that does not shorten would be asked for ever.
  return fewer.join('\n').length < text.length ? condense(run, fewer, round + 1) : cutToFit(events);
}

/** Every so many events, so that beginning, middle and end are there. */
function cutToFit(events: readonly string[]): readonly string[] {
  const length = events.reduce((sum, event) => sum + event.length + 1, 0);
  const every = Math.ceil(length / MOST_EVENTS);
  return events.filter((_, at) => at % every === 0).map((event) => event.slice(0, MOST_EVENTS / 20));
}
