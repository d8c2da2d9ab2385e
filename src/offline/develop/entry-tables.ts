/** Ages as a script gives them. */
export const AGES: readonly string[] = ['20s', '27', '34', '41', '40s', '52', '50s', '63'];

/** What a camera sees of a person first. */
export const LOOKS: readonly string[] = [
  'Sleeves rolled to exactly the same height, a pencil behind the wrong ear.',
  'A good coat worn for too many winters; hands that are always doing something.',
  'Stands as if the ceiling were lower than it is.',
  'Spectacles pushed up and then searched for.',
  'Polished shoes, and a hole in one glove.',
  'Moves quickly and arrives late.',
  'A face that listens before it is spoken to.',
  'Someone else’s jacket, well looked after.',
  'Hair cut at home, nails clean to the point of worry.',
  'Carries a bag that is never opened and never put down.',
  'Broad, careful, always a step further back than expected.',
  'A scar through one eyebrow and no story to go with it.',
];

/** What a minor person lacks, does not admit to, does, and comes from. `{P}` is the person, `{L}` and `{O}` the leads. */
export const NEEDS: readonly string[] = [
  'To be thanked by the person who owes it.',
  'To be wrong about {L} at least once.',
  'To finish one thing before starting to help with another.',
  'To take a side while it still costs something.',
  'To be seen by {O} as more than useful.',
];
export const FEARS: readonly string[] = [
  'Of being asked to choose between {L} and {O}.',
  'That nobody would notice an empty chair.',
  'Of having said the one sentence that started it.',
  'Of owing {O} anything further.',
  'That {L} knows and is being kind.',
];
export const ODDS: readonly string[] = [
  'Gossips about everyone and has never given away a secret.',
  'Counts every penny and tips like a sailor.',
  'Cannot abide a liar and has told {L} the same false story for years.',
  'Believes in nothing and touches wood.',
  'Always first to arrive and never quite there.',
];
export const PASTS: readonly string[] = [
  '{P} was in the next room when {L} and {O} last spoke as friends.',
  '{P} came for a fortnight, eleven years ago, and never asked for {Phis} deposit back.',
  '{P} once covered for {O} and was not told what for.',
  '{P} owes {L} for one night that neither has mentioned since.',
  '{P} had the chance to leave, packed, and unpacked again before it was light.',
];

/** Look, sound and rules of places no table knows. */
export const ROOMS: Readonly<
  Record<'indoors' | 'outdoors', readonly (readonly [look: string, sound: string, rules: string])[]>
> = {
  indoors: [
    [
      'One lamp, one table, more chairs than people to sit on them.',
      'A pipe knocking, twice and then once.',
      'The chair by the wall is taken, even when it is empty.',
    ],
    [
      'Paint in two greens, a calendar from a firm that has closed.',
      'Somebody’s footsteps on the floor above.',
      'The door is shut by whoever came last.',
    ],
    [
      'Boxes along one side, a cleared space along the other, a worn path between.',
      'A clock in another room.',
      'Nothing is moved without asking.',
    ],
  ],
  outdoors: [
    [
      'Wet ground, one lit window, a rail with the paint gone where hands go.',
      'Wind finding a loose sheet of tin.',
      'Whoever is here can be seen from three sides.',
    ],
    [
      'A lamp post, a low wall, tyre marks that turn and leave.',
      'A dog, some way off, making a point.',
      'People pass through; only trouble stops.',
    ],
    [
      'Grass through gravel, a bench facing the wrong way.',
      'Water somewhere, going on with it.',
      'It belongs to nobody until after dark.',
    ],
  ],
};
