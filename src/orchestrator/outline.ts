import { type Bible, type BuiltIn, contextFor, entriesOf, type Outline, type Script } from '../bibles/index.ts';
import type { Note } from '../core/index.ts';
import { type BeatsInput, type CardsInput, planBeats, planCards, planSpine, type Quota } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { placeBeats, SHAPES, type Structure } from '../structures/index.ts';
import { chooseTakes } from './outline/choose.ts';
import { type CardWork, faultsOf, outlineOf } from './outline/draft-outline.ts';
import { mendOutline } from './outline/mend.ts';
import { evenWords, quotasFor, wordsOf } from './outline/quota.ts';

/** What an outline is planned from. */
export interface OutlineAsk {
  readonly script: Script;
  readonly bible: Bible;
  /** What it is held against, and whose beats it is asked for; none unless given. */
  readonly structure?: Structure | undefined;
  /** How many plans of every sequence there are to choose from; 1 unless given. */
  readonly candidates?: number | undefined;
}

/** An outline, and what is still wrong with it. */
export interface Outlined {
  readonly outline: Outline;
  readonly notes: readonly Note[];
}

/** A structure that asks for nothing. */
const NONE: Structure = { id: 'none', name: 'None', source: '', beats: [], acts: [], tension: [] };

/** The most scenes that are planned in one question. */
const SEQUENCE = 7;

/** Tokens of the bible that a planner is shown, about sixty entries; what weighs least of a longer one is left out. */
const PLANNER_TOKENS = 16_000;

/**
 * Plan a script: its spine, its beat sheet, the cards of every sequence side by side; then have what a check finds in
 * them mended. Nothing is put right by code that a planner should be asked about.
 */
export async function outlineScript(
  run: Run,
  { script, bible, structure = NONE, candidates = 1 }: OutlineAsk,
): Promise<Outlined> {
  const context = contextFor(bible, undefined, { role: 'planner' }, { tokens: PLANNER_TOKENS });
  const { references } = context;
  const { title, logline, premise, format, scenes } = script;
  const input = { title, logline, premise, format, scenes, bible: context.entries };
  const spine = await planSpine(run, input, context);
  const { quotas, ...parts } = partsOf(script, structure);
  const asked: BeatsInput = { ...input, spine, ...parts };
  const beats = await planBeats(run, asked, context);
  const { plants: _, reveals: __, ...plan } = asked;
  const names = (kind: BuiltIn): readonly string[] => entriesOf(bible, kind).map((entry) => entry.name);
  const lists = { characters: names('character'), settings: names('setting'), plots: names('plot') };
  const asks = quotas.map((quota, sequence): CardsInput => {
    const firstScene = 1 + asked.sequences.slice(0, sequence).reduce((sum, count) => sum + count, 0);
    return { ...plan, ...lists, beats, sequence, firstScene, quota };
  });
  const work: CardWork = { script, bible, structure, references, asks };
  const takes = await Promise.all(
    asks.map((ask) =>
      Promise.all(
        Array.from({ length: candidates }, async (_, take) => (await planCards(run, ask, { references, take })).cards),
      ),
    ),
  );
  const cards = await mendOutline(run, work, await chooseTakes(run, work, takes));
  return { outline: outlineOf(work, cards), notes: faultsOf(work, cards) };
}

/** The sequences of a script, the beats that fall into each, and how much is planted and found out. */
function partsOf(
  { scenes, format }: Script,
  structure: Structure,
): Pick<BeatsInput, 'sequences' | 'structure' | 'plants' | 'reveals'> & { readonly quotas: readonly Quota[] } {
  const sequences = splitScenes(scenes);
  const quotas = quotasFor(SHAPES[format], sequences);
  // Beats are placed by pages, and scenes of unlike length do not make one alike.
  const places = placeBeats(structure, quotas.map(wordsOf));
  const scenesOf = placeBeats(
    structure,
    quotas.flatMap((quota, at) => evenWords(quota, sequences[at] ?? 0)),
  );
  return {
    sequences,
    quotas,
    structure: places.map(({ beat, place }, at) => ({
      ...{ id: beat.id, name: beat.name, purpose: beat.purpose },
      ...{ sequence: place, scene: scenesOf[at]?.place ?? 1, optional: beat.optional ?? false },
    })),
    plants: Math.min(12, Math.ceil(scenes / 6)),
    reveals: Math.min(16, Math.ceil(scenes / 5)),
  };
}

/** Split a number of scenes into sequences of nearly equal length, the longer ones first. */
export function splitScenes(scenes: number): readonly number[] {
  const count = Math.ceil(scenes / SEQUENCE);
  return Array.from({ length: count }, (_, index) => Math.floor(scenes / count) + (index < scenes % count ? 1 : 0));
}
