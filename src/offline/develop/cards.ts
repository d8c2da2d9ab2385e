import { createRandom } from '../random.ts';
import { changesOf } from './changes.ts';
import { beatScenes, seedsOf } from './design.ts';
import { extrasOf } from './extras.ts';
import { imagesOf } from './images.ts';
import { type CardsAsk, readCardsAsk } from './input.ts';
import { lengthsFor } from './lengths.ts';
import { interiorOf, outlineStory, plannedScenes } from './outline-story.ts';
import type { Planned } from './script-plan.ts';
import { tensionsOf } from './tensions.ts';
import { threadsOf } from './threads.ts';
import { timesOf } from './times.ts';

/** Answer `outline.cards`: the scene cards of one sequence, cut out of a plan of the whole script. */
export function answerCards(input: unknown) {
  const ask = readCardsAsk(input);
  const first = ask.sequences.slice(0, ask.sequence).reduce((sum, count) => sum + count, 0);
  const end = first + (ask.sequences[ask.sequence] ?? 0);
  const story = outlineStory(ask, ask);
  const plan = plannedScenes(ask, story);
  const seed = createRandom(['cards', ask.logline, ask.scenes]);
  const times = timesOf(plan, seed.fork('times'));
  const changes = changesOf(plan);
  const images = imagesOf(plan);
  const tensions = tensionsOf(plan);
  const threads = threadsOf(ask, plan);
  const extras = extrasOf(plan, {
    ...{ format: ask.format, characters: ask.characters },
    ...{ domain: story.reading.domain.name, random: seed.fork('extras') },
  });
  const lengths = lengthsFor(plan.slice(first, end), ask.quota, seed.fork(`lengths ${ask.sequence}`));
  const keyOf = new Map(ask.beats.reveals.map(({ fact }, at) => [fact, `r${at + 1}`]));
  const known = (list: Planned['learns']) =>
    list.map(({ character, fact }) => ({ character, fact: keyOf.get(fact) ?? fact }));
  const plants = plantScenes(ask, plan);
  const beats = new Map([...beatScenes(ask, plan)].map(([beat, at]) => [at, beat]));
  return {
    cards: plan.slice(first, end).map((scene, place) => {
      const at = first + place;
      return {
        interior: interiorOf(ask, scene.setting),
        setting: scene.setting,
        time: times[at] ?? 'DAY',
        mode: 'present',
        storyTime: 0,
        cast: scene.cast,
        speakers: scene.speakers,
        extras: extras[at] ?? [],
        lead: scene.lead,
        goal: `${scene.told.goal}.`,
        opposition: `${scene.told.opposition}.`,
        turn: { from: scene.told.from, to: scene.told.to },
        change: changes[at] ?? 'mixed',
        tension: tensions[at] ?? scene.tension,
        beats: scene.told.beats,
        pattern: scene.pattern.name,
        length: lengths[place] ?? 'short',
        image: images[at] ?? '',
        learns: known(scene.learns),
        uses: known(scene.uses),
        setsUp: plants.filter(({ from }) => from === at).map(({ key }) => key),
        paysOff: plants.filter(({ to }) => to === at).map(({ key }) => key),
        beat: beats.get(at) ?? '',
        becauseOf: causesOf(plan, at),
        threads: threads[at] ?? [],
        synopsis: scene.told.synopsis,
      };
    }),
  };
}

/** The scenes that set up and pay off each plant of the beat sheet; one that somebody else planned comes first and last in its sequences. */
function plantScenes({ beats, sequences }: CardsAsk, plan: readonly Planned[]) {
  const seeds = seedsOf(plan, plan.length);
  const start = (sequence: number): number => sequences.slice(0, sequence - 1).reduce((sum, count) => sum + count, 0);
  return beats.plants.map(({ what, plantedIn, paidIn }, at) => {
    const own = seeds.find((seed) => seed.what === what);
    const otherwise = { from: start(plantedIn), to: paidIn === 0 ? -1 : start(paidIn + 1) - 1 };
    return { key: `p${at + 1}`, from: own?.from ?? otherwise.from, to: own?.to ?? otherwise.to };
  });
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
