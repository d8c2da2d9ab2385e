import { type Domain, place } from './domain.ts';

/** The place any story can happen in: the fallback, and what fills a longer list of places. */
export const TOWN: Domain = {
  name: 'town',
  cues: [],
  places: [
    place('REPAIR SHOP', true, 'Radios with their backs off, a bench, tickets on string.', [
      'Three stations, very faint.',
      'Nothing is thrown away while somebody might come back for it.',
    ]),
    place('TOWN HALL', true, 'A platform, stacking chairs, a portrait of a man with a dam.', [
      'Radiators and procedure.',
      'You stand, say your name, and then say it.',
    ]),
    place('RIVER BRIDGE', false, 'Iron, padlocks left by couples, brown water doing its work.', [
      'Planks under bicycles.',
      'Two can pass if one turns sideways.',
    ]),
    place('RENTED ROOM', true, 'A bed, a ring, a suitcase never quite unpacked.', [
      'A neighbour’s television laughing.',
      'No visitors after ten, and thin walls to prove it.',
    ]),
    place('BUS STATION', false, 'Bays A to F, a shuttered kiosk, a bench with arms to stop sleepers.', [
      'An engine idling for nobody.',
      'The last one leaves on time, full or empty.',
    ]),
    place('CORNER CAFÉ', true, 'Six tables, a fogged window, sugar in jars.', [
      'A coffee machine clearing its throat.',
      'The table by the door is for people who may have to leave.',
    ]),
    place('LAUNDERETTE', true, 'A wall of round doors, one of them turning.', [
      'Buttons on glass.',
      'Never take out what another person put in.',
    ]),
    place('COUNTY ROAD', false, 'A ditch, a mailbox, a verge wide enough to stop on.', [
      'A car that can be heard for a full minute.',
      'You wave, whoever it is.',
    ]),
  ],
  props: [
    'a folded letter',
    'a paper bag with a knot in it',
    'a house key on a ribbon',
    'a photograph with a corner cut off',
    'a pocket radio',
    'a train ticket',
    'a library book eleven years late',
    'a chipped blue cup',
    'a coat that fits nobody here',
    'a tin of buttons',
    'a bicycle lamp',
    'a receipt with a telephone number on it',
    'a wristwatch that has stopped',
    'a jar of coins',
    'a borrowed umbrella',
    'a bunch of supermarket flowers',
    'a screwdriver with a taped handle',
    'a shoebox tied with string',
    'a child’s mitten',
    'a pair of reading glasses',
    'a parcel without a sender',
    'a dog lead',
    'a bottle of cough syrup',
    'a street map folded wrong',
  ],
  token: 'the unsent letter',
  object: 'the shoebox on the top shelf',
  words: 'mend, fair, by rights, a favour, what is owed.',
  people: [
    { is: 'a neighbour who has kept the other half of the story', wants: 'leave things where they were put' },
    { is: 'a friend with a van and no plans', wants: 'be useful before it is too late to be' },
    { is: 'an official with a form that has no box for this', wants: 'have it settled in writing' },
  ],
  titles: ['What Is Owed', 'The Top Shelf', 'By Rights', 'Bay F'],
  before: 'before the last bus',
};
