import { sentencesOf } from '../quote.ts';

/** Words for places, by which a sentence of a stage direction is known to say where it plays. */
const PLACE =
  /\b(?:[a-z]*-?rooms?|garden|house|hall|kitchen|laboratory|street|square|flat|apartment|office|study|parlou?r|cottage|castle|palace|church|chapel|forest|wood|field|road|shore|beach|harbou?r|ship|inn|tavern|shop|market|theatre|park|terrace|library|cell|prison|camp|station|stage|city|town|village|chamber|gallery|platform|heath|cave|island)\b/iu;

/** What ends the name of a place: time, comparison, a clause. */
const END =
  /\s+(?:at \d+|as in|as before|except|which|where|with|on a|is|are|has|in the (?:morning|evening|afternoon))\b|[,;:.!?…—]/u;

/**
 * The place that a stage direction at the head of an act names, in its own words: after `Scene:` the first sentence,
 * else the first that has a word for a place. `undefined` when none has.
 */
export function stagePlace(text: string): string | undefined {
  const scene = /^Scene\s*:\s*/iu.exec(text);
  const sentences = sentencesOf(scene === null ? text : text.slice(scene[0].length)).map((one) => one.text);
  const sentence = scene === null ? sentences.slice(0, 4).find((one) => PLACE.test(one)) : sentences[0];
  if (sentence === undefined) return undefined;
  const word = PLACE.exec(sentence);
  const least = word === null ? 0 : word.index + word[0].length;
  const end = END.exec(sentence.slice(least));
  const name = sentence.slice(0, end === null ? sentence.length : least + end.index);
  return (
    name
      .replace(/^(?:the same|the|an?|same)\s+/iu, '')
      .trim()
      .slice(0, 80) || undefined
  );
}

/** The word that says what a place is, without what it is at or in, of one of many: `room` of `rooms at the Tesmans’`. */
export function headNoun(name: string): { readonly noun: string; readonly at: string } {
  const [head = '', ...at] = name.toLowerCase().split(/\s+(?:at|in|of|on)\s+/u);
  const words = head.split(/[\s-]+/u);
  return { noun: (words.at(-1) ?? '').replace(/s$/u, ''), at: at.join(' ') };
}
