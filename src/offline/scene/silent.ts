import type { SceneElement } from '../../generators/index.ts';
import type { Random } from '../random.ts';
import { bankFor } from './bank.ts';
import { WRITTEN } from './banks/stage.ts';
import { shownBeats } from './beats.ts';
import { composeBusiness } from './compose.ts';
import { sayFact } from './facts.ts';
import { LENGTHS } from './lengths.ts';
import { playableAt } from './place-fit.ts';
import { sceneRandom } from './plan.ts';
import type { ReadScene } from './read.ts';
import { countWords, type Fillers, fill, fillersOf, sentenceCase, shortName } from './slots.ts';
import { action, placeAction } from './stage.ts';
import { swapWords } from './swap.ts';

/** The most characters of a block of action: four lines of sixty, less what wrapping loses. */
const BLOCK = 225;

/** Tell a scene without speech in three to eight blocks: the place, what is done, and the image it ends on. */
export function silentScene(input: ReadScene, take: Random): readonly SceneElement[] {
  const { scene } = input;
  const random = sceneRandom(scene).fork('silent');
  const bank = bankFor(scene.pattern, false);
  const lead = scene.cast.includes(scene.lead) ? scene.lead : (scene.cast[0] ?? scene.lead);
  const other = scene.cast.find((name) => name !== lead);
  const fillers: Fillers = { names: { A: shortName(lead), B: other ? shortName(other) : '' }, ...fillersOf(scene) };
  const playable = (templates: readonly string[]): readonly string[] =>
    random.shuffle(
      playableAt(
        scene.heading,
        templates.filter((template) => other !== undefined || !template.includes('{B}')),
        templates.length > 6 ? (scene.length === 'flash' || scene.length === 'short' ? 6 : templates.length) : 1,
      ),
    );
  const say = (template: string | undefined, turn: number): string =>
    swapWords(fill(template ?? '{A} waits.', fillers, turn), 'action', random);
  const shownAll = shownBeats(scene.beats);
  const told = shownAll.filter(({ text }) => text !== '');
  const opens = told.length > 1 && told[0]?.whole === true;
  const closes = told.length > 1 && told.at(-1)?.whole === true && shownAll.at(-1)?.whole === true;
  const start = [placeAction(input, take.fork('place')), opens ? '' : say(playable(bank.openings)[0], 0)];
  const end = closes ? (told.at(-1)?.text ?? '') : say(playable(bank.closings)[0], 1);
  const beats = told.slice(0, closes ? -1 : undefined).map(({ text }) => text);
  const facts = scene.learns
    .slice(0, 2)
    .map(({ fact }) => random.pick(WRITTEN).replace('{f}', () => sayFact(fact, '', '').text));
  const short = scene.length === 'flash';
  const opening = (short ? start.slice(1) : start).filter(Boolean);
  const shown = short ? beats.slice(0, 2) : beats;
  const words = LENGTHS[scene.length].least + 14;
  const middle = weaveBusiness(
    [...shown, ...facts],
    playable(bank.business).flatMap((template, turn) => {
      const own = composeBusiness(shortName(random.int(3) > 0 ? lead : (other ?? lead)), random);
      return random.int(100) < 60 ? [own, say(template, turn)] : [say(template, turn)];
    }),
    {
      room: (short ? LENGTHS.flash.aim : words) - [...opening, end].reduce((sum, text) => sum + countWords(text), 0),
      random,
    },
  );
  return [...opening, ...blocksOf(middle, short ? 1 : scene.length === 'setPiece' ? 10 : 6), end].map(action);
}

/** Beats in their order, with business spread between them until the room is used. */
function weaveBusiness(
  beats: readonly string[],
  business: readonly string[],
  { room, random }: { readonly room: number; readonly random: Random },
): readonly string[] {
  const told = [...beats];
  let left = room - told.reduce((sum, text) => sum + countWords(text), 0);
  const pool = [...business];
  for (let at = Math.min(2, told.length); left >= 8; ) {
    const text = pool.shift();
    if (text === undefined) break;
    told.splice(Math.min(at, told.length), 0, text);
    left -= countWords(text);
    at = (at + 2 + random.int(2)) % (told.length + 1);
  }
  return told;
}

/** Sentences gathered into at most `most` blocks that stay within four lines, in order. */
function blocksOf(sentences: readonly string[], most: number): readonly string[] {
  const total = sentences.join(' ').length;
  const aim = Math.min(BLOCK, Math.max(90, Math.ceil(total / most)));
  const blocks: string[] = [];
  for (const sentence of sentences) {
    const last = blocks.at(-1);
    if (last !== undefined && last.length < aim - 20 && last.length + sentence.length < BLOCK)
      blocks[blocks.length - 1] = `${last} ${elliptical(sentence, last)}`;
    else blocks.push(sentence);
  }
  return blocks;
}

/** A sentence without its subject when the one before has the same: `Strips the bed.` */
function elliptical(sentence: string, before: string): string {
  const name = /^(\p{Lu}\p{L}+) (?=\p{Ll}+s\b)/u.exec(sentence)?.[1];
  const previous = before.split(/(?<=[.!?])\s+/).findLast((each) => each.split(' ').length > 2) ?? '';
  return name !== undefined && previous.startsWith(`${name} `) && sentence.length % 3 !== 0
    ? sentenceCase(sentence.slice(name.length + 1))
    : sentence;
}
