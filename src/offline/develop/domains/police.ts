import { type Domain, place } from './domain.ts';

/** Detectives, stations and open files. */
export const POLICE: Domain = {
  name: 'police',
  cues: ['detective', 'police', 'cop', 'murder', 'killer', 'investigator', 'sheriff', 'officer', 'crime', 'missing', 'kidnapper', 'kidnapped', 'hitman', 'assassin', 'informant', 'fbi', 'prison', 'prisoner', 'inmate', 'hostage', 'criminal', 'disappearance', 'murdered'],
  places: [
    place('SQUAD ROOM', true, 'Desks pushed face to face, a board with string on it, one dead plant.', ['Telephones and rain.', 'Closed files go face down.']),
    place('INTERVIEW ROOM', true, 'A table with a ring bolted to it, two chairs, a clock that is right.', ['Tape turning.', 'Whoever speaks first has lost something.']),
    place('EVIDENCE LOCKER', true, 'A cage, numbered boxes, a lamp on a pull chain.', ['The chain, swinging.', 'Sign in, sign out, say why.']),
    place('UNMARKED CAR', false, 'Two paper cups, fogged glass, a house across the way.', ['A radio whispering addresses.', 'Engine off, lamps off, mouth shut.']),
    place('UNDERPASS', false, 'Tiles, graffiti, a shopping trolley with a rope round it.', ['Traffic overhead like a long thought.', 'Meet in the middle, leave by different ends.']),
  ],
  props: ['a wallet without money', 'a blurred photograph', 'a bus timetable', 'a motel key', 'a witness’s reading glasses', 'a notebook with a page gone', 'a single earring', 'a set of bolt cutters', 'a takeaway receipt', 'a police whistle', 'a muddy boot in a bag', 'a matchbook', 'a dead telephone', 'a spare magazine'],
  token: 'the missing statement',
  object: 'the open file',
  words: 'statement, tail, prints, alibi, lead, collar.',
  people: [
    { is: 'a superior who closed the file the first time', wants: 'have it stay closed' },
    { is: 'a records clerk who keeps what should be burnt', wants: 'give one box to the right person' },
    { is: 'a reporter who sleeps in a car', wants: 'print a name' },
  ],
  titles: ['Face Down', 'Signed Out', 'Chain of Custody', 'The String'],
  before: 'before the file is closed for good',
};
