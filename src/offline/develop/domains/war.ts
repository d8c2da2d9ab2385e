import { type Domain, place } from './domain.ts';

/** Soldiers, maps and the ground under them. */
export const WAR: Domain = {
  name: 'war',
  cues: ['cartographer', 'soldier', 'war', 'enemy', 'army', 'trench', 'sniper', 'battle', 'map', 'sergeant', 'general', 'spy', 'resistance', 'bomb', 'ceasefire', 'deserter', 'border', 'regiment', 'front', 'occupation', 'refugee'],
  places: [
    place('FLOODED CELLAR', true, 'Black water to the fourth step, a table afloat, one candle in a bottle neck.', ['Dripping in two rhythms; guns as weather.', 'Whatever touches the water is lost.']),
    place('COLLAPSED STAIRWELL', true, 'Nine steps and then sky, a beam across it like a closed hand.', ['Plaster letting go a grain at a time.', 'One person’s weight, no more.']),
    place('STOREROOM SHELF', true, 'A ledge of wine racks above the waterline, dry as a promise.', ['Bottles touching when the guns answer.', 'The dry side is neutral ground.']),
    place('STREET GRATING', true, 'Iron bars at head height, boots going by, a slot of winter light.', ['Two languages giving the same orders.', 'Nobody calls out until they know whose boots those are.']),
    place('RUINED SQUARE', false, 'A fountain with no rim, a tram on its side, snow that is partly ash.', ['A loose sign, and a silence with people in it.', 'Walk on the tram rails: they have been walked on before.']),
  ],
  props: ['a brass compass', 'a waterproof pencil', 'a sheet of wet tracing linen', 'a belt buckle from the other side', 'a tin of boot grease', 'a candle in a bottle neck', 'a letter in the wrong language', 'a surveyor’s chain', 'a bar of army chocolate', 'a broken slide rule', 'a field dressing', 'a matchbox with four matches', 'a photograph sewn into a lining', 'a plumb line'],
  token: 'the survey notebook',
  object: 'the map',
  words: 'bearing, contour, datum, sheet, sector, dead ground.',
  people: [
    { is: 'a surveyor from the other side of the line', wants: 'get out with the better half of the truth' },
    { is: 'a runner of sixteen in a coat made for a man', wants: 'be told which way is home' },
    { is: 'an officer shouting through a grating', wants: 'have an answer before the next barrage' },
  ],
  titles: ['Common Ground', 'Contour Lines', 'Dead Ground', 'The Fourth Step'],
  before: 'before the water reaches the candle',
};
