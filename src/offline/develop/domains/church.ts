import { type Domain, place } from './domain.ts';

/** Parishes and what is confessed in them. */
export const CHURCH: Domain = {
  name: 'church',
  cues: ['priest', 'nun', 'church', 'vicar', 'monk', 'pastor', 'bishop', 'rabbi', 'imam', 'confession', 'monastery', 'convent', 'miracle', 'saint', 'cult', 'exorcist', 'pilgrim', 'temple', 'faith', 'bell', 'preacher'],
  places: [
    place('VESTRY', true, 'A wardrobe of white cotton, a safe, a kettle, a list of the dead.', ['A choir practising one bar.', 'What is counted here is counted twice.']),
    place('NAVE', true, 'Stone, cold coloured light, a bucket under the north aisle.', ['A drip that has found the note of the room.', 'Walk, do not stop, until you have decided to.']),
    place('CONFESSIONAL', true, 'Two dark cupboards and a grille worn smooth.', ['Breath on wood.', 'It stays here.']),
    place('BELL TOWER', true, 'Ropes with red grips, louvres, a long way down.', ['The clock gathering itself.', 'Never touch a rope that is moving.']),
    place('CHURCHYARD', false, 'Leaning slate, a yew, one fresh rectangle.', ['Crows and a mower.', 'Step between, never on.']),
  ],
  props: ['a collection envelope', 'a candle stub', 'a key as long as a hand', 'a hymn board number', 'a parish magazine', 'a chipped saint', 'a bottle of altar wine', 'a knitted kneeler', 'a letter to the bishop', 'a rosary with a bead gone', 'a raffle prize', 'a bell rope grip', 'a wet umbrella', 'a tin of brass polish'],
  token: 'the parish register',
  object: 'the roof fund',
  words: 'parish, vigil, bless, penance, collect, bell.',
  people: [
    { is: 'a churchwarden who pays for everything and forgets nothing', wants: 'keep one name out of the register' },
    { is: 'a bell-ringer of no particular belief', wants: 'ring the thing properly' },
    { is: 'a visitor from the bishop', wants: 'find a reason to lock the doors' },
  ],
  titles: ['The Long Key', 'Ordinary Time', 'Under Seal', 'The North Aisle'],
  before: 'before the bells on Sunday',
};
