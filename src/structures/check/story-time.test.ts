import { expect, test } from 'vitest';
import { makeCard, makePerson, makePlace, withFacts } from '../../bibles/fixtures/story.ts';
import type { Bible, SceneCard } from '../../bibles/index.ts';
import { structureNamed } from '../fixtures/shipped.ts';
import { checkOutline } from '../index.ts';

const THEFT = { id: 'fa_theft', value: 'Tom took the violin.' };
const bible = (...holders: readonly { character: string; since?: string; believes?: string }[]): Bible => ({
  entries: [
    withFacts(makePerson('Tom'), { ...THEFT, holders: [{ character: 'ch_tom' }, ...holders] }),
    makePerson('Maya'),
    makePlace('chapel'),
  ],
});

/** What is told of causes and knowledge, as rule and scene. */
function told(
  cards: readonly Partial<SceneCard>[],
  story: Bible = bible(),
): readonly (readonly [string, string | undefined])[] {
  const outline = { cards: cards.map((own, at) => makeCard({ id: `sc_${at + 1}`, ...own })) };
  return checkOutline({ bible: story, outline, format: 'short', structure: structureNamed('none') })
    .filter(({ rule }) => /cause|knowledge/.test(rule))
    .map(({ rule, scene }) => [rule, scene] as const);
}

const uses = (fact: string) => ({ uses: [{ character: 'ch_maya', fact }] });
const learns = (fact: string) => ({ learns: [{ character: 'ch_maya', fact }] });
const because = (...becauseOf: readonly string[]) => ({ becauseOf });

test('a present scene follows from what happened before it, also where that is told later', () => {
  expect(told([{}, because('sc_1')])).toEqual([]);
  expect(told([because('sc_2'), {}])).toEqual([['outline/cause-later', 'sc_1']]);
  expect(told([because('sc_1')])).toEqual([['outline/cause-later', 'sc_1']]);
  expect(told([{ storyTime: 5, ...because('sc_2') }, { storyTime: 1 }])).toEqual([]);
  expect(told([{ storyTime: 5 }, { storyTime: 1, ...because('sc_1') }])).toEqual([['outline/cause-later', 'sc_2']]);
});

test('a flashback may follow from the scene that calls it up, and a present scene from a flashback', () => {
  expect(told([{}, { mode: 'flashback', ...because('sc_1') }])).toEqual([]);
  expect(told([{}, { mode: 'flashback' }, because('sc_2')])).toEqual([]);
  expect(told([because('sc_2'), { mode: 'flashback' }])).toEqual([]);
  expect(told([{ mode: 'flashback', ...because('sc_2') }, {}])).toEqual([['outline/cause-later', 'sc_1']]);
});

test('a cause that there is not is told once, however often it is named', () => {
  expect(told([{}, because('sc_9', 'sc_9')])).toEqual([['outline/cause-unknown', 'sc_2']]);
});

test('what is kept from somebody is known once a scene before tells it, by id or word for word', () => {
  expect(told([uses('fa_theft')])).toEqual([['outline/knowledge-early', 'sc_1']]);
  expect(told([learns('fa_theft'), uses('Tom took the violin.')])).toEqual([]);
  expect(told([learns('tom took the violin'), uses('fa_theft')])).toEqual([]);
  expect(told([uses('fa_theft'), learns('fa_theft')])).toEqual([['outline/knowledge-early', 'sc_1']]);
  expect(told([{ ...learns('fa_theft'), ...uses('fa_theft') }])).toEqual([['outline/knowledge-at-once', 'sc_1']]);
});

test('before and after are in story time: what is learnt in a flashback was known all along', () => {
  expect(told([uses('fa_theft'), { mode: 'flashback', ...learns('fa_theft') }])).toEqual([]);
  expect(told([learns('fa_theft'), { mode: 'flashback', ...uses('fa_theft') }])).toEqual([
    ['outline/knowledge-early', 'sc_2'],
  ]);
  expect(told([{ mode: 'dream', ...learns('fa_theft') }, uses('fa_theft')])).toEqual([
    ['outline/knowledge-early', 'sc_2'],
  ]);
});

test('who holds a fact knows it from then on, and who believes something else does not', () => {
  const since = bible({ character: 'ch_maya', since: 'sc_2' });
  expect(told([uses('fa_theft'), uses('fa_theft')], since)).toEqual([['outline/knowledge-early', 'sc_1']]);
  const belief = bible({ character: 'ch_maya', believes: 'It burnt.' });
  expect(told([{}, uses('fa_theft')], belief)).toEqual([['outline/knowledge-early', 'sc_2']]);
});

test('words that only others come to know need a teller, unless the one who knows may be it', () => {
  const toTom = { learns: [{ character: 'ch_tom', fact: 'The well is dry.' }] };
  expect(told([{ ...toTom, cast: ['ch_tom'], lead: 'ch_tom' }, uses('The well is dry')])).toEqual([
    ['outline/knowledge-untold', 'sc_2'],
  ]);
  expect(told([uses('The well is dry'), toTom])).toEqual([]);
  expect(told([uses('The well is dry')])).toEqual([['outline/knowledge-unfounded', 'sc_1']]);
});
