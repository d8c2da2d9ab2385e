import type { Random } from '../random.ts';
import { type Row, readRow } from './row.ts';
import { ownOf, shareNumber } from './shares.ts';
import { sentenceCase, shortName } from './slots.ts';

/** A fact as one person tells it to another: a sentence, and whether it must be quoted because it speaks of them in the third person. */
export interface ToldFact {
  readonly text: string;
  readonly quoted: boolean;
}

const PRONOUN = /\b(?:he|she|his|her|hers|him|himself|herself)\b/i;
const VERBS: Readonly<Record<string, readonly [first: string, second: string]>> = {
  is: ['am', 'are'],
  was: ['was', 'were'],
  has: ['have', 'have'],
  does: ['do', 'do'],
  goes: ['go', 'go'],
};

/** Put a fact into the mouth of `teller`: names of the two become I and you where that is safe, else it is quoted. */
export function sayFact(fact: string, teller: string, hearer: string): ToldFact {
  const bare = sentenceCase(
    fact
      .trim()
      .replace(/^that\s+/i, '')
      .replace(/[.!]+$/, ''),
  );
  const names = [teller, hearer].filter((name) => name && bare.includes(shortName(name)));
  if (names.length === 0) return { text: `${bare}.`, quoted: false };
  if (PRONOUN.test(bare)) return { text: `${bare}.`, quoted: true };
  const mine = address(bare, teller, ['I', 'me', 'my', 'mine']);
  const yours = hearer ? address(mine, hearer, ['you', 'you', 'your', 'yours']) : mine;
  return { text: sentenceCase(`${yours}.`), quoted: false };
}

