import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { Random } from '../random.ts';
import { composeBusiness, turnLine } from './compose.ts';
import { Element, Scene } from './read.ts';
import { shortName } from './slots.ts';
import { plainQuotes } from './stage.ts';

const Line = z.object({ element: z.number(), avoid: z.array(z.string()) });
const Input = Scene.extend({ elements: z.array(Element), lines: z.array(Line), keep: z.array(z.string()) });

/** Say lines in other words: of an action the sentences with words to avoid are others, a line of speech is turned. */
export function surfaceScene(json: Json, random: Random): Json {
  const { scene, elements, lines, keep } = Input.parse(json);
  return {
    lines: lines.flatMap(({ element, avoid }) => {
      const before = elements[element - 1];
      if (before === undefined || keep.some((words) => before.text.includes(words))) return [];
      const own = random.fork(`surface ${element}`);
      const has = (text: string): boolean => avoid.some((words) => text.includes(words));
      if (before.type === 'line') return [{ element, text: plainQuotes(turned(before.text, avoid, own)) }];
      const lead = shortName(scene.lead);
      const sentences = before.text.split(/(?<=[.!?]["']?)\s+/);
      // Words to avoid may go over the end of a sentence: then the first of the two gives way.
      const isLoose = sentences.every((sentence) => !has(sentence));
      const text = sentences.map((sentence, at) =>
        has(sentence) || (isLoose && at === 0)
          ? composeBusiness(subjectOf(sentence, scene.cast) ?? lead, own)
          : sentence,
      );
      return [{ element, text: plainQuotes(text.join(' ')) }];
    }),
  };
}

function subjectOf(sentence: string, cast: readonly string[]): string | undefined {
  return (
    cast.map(shortName).find((name) => sentence.startsWith(name)) ??
    cast.map(shortName).find((name) => sentence.includes(name))
  );
}

/** A line with a word put in where the words to avoid stand, at the nearest end of a clause. */
function turned(text: string, avoid: readonly string[], random: Random): string {
  const [words = ''] = avoid;
  const at = text.indexOf(words);
  const inside = words.search(/[.?!,] /);
  if (at < 0 || inside < 0) return turnLine(text, random);
  const cut = at + inside + 2;
  return `${text.slice(0, cut)}${turnLine(text.slice(cut), random)}`;
}
