import { FUNCTION_WORDS } from './function-words.ts';
import { type Material, type SceneMaterial, type Speech, sumWords } from './material.ts';
import { type Random, seededRandom, shuffled } from './random.ts';
import { mean } from './statistics.ts';

/** How well speakers can be told apart by how they speak. */
export interface VoiceMeasure {
  /** 0 for no better than guessing, 1 for always. */
  readonly kappa: number;
  /** The mean share of stretches that were given to the right speaker. */
  readonly accuracy: number;
  readonly speakers: readonly string[];
}

const SPEAKERS = 6;
const WORDS = 300;
const SCENES = 4;
const SPLITS = 10;
const STRETCH = 40;
/** Added to every count, so that what was not seen is not impossible. */
const SMOOTHING = 0.5;
/** Scenes with more speech than this are cut into stretches of about {@link PART} words, so that a play with a few long scenes can be measured. */
const LONG_SCENE = 600;
const PART = 300;

/** The seed of the splits, so that a script always measures the same. */
const SEED = 20261122;

const PLACES: ReadonlyMap<string, number> = new Map(FUNCTION_WORDS.map((word, index) => [word, index]));
const MARKS = ['.', ',', '?', '!', '-', '…', ';', ':'];
const LENGTHS = 12;
const FEATURES = FUNCTION_WORDS.length + LENGTHS + MARKS.length;

/** For each speaker who is compared, what they say in one scene. */
type Lines = ReadonlyMap<string, readonly Speech[]>;

/**
 * Tell how distinct the voices are: voice kappa.
 *
 * The speakers are those with at least 300 words in at least 4 scenes, the six with the most words. Ten times, the
 * scenes are shuffled and halved: a multinomial naive Bayes model (0.5 added to each count) learns from one half, and
 * gives stretches of at least 40 words from the other to a speaker. It sees function words, lengths of words and
 * punctuation, so not what is talked about. With a for the mean share of right answers over k speakers,
 * kappa is (a - 1/k) / (1 - 1/k). Scenes are held out whole: split by lines, the number would be too high.
 *
 * @returns `null` when fewer than two speakers say enough.
 */
export function measureVoices({ scenes }: Material): VoiceMeasure | null {
  const units = scenes.flatMap(cutLongScene);
  const speakers = comparedSpeakers(units);
  if (speakers.length < 2) return null;
  const lines = units.map((unit) => linesOf(unit, speakers)).filter(({ size }) => size > 0);
  const random = seededRandom(SEED);
  const accuracies = Array.from({ length: SPLITS }, () => splitAccuracy(lines, speakers, random));
  const accuracy = mean(accuracies.filter((value) => value !== null));
  if (accuracy === null) return null;
  const chance = 1 / speakers.length;
  return { kappa: (accuracy - chance) / (1 - chance), accuracy, speakers };
}

function cutLongScene({ speeches }: SceneMaterial): readonly (readonly Speech[])[] {
  if (sumWords(speeches) <= LONG_SCENE) return [speeches];
  const parts: Speech[][] = [];
  let room = 0;
  for (const speech of speeches) {
    if (room <= 0) {
      parts.push([]);
      room = PART;
    }
    parts.at(-1)?.push(speech);
    room -= speech.words.length;
  }
  return parts;
}

function comparedSpeakers(units: readonly (readonly Speech[])[]): readonly string[] {
  const totals = new Map<string, { words: number; units: number }>();
  for (const unit of units) {
    const seen = new Set<string>();
    for (const { speaker, words } of unit) {
      const total = totals.get(speaker) ?? { words: 0, units: 0 };
      total.words += words.length;
      if (!seen.has(speaker)) total.units += 1;
      seen.add(speaker);
      totals.set(speaker, total);
    }
  }
  return [...totals]
    .filter(([, total]) => total.words >= WORDS && total.units >= SCENES)
    .toSorted(([, a], [, b]) => b.words - a.words)
    .slice(0, SPEAKERS)
    .map(([name]) => name);
}

function linesOf(unit: readonly Speech[], speakers: readonly string[]): Lines {
  const lines = new Map<string, Speech[]>();
  for (const speech of unit) {
    if (!speakers.includes(speech.speaker)) continue;
    const own = lines.get(speech.speaker);
    if (own === undefined) lines.set(speech.speaker, [speech]);
    else own.push(speech);
  }
  return lines;
}

/** The mean over speakers of the share of their stretches that is found to be theirs; `null` when no stretch is long enough. */
function splitAccuracy(units: readonly Lines[], speakers: readonly string[], random: Random): number | null {
  const mixed = shuffled(units, random);
  const half = Math.ceil(mixed.length / 2);
  const models = speakers.map((name) => learn(speechesOf(name, mixed.slice(0, half))));
  const shares = speakers.map((name, own) => {
    const found = stretches(speechesOf(name, mixed.slice(half))).map((stretch) => mostLikely(models, stretch));
    return mean(found.map((index) => (index === own ? 1 : 0)));
  });
  return mean(shares.filter((value) => value !== null));
}

function speechesOf(name: string, units: readonly Lines[]): readonly Speech[] {
  return units.flatMap((lines) => lines.get(name) ?? []);
}

/** The logarithm of how likely each feature is. */
function learn(speeches: readonly Speech[]): readonly number[] {
  const counts = countFeatures(speeches);
  const total = counts.reduce((sum, count) => sum + count, 0) + SMOOTHING * FEATURES;
  return counts.map((count) => Math.log((count + SMOOTHING) / total));
}

/** The feature counts of runs of speeches with at least 40 words each; what is left over at the end is dropped. */
function stretches(speeches: readonly Speech[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  let open: Speech[] = [];
  let words = 0;
  for (const speech of speeches) {
    open.push(speech);
    words += speech.words.length;
    if (words < STRETCH) continue;
    found.push(countFeatures(open));
    open = [];
    words = 0;
  }
  return found;
}

function mostLikely(models: readonly (readonly number[])[], stretch: readonly number[]): number {
  const scores = models.map((model) => stretch.reduce((sum, count, index) => sum + count * (model[index] ?? 0), 0));
  return scores.indexOf(Math.max(...scores));
}

function countFeatures(speeches: readonly Speech[]): readonly number[] {
  const counts = Array.from({ length: FEATURES }, () => 0);
  const add = (index: number): void => {
    counts[index] = (counts[index] ?? 0) + 1;
  };
  for (const { text, words } of speeches) {
    for (const word of words) {
      const place = PLACES.get(word);
      if (place !== undefined) add(place);
      add(FUNCTION_WORDS.length + Math.min(word.length, LENGTHS) - 1);
    }
    for (const character of text) {
      const mark = MARKS.indexOf(character === '—' || character === '–' ? '-' : character);
      if (mark >= 0) add(FUNCTION_WORDS.length + LENGTHS + mark);
    }
  }
  return counts;
}
