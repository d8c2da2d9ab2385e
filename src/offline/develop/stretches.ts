/** What a stretch of a script is for, by how far in it ends. */
export const STRETCHES: readonly (readonly [title: string, purpose: string, ends: string])[] = [
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
