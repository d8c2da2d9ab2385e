import { expect, test } from 'vitest';
import { makeCard, makePerson, makePlace } from '../bibles/fixtures/story.ts';
import { briefOf, printBrief } from './scene.ts';

const bible = { entries: [makePerson('Maya'), makePerson('Tom'), makePlace('chapel'), makePlace('harbour')] };

test('pictures that earlier scenes of a place have used up are told to whoever makes a scene, and to no character', () => {
  const pictures = ['A wet glove.', 'A bell without a clapper.', 'A rope, cut.', 'Three chairs.'];
  const places = ['chapel', 'chapel', 'harbour', 'chapel'];
  const cards = pictures.map((image, at) => ({
    ...makeCard({}),
    id: `sc_${at + 1}`,
    setting: `st_${places[at]}`,
    image,
  }));
  const taken = cards.map((card) => briefOf(bible, { outline: { cards }, card }).taken);
  expect(taken).toEqual([undefined, ['A wet glove.'], undefined, ['A wet glove.', 'A bell without a clapper.']]);
  const [, , , last] = cards;
  if (last === undefined) throw new Error('there is no last card');
  expect(printBrief(briefOf(bible, { outline: { cards }, card: last }))).toContain(
    'Used up by an earlier scene here, not to come again: A wet glove.',
  );
  expect(JSON.stringify(briefOf(bible, { outline: { cards }, card: last }, 'ch_maya'))).not.toContain('glove');
});
