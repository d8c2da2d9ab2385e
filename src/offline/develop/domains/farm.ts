import { type Domain, place } from './domain.ts';

/** Land, animals and weather. */
export const FARM: Domain = {
  name: 'farm',
  cues: ['farm', 'farmer', 'beekeeper', 'shepherd', 'orchard', 'vineyard', 'harvest', 'cattle', 'horse', 'rancher', 'barn', 'drought', 'winemaker', 'gardener', 'forester', 'sheep', 'bee', 'dog', 'goat', 'land', 'tractor'],
  places: [
    place('FARM KITCHEN', true, 'Boots in a row, a range, seed bills behind the clock.', ['A kettle never quite off the boil.', 'Business waits until the plates are cleared.']),
    place('TOP FIELD', false, 'Stubble to the fence, one oak, a sky with an argument in it.', ['Wire singing; a tractor two farms off.', 'What is said up here is not said in the house.']),
    place('BARN', true, 'Bales to the rafters, a swallow’s nest, a chain nobody moves.', ['Something large shifting its weight in straw.', 'Shut the lower door behind you.']),
    place('LIVESTOCK MARKET', true, 'Rails, sawdust, men with their hands in their pockets.', ['An auctioneer speaking in one long word.', 'A nod is a signature.']),
    place('FARM GATE', false, 'A gate off its top hinge, a mailbox, a car that does not belong.', ['Rooks.', 'Strangers stop here and sound the horn once.']),
  ],
  props: ['a feed bucket', 'a letter from the bank', 'a shearing comb', 'a dog’s collar', 'a jar of late honey', 'a shotgun, broken open', 'a seed catalogue', 'a length of baler twine', 'a rain gauge', 'a ewe’s ear tag', 'a mug of cold tea', 'a folded deed', 'a rosette from a county show', 'a horse brass'],
  token: 'the boundary deed',
  object: 'the top field',
  words: 'acre, yield, head, lamb, stubble, turn.',
  people: [
    { is: 'a neighbour with a better tractor and a long memory', wants: 'move a fence by forty yards' },
    { is: 'a hired hand who talks mostly to the animals', wants: 'stay for one more season' },
    { is: 'a man from the bank in town shoes', wants: 'have a signature before the weather turns' },
  ],
  titles: ['The Top Field', 'Forty Yards', 'Late Honey', 'A Nod Is a Signature'],
  before: 'before the weather breaks',
};
