import { type Domain, place } from './domain.ts';

/** Houses, keys and what they keep in. */
export const LOCKS: Domain = {
  name: 'locks',
  cues: [
    'locksmith',
    'lock',
    'locked',
    'house',
    'haunted',
    'mansion',
    'burglar',
    'tenant',
    'landlord',
    'caretaker',
    'estate',
    'apartment',
    'ghost',
    'basement',
    'attic',
    'housekeeper',
    'safecracker',
  ],
  places: [
    place(
      'FRONT PORCH',
      false,
      'Peeling boards, a bell pull that has been painted over, six bolts on the wrong side of the door.',
      ['A bulb fizzing; no crickets.', 'Step where the boards are nailed.'],
    ),
    place('HOUSE HALLWAY', true, 'Pale squares where pictures hung, a telephone on a stand, doors without handles.', [
      'The house breathing through keyholes.',
      'A door that closes stays closed.',
    ]),
    place('LOCKSMITH’S VAN', false, 'Blanks on hooks, a thermos, a dash lamp with a bad contact.', [
      'Rain on tin, a dispatcher half out of range.',
      'The keys stay in the ignition at night.',
    ]),
    place('UPSTAIRS CORRIDOR', true, 'Wallpaper worn to the height of a hand, one lit keyhole at the end.', [
      'Steps overhead, in a house without an attic.',
      'Knock, and wait for one answer only.',
    ]),
    place('CELLAR STAIRS', true, 'Stone treads, a cold lamp, fresh oil on an old hinge.', [
      'Water thinking about freezing.',
      'Count the steps going down.',
    ]),
    place('KITCHEN', true, 'A table laid for one, a clock stopped politely at noon, a padlocked larder.', [
      'A refrigerator starting and changing its mind.',
      'Nothing on the table is to be eaten.',
    ]),
  ],
  props: [
    'a ring of skeleton keys',
    'a tension wrench',
    'a torch that has to be struck twice',
    'a wet call sheet',
    'a brass door plate',
    'a tin of graphite',
    'a telephone cord cut clean',
    'a child’s shoe',
    'a bolt still warm',
    'a bent hairpin',
    'a candle stub',
    'a tax bill in a dead man’s name',
    'a hand mirror',
    'a doorknob in two halves',
  ],
  token: 'the call sheet',
  object: 'the front door',
  words: 'pin, bitting, shim, strike, deadbolt, blank.',
  people: [
    { is: 'the voice that placed the call', wants: 'get out without saying how they got in' },
    { is: 'a night dispatcher on a bad line', wants: 'keep the line open till daylight' },
    { is: 'a neighbour who has never seen that door open', wants: 'see it stay shut' },
  ],
  titles: ['Called Out', 'The Wrong Side of the Bolt', 'Six Bolts', 'Deadlatch'],
  before: 'before the torch gives out',
};
