import { visibleOf } from './stage.ts';

/** What can be seen of a beat. */
export interface ShownBeat {
  /** Sentences of action; `''` when there is nothing to see. */
  readonly text: string;
  /** Whether that is all of the beat: such a beat may open a scene, or end it. */
  readonly whole: boolean;
}

/** Words that point back to something said before. */
const LEANS =
  /\b(?:it|its|them|that|those|these|again|the (?:question|answer|price|word|words|colour|list|sum|excuse|offer|doubt|instructions|two inches|same)|once more|corrects?)\b/i;
/** A thing named in the same breath, to which a pronoun may point. */
const NAMED = /\b(?:an?|the|his|her|their|one|two|both|every) \p{Ll}{3,}/u;

/** What can be seen of each beat. What points back to something the talk has taken is left out with it. */
export function shownBeats(beats: readonly string[]): readonly ShownBeat[] {
  let cut = false;
  return beats.map((beat): ShownBeat => {
    const text = visibleOf(beat);
    const whole = text !== '' && text.length >= beat.trim().length - 1;
    const dangles = cut && leans(text);
    cut = !whole || dangles;
    return dangles || text === '' ? { text: '', whole: false } : { text, whole };
  });
}

function leans(text: string): boolean {
  const at = LEANS.exec(text)?.index;
  return at !== undefined && !NAMED.test(text.slice(0, at));
}
