import { type Domain, place } from './domain.ts';

/** Boats, lights and harbours. */
export const SEA: Domain = {
  name: 'sea',
  cues: ['sea', 'ship', 'boat', 'captain', 'sailor', 'lighthouse', 'fisherman', 'fishing', 'harbour', 'harbor', 'island', 'ferry', 'submarine', 'ocean', 'diver', 'storm', 'whale', 'mermaid', 'coast', 'shipwreck', 'lifeboat', 'tide', 'keeper'],
  places: [
    place('HARBOUR OFFICE', true, 'A barometer, a tide table, a stove with a cat on it.', ['Halyards slapping; a radio reading out numbers.', 'The log is written in ink and in order.']),
    place('SEA WALL', false, 'Weed to the high-water mark, iron rings, green steps going under.', ['The sea putting something down, picking it up.', 'Never with your back to it.']),
    place('BOAT CABIN', true, 'Two bunks, a swinging lamp, a chart under a mug.', ['Hull against fender, like a knock that will not give up.', 'One hand for yourself.']),
    place('LAMP ROOM', true, 'Brass, glass, a stool; the horizon on every side.', ['Clockwork under the floor.', 'The light is not to be left, not for weather, not for love.']),
    place('NET LOFT', true, 'Nets on beams, a bench, tar in a pot, names cut in a doorpost.', ['Rope creaking under its own weight.', 'No whistling.']),
  ],
  props: ['a tide table', 'a coil of tarred rope', 'a flare past its date', 'a ship’s bell clapper', 'a wet logbook', 'a marlinspike', 'an oilskin with a stranger’s name in it', 'a bottle of lamp oil', 'a broken oar', 'a child’s life jacket', 'a glass float', 'a hand compass', 'a tin of condensed milk', 'a crab line'],
  token: 'the harbour log',
  object: 'the light',
  words: 'fathom, lee, ebb, bearing, make fast, bilge.',
  people: [
    { is: 'a harbourmaster with salvage on his mind', wants: 'have the wreck forgotten or paid for' },
    { is: 'a deckhand who cannot swim', wants: 'be asked, for once, which way the wind is' },
    { is: 'an insurance man with seasick eyes', wants: 'put a date and a cause on one line' },
  ],
  titles: ['High Water', 'Salvage', 'One Hand for Yourself', 'The Ebb'],
  before: 'before the tide turns',
};
