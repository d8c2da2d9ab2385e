/** Words that carry nothing of a fact by themselves. */
const EMPTY = new Set(
  (
    'a an the and or but nor so yet of in on at to into onto from for with without by about as is are was were be been being am ' +
    'has have had do does did will would shall should can could may might must not no than then there here this that these those ' +
    'it its he him his she her hers they them their we us our you your i me my mine who whom whose which what when where why how ' +
    'all any some one only just too very also ever already still up down out off over under again'
  ).split(' '),
);

/** Past forms that share no beginning with their verb. */
const IRREGULAR: Readonly<Record<string, string>> = {
  took: 'take',
  taken: 'take',
  stole: 'steal',
  stolen: 'steal',
  sold: 'sell',
  bought: 'buy',
  knew: 'know',
  known: 'know',
  wrote: 'write',
  written: 'write',
  gave: 'give',
  given: 'give',
  hid: 'hide',
  hidden: 'hide',
  left: 'leave',
  lost: 'lose',
  saw: 'see',
  seen: 'see',
  kept: 'keep',
  told: 'tell',
  said: 'say',
  went: 'go',
  gone: 'go',
  broke: 'break',
  broken: 'break',
  burnt: 'burn',
  lied: 'lie',
  died: 'die',
  dead: 'die',
  paid: 'pay',
  sent: 'send',
  spent: 'spend',
  found: 'find',
  forged: 'forge',
};

/** Words of doubt, hearsay and pretence: whoever says these claims nothing. */
const DOUBT =
  /\b(?:maybe|perhaps|possibly|i (?:think|guess|suppose|suspect|bet|wonder|hope|dreamt?|imagine|heard)|what if|if|unless|as if|suppose|say that|they say|rumou?r|would|could|might|may|never|not|pretend|imagine)\b|n['’]t\b/i;

/** A sentence of a speech that may claim something. */
export interface Saying {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** The sentences of a speech that claim something: no questions, no doubts. */
export function sayingsIn(speech: string): readonly Saying[] {
  return speech
    .split(/(?<=[.!?…]["”’]?)\s+|\n+/u)
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/\?["”’]?$/.test(text) && !DOUBT.test(text))
    .map((text) => ({ text, stems: new Set(stemsOf(text)) }));
}

/** The beginnings of the words of a text that carry something, in order. */
export function stemsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
  )
    .map((word) => word.replace(/'s$|'(?:m|re|ve|ll|d)$/, ''))
    .filter((word) => !EMPTY.has(word))
    .map(stem);
}

function stem(word: string): string {
  const base = IRREGULAR[word] ?? word;
  return base.length < 5 ? base.replace(/e$/, '') : base.replace(/(?:ing|ed|es|s|e)$/, '');
}

/** So many words a fact needs for its words to be told from chance. */
const ENOUGH = 3;

/**
 * Whether a saying says a fact: it has all words of the fact that carry something, three at least. The name of somebody
 * who is spoken to may be missing, where the saying has `you`.
 */
export function saysAll({ text, stems }: Saying, fact: readonly string[], addressed: ReadonlySet<string>): boolean {
  if (new Set(fact).size < ENOUGH) return false;
  const missing = fact.filter((one) => !stems.has(one));
  if (missing.length === 0) return true;
  return missing.every((one) => addressed.has(one)) && fact.length - missing.length >= 2 && /\byou\b/i.test(text);
}
