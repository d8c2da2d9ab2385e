import type { Starter } from './starter.ts';

/** A short film: one person, one place, one turn. */
export const SHORT: readonly Starter[] = [
  {
    kind: 'character',
    name: 'THE LEAD',
    document: { role: 'protagonist' },
    ask: [
      'Who is it, in one detail that a camera can see?',
      'What do they want in the next ten minutes?',
      'What would they rather not find out?',
    ],
  },
  {
    kind: 'character',
    name: 'THE OTHER',
    document: { role: 'antagonist' },
    ask: ['Who or what stands in the way, and why are they right too?', 'What do they know that the lead does not?'],
  },
  {
    kind: 'setting',
    name: 'THE PLACE',
    ask: ['Which one place can hold the whole story?', 'What does it forbid?', 'What is heard when nobody speaks?'],
  },
  {
    kind: 'plot',
    name: 'The turn',
    document: { thread: 'A' },
    ask: ['What does the audience want to know after the first minute?', 'Which one moment cannot be taken back?'],
  },
  {
    kind: 'theme',
    name: 'The question',
    ask: ['Which question is left open when the lights go on?', 'Which image carries it?'],
  },
];