function address(
  text: string,
  name: string,
  [subject, object, of, whose]: readonly [string, string, string, string],
): string {
  const person = subject === 'I' ? 0 : 1;
  const called = `(?:${[name, shortName(name)].map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  return text
    .replace(new RegExp(`\\b${called}['’]s?(?=\\s*(?:[.,;]|$))`, 'g'), whose)
    .replace(new RegExp(`\\b${called}['’]s?\\b`, 'g'), of)
    .replace(
      new RegExp(
        `(^|\\b(?:that|because|and|but|when|if|before|after|while|what|where|who|how)\\s)${called}(\\s+)(\\w+)`,
        'g',
      ),
      (_, before: string, gap: string, verb: string) => {
        const known = VERBS[verb]?.[person];
        return `${before}${subject}${gap}${known ?? plainVerb(verb)}`;
      },
    )
    .replace(
      new RegExp(
        `(?<!\\b(?:to|of|for|with|from|at|by|on|about|and) )\\b${called} (is|was|has|does|goes|\\p{Ll}{2,}s)\\b`,
        'gu',
      ),
      (_, verb: string) => {
        return `${subject} ${VERBS[verb]?.[person] ?? plainVerb(verb)}`;
      },
    )
    .replace(new RegExp(`\\b${called}\\b`, 'g'), object);
}

/** `keeps` → `keep`; other words as they are. */
function plainVerb(verb: string): string {
  if (/(?:ss|us|is|as)$/.test(verb)) return verb;
  if (/(?:ch|sh|ss|x|zz)es$/.test(verb)) return verb.slice(0, -2);
  return /[a-z]ies$/.test(verb) ? `${verb.slice(0, -3)}y` : verb.replace(/s$/, '');
}

/** Lead-ins, one for each of the earlier patterns; in the later ones nobody needs any. */
const FRAMES = rows(`
{f} | I wasn’t going to tell you this. {f} | Did nobody tell you? {f} | You should be informed. {f} | Here’s one for your collection. {f}
Fact. {f} | I’ve gone round and round it. {f} | Want to know what I found? {f} | I will say this once. {f} | You’ll enjoy this. {f}
Listen. {f} | It’s not for me to say, only somebody has to. {f} | You really don’t know, do you? {f} | For the record, then. {f} | And now the comic part. {f}
You asked. {f} | I only heard it this week, I’ve hardly slept on it. {f} | Shall I spoil your evening? {f} | It is established. {f} | It gets better. {f}
It’s simple. {f} | There, I’ll just say it. {f} | Shall I tell you what they’re saying? {f} | I have it on good authority. {f} | Everyone knows but the wallpaper. {f}
No more games. {f} | You’d have heard it from somebody else by Friday. {f} | What if I told you? {f} | You will hear it from me. {f} | Brace yourself. It’s dull, and it’s true. {f}
Think. {f} | I ought to have come to you with it at the start. {f} | Can you stand to hear it? {f} | Then let us be accurate. {f} | A short one, before the bill. {f}
So. {f} | I’ve had it on my tongue since I came in. {f} | You want it straight? {f} | I can tell you this much. {f} | Sit down for the good bit. {f}
Take it. {f} | I thought you knew, I thought it was me who was last. {f} | Hasn’t it reached you? {f} | There is a further point. {f} | This one’s free. {f}
One thing. {f} | It’s better you have it from me than find it. {f} | Have you looked, ever? {f} | It can be shown. {f} | Try this for size. {f}
Here it is. {f} | I’m only going to manage this the once. {f} | What do you make of this? {f} | You have not been told everything. {f} | Guess. No, don’t. {f}
You’re slow. {f} | I keep thinking you must have seen it. {f} | Isn’t it obvious by now? {f} | It follows from the dates. {f} | Even I got there. {f}
`);
/** Lead-ins to what must be quoted. */
const QUOTED = rows(`
They’re saying it. “{f}” | It’s what they all say, I only repeat it. “{f}” | Have you heard what they’re saying? “{f}” | I quote. “{f}” | It’s going round the tables. “{f}”
Word for word. “{f}” | It was told to me like this, I remember how. “{f}” | Shall I read it to you? “{f}” | These were the words. “{f}” | I know it by heart, like a psalm. “{f}”
It’s in writing. “{f}” | Somebody’s put it on paper, I saw the paper. “{f}” | Who’d write this? “{f}” | It is set down. “{f}” | It even scans. “{f}”
There’s a note. “{f}” | It was pushed under the door, it wasn’t signed. “{f}” | Who’d say a thing like that? “{f}” | It was dictated. “{f}” | Lovely handwriting, too. “{f}”
I was told. “{f}” | I’ve only got the one line of it, it was torn. “{f}” | Do you know this one? “{f}” | The statement reads: “{f}” | There’s a second verse. “{f}”
It was said. “{f}” | I heard it through a wall, so I heard it plainly. “{f}” | Were you meant to hear this? “{f}” | Someone has testified. “{f}” | It’s the talk of the stairs. “{f}”
`);
/** Lead-ins for somebody who works it out aloud. */
const ALOUD = rows(`
So. {f} | No, wait, then it was never lost. {f} | How did I not see it? {f} | It follows, then. {f} | Well, well. {f}
That’s it. {f} | I had it in front of me, all the time I had it. {f} | Is that all it was? {f} | There can be no doubt. {f} | And there’s the trick. {f}
`);
const BARE: Row = { clipped: '{f}', soft: '{f}', question: '{f}', formal: '{f}', wry: '{f}' };

function rows(text: string): readonly Row[] {
  return text.trim().split('\n').map(readRow);
}

/** The fact with a lead-in, in every manner. */
export function frameFact(
  fact: ToldFact,
  { aloud, pattern, random }: { readonly aloud: boolean; readonly pattern: string; readonly random: Random },
): Row {
  const framed = fact.quoted ? QUOTED[shareNumber(pattern) % QUOTED.length] : ownOf(FRAMES, pattern);
  const frame = aloud ? random.pick(ALOUD) : (framed ?? BARE);
  const put = (text: string): string => text.replace('{f}', () => fact.text);
  return {
    clipped: put(frame.clipped),
    soft: put(frame.soft),
    question: put(frame.question),
    formal: put(frame.formal),
    wry: put(frame.wry),
  };
}
