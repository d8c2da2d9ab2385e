import { type Domain, place } from './domain.ts';

/** Ships between the stars, and stations. */
export const SPACE: Domain = {
  name: 'space',
  cues: ['generation', 'spaceship', 'starship', 'spacecraft', 'astronaut', 'voyage', 'planet', 'orbit', 'orbital', 'mars', 'moon', 'galaxy', 'cosmonaut', 'colony', 'airlock', 'alien', 'robot', 'android', 'space', 'engineer'],
  places: [
    place('MAINTENANCE SPINE', true, 'A crawlway of numbered pipes; chalk marks from three dead engineers.', ['Pumps, and under the pumps a note nobody has logged.', 'You clip on before you let go.']),
    place('OUTER DOORS', true, 'Two leaves of grey steel as tall as a church, with frost on the seam.', ['The metal ticks, warmer than it should.', 'The wheel takes two people and three turns.']),
    place('NAVIGATION DECK', true, 'Dust sheets over half the consoles, one star chart that never changes.', ['Relays closing in an order everyone knows by heart.', 'Nobody touches the sealed panel.']),
    place('HYDROPONICS BAY', true, 'Beans on strings under violet lamps; children’s names on the tanks.', ['Water, always, and bees from a loudspeaker.', 'Speak low: sound carries down the ducts.']),
    place('CREW MESS', true, 'Long tables bolted down, a mural of a planet in four generations of paint.', ['Spoons and the evening announcement.', 'The toast to arrival is said before anyone eats.']),
    place('ARCHIVE VAULT', true, 'Film cans, sealed drawers, a reader with a cracked hood.', ['A fan that starts when a drawer opens.', 'Two keys, two officers, one log.']),
  ],
  props: ['a cracked pressure gauge', 'a jar of real soil', 'a child’s drawing of a sky', 'a torque wrench', 'a hand lamp on its last cell', 'a spool of black tape', 'a dead founder’s badge', 'a ration tin', 'a strip of star film', 'a patched glove', 'a sounding hammer', 'a lever wrapped in red wire', 'a seed packet with no date', 'a thermometer reading eleven degrees'],
  token: 'the voyage log',
  object: 'the outer doors',
  words: 'bulkhead, tolerance, cycle, seal, drift, bleed valve.',
  people: [
    { is: 'the ship’s warden, keeper of the sealed panel', wants: 'keep four thousand people calm and inside' },
    { is: 'a hydroponics hand with a daughter aboard', wants: 'grow something in ground that is not in a tank' },
    { is: 'the youngest officer of the watch', wants: 'be told an order before having to give one' },
  ],
  titles: ['Landfall', 'The Frost on the Seam', 'A Hundred Years Late', 'Still Voyage'],
  before: 'before the next watch changes',
};
