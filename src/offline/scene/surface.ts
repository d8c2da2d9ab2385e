import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { Random } from '../random.ts';
import { composeBusiness, composeTalk } from './compose.ts';
import { Element, Scene } from './read.ts';
import { countWords, shortName } from './slots.ts';
import { plainQuotes } from './stage.ts';

const Line = z.object({ element: z.number(), avoid: z.array(z.string()) });
const Input = Scene.extend({ elements: z.array(Element), lines: z.array(Line), keep: z.array(z.string()) });

const SENTENCES = /(?<=[.!?]["']?)\s+/;

/** Say lines in other words: the sentences with words to avoid give way to others, put together from small parts. */
export function surfaceScene(json: Json, random: Random): Json {
  const { scene, elements, lines, keep } = Input.parse(json);
  const cast = scene.cast.map(shortName);
  return {
    lines: lines.flatMap(({ element, avoid }) => {
      const before = elements[element - 1];
      if (before === undefined || keep.some((words) => before.text.includes(words))) return [];
      const own = random.fork(`surface ${element}`);
      // Words to avoid may go over the end of a sentence: each of the two has a piece of them.
      const pieces = avoid.flatMap((words) => words.split(SENTENCES));
      const isUsed = (sentence: string): boolean =>
        pieces.some((piece) => sentence.includes(piece) || piece.includes(sentence.replace(/[.!?]+["']?$/, '')));
      const text = before.text.split(SENTENCES).map((sentence) => {
        if (!isUsed(sentence)) return sentence;
        if (before.type === 'line')
          return composeTalk(countWords(sentence), { asks: sentence.endsWith('?'), random: own });
        const name = cast.find((one) => sentence.startsWith(one)) ?? cast.find((one) => sentence.includes(one));
        return composeBusiness(name ?? shortName(scene.lead), own);
      });
      return [{ element, text: plainQuotes(text.join(' ')) }];
    }),
  };
}
