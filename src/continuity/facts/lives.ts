import type { Sentence } from '../script/sentences.ts';
import type { StatedFact } from './stated-fact.ts';
import { isPlain } from './unreal.ts';

/** Ways in which action says that somebody dies or is dead. `@1` stands for a name. */
const DEATHS: readonly RegExp[] = [
  /@(\d+) dies(?: (?:here|there|alone|at once|instantly|quietly|slowly|without a word|(?:in|on|at|under|beside|by|before|behind) (?:the|a|an|his|her|their|@\d+'s)\b[^.;!]*))?(?=[.,;!]|$| and\b)/,
  /@(\d+)(?: is| lies| falls| drops| sits| slumps(?: over)?| collapses| hangs)?(?: down| back| there)?,? (?:stone |already |quite )?dead(?=[.,;!]|$| (?:on|in|at|under|beside|by|before|against)\b)/,
  /\b(?:kills|murders|strangles|executes|beheads|electrocutes) @(\d+)(?=[.,;!]|$| (?:with|in|on|at|by|from|and|where|before)\b)/,
  /\b(?:shoots|stabs|beats|strikes|clubs|knifes|guns) @(\d+) (?:down )?(?:dead|to death)\b/,
  /@(\d+) (?:is|has been|was) (?:killed|murdered|shot dead|stabbed to death|beaten to death|executed|strangled|drowned|hanged)\b/,
  /@(\d+)'s (?:corpse|(?:dead|lifeless) body)\b/,
  /\b(?:corpse|(?:dead|lifeless) body) of @(\d+)\b/,
  /@(\d+) (?:stops breathing|bleeds to death|has died|(?:takes|draws|breathes) (?:a|one|his|her|their) last(?: breath)?)(?=[.,;!]|$| (?:in|on|at|and|under|beside)\b)/,
  /@(\d+) drowns(?=[.,;!]|$)/,
];

/** Words that take it back wherever they stand. */
const ALIVE: readonly RegExp[] = [/@(\d+) is (?:still |very much )?alive\b/];

/** What takes it back on the spot; anywhere else the dead have no business doing it. */
const REVIVALS: readonly RegExp[] = [
  /@(\d+) (?:wakes|stirs|gasps|coughs|breathes again|sits up|comes to(?=[.,;]|$)|revives|rises|opens (?:his|her|their) eyes|opens (?:one|an) eye)\b/,
];

/** Who dies, or comes back, in a sentence of action. */
export function livesIn({ text, marked, people }: Sentence): readonly {
  readonly person: string;
  readonly object: 'dead' | 'alive';
  readonly status: StatedFact['status'];
}[] {
  const found = (patterns: readonly RegExp[], object: 'dead' | 'alive', status: StatedFact['status'] = 'asserted') =>
    patterns.flatMap((pattern) => {
      const person = people[Number(pattern.exec(marked)?.[1] ?? Number.NaN)];
      return person === undefined ? [] : [{ person, object, status }];
    });
  const back = [...found(ALIVE, 'alive'), ...found(REVIVALS, 'alive', 'implied')];
  if (back.length > 0) return back;
  return isPlain(text) ? found(DEATHS, 'dead').slice(0, 1) : [];
}

/** Whether a fact of the bible, told as a sentence, says that somebody is dead. */
export function isDeath(sentence: Sentence, about: string): boolean {
  const { marked, people, text } = sentence;
  if (!isPlain(text)) return false;
  if (/^(?:is |has been |was )?(?:dead|killed|murdered)\b|^(?:has )?died\b/i.test(text)) return true;
  const mark = people.indexOf(about);
  return (
    mark >= 0 &&
    new RegExp(`@${mark} (?:is (?:dead|killed)|has died|died|dies|was killed|was murdered)\\b`).test(marked)
  );
}
