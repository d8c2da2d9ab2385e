import { stationsFor } from './curve.ts';
import { beatScenes, revealsOf, seedsOf, sequenceOf } from './design.ts';
import { readBeatsAsk } from './input.ts';
import { outlineStory, plannedScenes } from './outline-story.ts';
import { synopsisOf, tell } from './story.ts';
import { STRETCHES } from './stretches.ts';

/** Answer `outline.beats`: what each sequence changes, what happens at the turning points, what comes back and what comes out. */
export function answerBeats(input: unknown) {
  const ask = readBeatsAsk(input);
  const story = outlineStory(ask);
  const plan = plannedScenes(ask, story);
  const stations = stationsFor(ask.scenes);
  let first = 0;
  const sequences = ask.sequences.map((count, index) => {
    const inside = [...stations].filter(([at]) => at >= first && at < first + count).map(([, station]) => station);
    first += count;
    const position = ask.sequences.length === 1 ? 7 : Math.round((index * 7) / (ask.sequences.length - 1));
    const [title, purpose, ends] = STRETCHES[position] ?? ['', '', ''];
    const turning = inside.at(-1);
    const again = ask.sequences.length > STRETCHES.length ? ` (${index + 1})` : '';
    return {
      title: `${title}${again}`,
      purpose: tell(story, purpose),
      ends: turning ? synopsisOf(story, turning) : tell(story, ends),
    };
  });
  return {
    sequences,
    beats: [...beatScenes(ask, plan)].map(([beat, at]) => ({ beat, event: plan[at]?.told.synopsis ?? '' })),
    plants: seedsOf(plan, ask.plants).map(({ what, from, to }) => ({
      what,
      plantedIn: sequenceOf(from, ask.sequences),
      paidIn: sequenceOf(to, ask.sequences),
    })),
    reveals: revealsOf(plan, ask.reveals).map(({ fact, at }) => ({ fact, learntIn: sequenceOf(at, ask.sequences) })),
  };
}
