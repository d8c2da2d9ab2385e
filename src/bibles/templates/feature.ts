import type { Starter } from './starter.ts';

/** A feature film: a main line and a second one, and who carries them. */
export const FEATURE: readonly Starter[] = [
  {
    kind: 'character',
    name: 'THE LEAD',
    document: { role: 'protagonist' },
    ask: [
      'What do they want, in words that they would use?',
      'What do they need, and cannot name?',
      'Which two true things about them do not fit together?',
      'Who are they at the end, and what did it cost?',
    ],
  },
  {
    kind: 'character',
    name: 'THE OPPONENT',
    document: { role: 'antagonist' },
    ask: [
      'What do they want that cannot be had together with what the lead wants?',
      'Why do they think they are right?',
    ],
  },
  {
    kind: 'character',
    name: 'THE ALLY',
    document: { role: 'ally' },
    ask: ['Why do they help?', 'When will they stop?', 'How do they speak, so that nobody takes them for the lead?'],
  },
  {
    kind: 'setting',
    name: 'HOME',
    ask: ['Where is the lead safe at the beginning?', 'What is wrong there already?'],
  },
  {
    kind: 'setting',
    name: 'THE OTHER WORLD',
    ask: ['Where does the story take them?', 'Which rule of home does not count there?'],
  },
  {
    kind: 'plot',
    name: 'The main line',
    document: { thread: 'A' },
    ask: ['Which question keeps the audience in its seat?', 'What is lost if it goes wrong?', 'How is it settled?'],
  },
  {
    kind: 'plot',
    name: 'The second line',
    document: { thread: 'B' },
    ask: ['Which relation changes while the main line runs?', 'Where do the two lines cross?'],
  },
  {
    kind: 'theme',
    name: 'The argument',
    ask: ['What does the story argue about?', 'What is the best case against its ending?', 'Which image comes back?'],
  },
];
