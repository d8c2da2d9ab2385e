import type { Starter } from './starter.ts';

/** A series: what is so in every episode. */
export const SERIES: readonly Starter[] = [
  {
    kind: 'character',
    name: 'THE REGULAR',
    document: { role: 'protagonist' },
    ask: [
      'What do they want in every episode, and never get for good?',
      'What about them will not change in a hundred episodes?',
      'How do they speak, so that a line without a cue is theirs?',
    ],
  },
  {
    kind: 'character',
    name: 'THE FOIL',
    document: { role: 'ally' },
    ask: ['What do they and the first regular disagree about, whatever happens?', 'Why do they stay?'],
  },
  {
    kind: 'setting',
    name: 'THE STANDING SET',
    ask: ['Where does every episode come home to?', 'Who is allowed in, and who is not?'],
  },
  {
    kind: 'plot',
    name: 'The engine',
    document: { thread: 'A' },
    ask: ['What brings a new story through the door every week?', 'Which question stays open to the last episode?'],
  },
  {
    kind: 'theme',
    name: 'The world',
    ask: ['What does this series see that others do not?', 'What is funny in it, and what is never joked about?'],
  },
];

/** A season: what it tells from its first episode to its last. */
export const SEASON: readonly Starter[] = [
  {
    kind: 'character',
    name: "THE SEASON'S OPPONENT",
    document: { role: 'antagonist' },
    ask: [
      'Who makes this season different from the last?',
      'What do the regulars know of them, and from which episode on?',
    ],
  },
  {
    kind: 'plot',
    name: "The season's line",
    document: { thread: 'A' },
    ask: ['Which question does the first episode open and the last one answer?', 'What turns in the middle?'],
  },
  {
    kind: 'plot',
    name: 'The slow line',
    document: { thread: 'B' },
    ask: ['Which relation changes a little in every episode?', 'Which secret comes out, when, and to whom?'],
  },
  {
    kind: 'theme',
    name: "The season's question",
    ask: ['Which side of the world does this season look at?', 'Which image opens and closes it?'],
  },
];

/** An episode: its story, its guest, its place. */
export const EPISODE: readonly Starter[] = [
  {
    kind: 'character',
    name: 'THE GUEST',
    document: { role: 'other' },
    ask: ['Who comes in, and what do they want today?', 'Which regular do they show something about themselves?'],
  },
  {
    kind: 'setting',
    name: "THE EPISODE'S PLACE",
    ask: ['Where does this episode go that no other does?', 'What can only happen there?'],
  },
  {
    kind: 'plot',
    name: "The episode's story",
    document: { thread: 'A' },
    ask: ['What is solved by the end of this hour?', 'What does it cost a regular?'],
  },
  {
    kind: 'plot',
    name: 'The running story',
    document: { thread: 'B' },
    ask: ["Which step does the season's line take here?", 'How does it get in the way of the story of the day?'],
  },
];
