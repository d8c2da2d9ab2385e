import { createRandom, type Random } from '../random.ts';
import { outlineStory } from './beats.ts';
import { type CardsAsk, readCardsAsk } from './input.ts';
import { type Planned, planScript } from './script-plan.ts';
import { timesOf } from './times.ts';

const BOND = new Set([
  'first meeting',
  'reunion',
  'vigil',
  'confession',
  'farewell',
  'plea',
  'return',
  'alliance',
  'temptation',
  'betrayal',
]);
const THING = new Set(['discovery', 'search', 'cover-up', 'bargain', 'test', 'errand', 'preparation', 'interrogation']);

/** Answer `outline.cards`: the scene cards of one sequence, cut out of a plan of the whole script. */
export function answerCards(input: unknown) {
  const ask = readCardsAsk(input);
  const total = ask.sequences.reduce((sum, count) => sum + count, 0);
  const first = ask.sequences.slice(0, ask.sequence).reduce((sum, count) => sum + count, 0);
  const plan = planScript(outlineStory(ask, ask), total, (setting) => interiorOf(ask, setting));
  const seed = createRandom(['cards', ask.logline, total]);
  const times = timesOf(plan, seed.fork('times'));
  const cards = plan.map((scene, at) => ({
    interior: interiorOf(ask, scene.setting),
    setting: scene.setting,
    time: times[at] ?? 'DAY',
    cast: scene.cast,
    speakers: scene.speakers,
    lead: scene.lead,
    goal: `${scene.told.goal}.`,
    opposition: `${scene.told.opposition}.`,
    turn: { from: scene.told.from, to: scene.told.to },
    tension: scene.tension,
    beats: scene.told.beats,
    pattern: scene.pattern.name,
    length: lengthOf(scene, seed.fork(`length ${at}`), total),
    learns: scene.learns,
    becauseOf: causesOf(plan, at),
    threads: threadsOf(ask, scene),
    synopsis: scene.told.synopsis,
  }));
  return { cards: cards.slice(first, first + (ask.sequences[ask.sequence] ?? 0)) };
}

function interiorOf({ bible }: CardsAsk, setting: string): boolean {
  const entry = bible.find(({ kind, name }) => kind === 'setting' && name === setting);
  return entry?.fields['interior'] !== false;
}

/** A forced mix, so that the scenes of a script differ in length as those of films do. */
function lengthOf(
  { station, pattern }: Planned,
  random: Random,
  scenes: number,
): 'flash' | 'short' | 'standard' | 'setPiece' {
  if (station === 'climax' || station === 'committed') return 'setPiece';
  if (pattern.silent) return station || random.int(10) < 2 || scenes < 8 ? 'short' : 'flash';
  if (station) return station === 'setback' && scenes > 12 ? 'setPiece' : 'standard';
  const die = random.int(100);
  return die < 14 ? 'flash' : die < 62 ? 'short' : die < 89 ? 'standard' : 'setPiece';
}

/** The scene before, and for a turning point the turning point before that. */
function causesOf(plan: readonly Planned[], at: number): readonly number[] {
  if (at === 0) return [];
  const scene = plan[at];
  const earlier = plan.slice(0, at);
  const shared = earlier.findLastIndex((one) => one.cast.some((name) => scene?.cast.includes(name)));
  const turn = scene?.station ? earlier.findLastIndex(({ station }) => station !== undefined) : -1;
  return [...new Set([turn, shared >= 0 ? shared : at - 1])].filter((index) => index >= 0).map((index) => index + 1);
}

function threadsOf({ bible, plots }: CardsAsk, { station, pattern }: Planned): readonly string[] {
  const named = (letter: string, place: number): string | undefined =>
    bible.find(({ kind, name, fields }) => kind === 'plot' && fields['thread'] === letter && plots.includes(name))
      ?.name ?? plots[place];
  const own = BOND.has(pattern.name) ? named('B', 1) : THING.has(pattern.name) ? named('C', 2) : undefined;
  const threads = [station || !own ? named('A', 0) : undefined, own].filter((name) => name !== undefined);
  return [...new Set(threads)];
}
