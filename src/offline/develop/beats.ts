import { stationsFor } from './curve.ts';
import { type BeatsAsk, readBeatsAsk } from './input.ts';
import { type Story, synopsisOf, tell, tellStory } from './story.ts';

/** What a stretch of a script is for, by how far in it ends. */
const STRETCHES: readonly (readonly [title: string, purpose: string, ends: string])[] = [
  [
    'The ordinary trouble',
    '{L}’s routine is shown, and the crack in it; by the end {L} can no longer pretend not to have seen {token}.',
    '{O} asks the first question that {L} cannot answer.',
  ],
  [
    'The asking',
    'Because of what {L} has noticed, {L} turns to {O}, and finds out what it will cost to go on.',
    '{L} says yes to something that cannot be taken back politely.',
  ],
  [
    'Allies and prices',
    '{K} comes in on {L}’s side, and {obj} becomes everybody’s business.',
    '{K} tells {L} what {O} would rather have kept.',
  ],
  [
    'Under cover',
    '{L} gets nearer by pretending, and begins to be good at it.',
    '{O} sees through the pretence and says nothing.',
  ],
  [
    'No way back',
    'What {L} pretended comes true: from here on {L} and {O} are in it together.',
    '{L} gives up the last safe excuse.',
  ],
  [
    'The cost',
    'Everyone who helped {L} is asked to pay for it, and some of them cannot.',
    '{L} is left with less than at the start, and with {token} gone or worthless.',
  ],
  [
    'Alone with it',
    'With nothing left to lose, {L} works out what all this was for.',
    '{L} goes to {O}, with open hands.',
  ],
  [
    'Out in the open',
    '{L} does before everyone what {L} could not do alone; the question is answered.',
    'What is left is quieter than what began, and it is true.',
  ],
];

/** Answer `outline.beats`: the dramatic question and what each sequence changes. */
export function answerBeats(input: unknown) {
  const ask = readBeatsAsk(input);
  const story = outlineStory(ask);
  const stations = stationsFor(ask.sequences.reduce((sum, count) => sum + count, 0));
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
  return { question: questionOf(ask, story), sequences };
}

/** The question of the A thread as the bible has it, else the shape’s own. */
function questionOf({ bible }: BeatsAsk, story: Story): string {
  const main = bible.find(({ kind, fields }) => kind === 'plot' && fields['thread'] === 'A');
  const asked = main?.fields['question'];
  return typeof asked === 'string' && asked.trim() ? asked : tell(story, story.shape.question);
}

/** The story with the people and places the bible has now, whoever wrote them. */
export function outlineStory(
  ask: BeatsAsk,
  names?: { readonly characters: readonly string[]; readonly settings: readonly string[] },
): Story {
  const entries = (kind: string) => ask.bible.filter((entry) => entry.kind === kind);
  const listed = entries('character').map(({ name, fields }) => ({
    name,
    role: String(fields['role'] ?? 'other'),
    text: Object.values(fields).map(String).join(' '),
  }));
  const people = names
    ? names.characters.map((name) => listed.find((one) => one.name === name) ?? { name, role: 'other', text: '' })
    : listed;
  const places = names?.settings ?? entries('setting').map(({ name }) => name);
  return tellStory(ask.logline, people, places);
}
