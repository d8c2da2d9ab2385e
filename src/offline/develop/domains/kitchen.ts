import { type Domain, place } from './domain.ts';

/** Kitchens, bakeries, bars. */
export const KITCHEN: Domain = {
  name: 'kitchen',
  cues: ['chef', 'cook', 'baker', 'bakery', 'restaurant', 'waiter', 'waitress', 'bartender', 'recipe', 'food', 'critic', 'butcher', 'café', 'bar', 'sommelier', 'dinner', 'cake', 'taste', 'soup', 'barista'],
  places: [
    place('RESTAURANT KITCHEN', true, 'Steel, steam, a rail of tickets, one knife nobody else may use.', ['A fan, a flame, a name shouted twice.', 'Say “behind” or get burnt.']),
    place('DINING ROOM', true, 'Eleven white tables, one wobbling; a window the street looks in at.', ['Forks set down all at once.', 'Nobody raises a voice in front of bread.']),
    place('WALK-IN COLD STORE', true, 'Crates to the roof, breath in the air, a bulb in a cage.', ['A compressor counting.', 'The only room with a door that shuts.']),
    place('KITCHEN BACK DOOR', false, 'Milk crates, grease bins, a wedge of light.', ['Extractor roar and a far-off train.', 'One cigarette long.']),
    place('MORNING MARKET', false, 'Ice, scales, crates of something still moving.', ['Prices going down in a language of numbers.', 'Touch it and it is yours.']),
  ],
  props: ['a chipped tasting spoon', 'a reservation book', 'a boning knife in a cloth', 'a jar of starter', 'a folded apron', 'an unpaid invoice', 'a burnt copper pan', 'a napkin with a sum on it', 'a bottle with two inches left', 'a review cut from a paper', 'a salt pig', 'a box of bruised pears', 'a wine key', 'a birthday candle'],
  token: 'the grease-stained recipe card',
  object: 'the last menu',
  words: 'pass, cover, reduce, season, behind, eighty-six.',
  people: [
    { is: 'an owner who counts covers in church', wants: 'sell the place while the tables are full' },
    { is: 'a dishwasher with a perfect palate', wants: 'be allowed to season one thing' },
    { is: 'a critic under somebody else’s name', wants: 'be surprised' },
  ],
  titles: ['Eighty-Six', 'Last Covers', 'Behind You', 'Season to Taste'],
  before: 'before the last service',
};
