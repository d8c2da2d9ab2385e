import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aStory } from '../bibles/fixtures/random-story.ts';
import { edited, makeCard, makeCards, makePerson, makePlace, withFacts } from '../bibles/fixtures/story.ts';
import { type Bible, type Entry, type Fact, isKnown, type SceneCard, type Script } from '../bibles/index.ts';
import { togetherAsk } from '../generators/index.ts';
import type { Dialogue } from '../steps/index.ts';
import { togetherInput } from './ensemble.ts';
import { groupViews } from './groups.ts';
import type { Stage } from './stage.ts';
import { type View, viewOf } from './view.ts';

const RUNS = Number(process.env['RUNS'] ?? 300);
const [maya, tom, zoe, chapel] = [makePerson('Maya'), makePerson('Tom'), makePerson('Zoe'), makePlace('chapel')];
const theft: Fact = { id: 'fa_1', value: 'Tom took the violin.' };

test('two who know the same are asked in one request', () => {
  expect(grouped({})).toEqual([['Maya', 'Tom']]);
  expect(grouped({}, 'apart')).toEqual([['Maya'], ['Tom']]);
});

test.each<[string, readonly Entry[]]>([
  ['a secret of one', [maya, edited(tom, 'secret', 'He took the violin.')]],
  ['a fact that one holds', [maya, withFacts(tom, { ...theft, holders: [{ character: 'ch_tom' }] })]],
  [
    'a fact about a third that one holds',
    [maya, tom, withFacts(zoe, { ...theft, holders: [{ character: 'ch_tom' }] })],
  ],
  [
    'a false belief of one',
    [maya, withFacts(tom, { ...theft, holders: [{ character: 'ch_maya', believes: 'It was lost.' }] })],
  ],
  [
    'what only one knows of the place',
    [maya, tom, withFacts(chapel, { ...theft, holders: [{ character: 'ch_tom' }] })],
  ],
])('%s keeps them apart', (_, entries) => {
  expect(grouped({ entries })).toEqual([['Maya'], ['Tom']]);
  expect(grouped({ entries }, 'together')).toEqual([['Maya', 'Tom']]);
});

test('what both hold, and what nobody here knows, keeps nobody apart', () => {
  const shared = { ...theft, holders: [{ character: 'ch_maya' }, { character: 'ch_tom' }] };
  expect(grouped({ entries: [maya, withFacts(tom, shared)] })).toEqual([['Maya', 'Tom']]);
  const hidden = { ...theft, holders: [{ character: 'ch_zoe' }] };
  expect(grouped({ entries: [maya, tom, withFacts(chapel, hidden)] })).toEqual([['Maya', 'Tom']]);
});

test('what one has learnt keeps them apart until the other has learnt it too', () => {
  const [first, second, third] = makeCards(3) as [SceneCard, SceneCard, SceneCard];
  const told = { ...first, learns: [{ character: 'ch_maya', fact: 'The bell is cracked.' }] };
  const both = { ...second, learns: [{ character: 'ch_tom', fact: 'The bell is cracked.' }] };
  const cards = [told, both, third];
  expect(cards.map((card) => grouped({ cards, card }).length)).toEqual([1, 2, 1]);
});

test('a secret of nobody here keeps nobody apart, before it comes out and after', () => {
  const cards = makeCards(2);
  const entries = [maya, withFacts(tom, { ...theft, secretUntil: 'sc_2' })];
  expect(cards.map((card) => grouped({ entries, cards, card }).length)).toEqual([1, 1]);
});

test('of three, the two who know the same are asked together', () => {
  const card = makeCard({ cast: ['ch_maya', 'ch_tom', 'ch_zoe'], speakers: ['ch_tom', 'ch_maya', 'ch_zoe'] });
  const entries = [withFacts(maya, { ...theft, holders: [{ character: 'ch_maya' }] }), tom, zoe];
  expect(grouped({ entries, card })).toEqual([['Tom', 'Zoe'], ['Maya']]);
});

test('a request for several holds nothing that the story keeps from one of them', () => {
  const met = { groups: 0, facts: 0 };
  fc.assert(
    fc.property(aStory, ({ bible, cards, facts }) => {
      const open = { ...bible, entries: bible.entries.map((entry) => openEntry(entry)) };
      for (const card of cards) {
        const stage = stageOf(open, cards, { ...card, speakers: card.cast });
        const groups = groupViews(viewsOf(stage), 'auto').filter(({ length }) => length > 1);
        for (const group of groups) {
          met.groups += 1;
          const text = JSON.stringify(
            togetherAsk({ scene: card.id, take: 0 }, togetherInput(stage, group), []).variables,
          );
          expect(text).not.toContain('‹belief');
          for (const { fact, token } of facts.filter((one) => text.includes(one.token))) {
            met.facts += 1;
            for (const { id, ...view } of group) {
              const isTold = isKnown(fact, { outline: { cards }, card }, id) || JSON.stringify(view).includes(token);
              expect(isTold, `${id} reads ${fact.id} in ${card.id}`).toBe(true);
            }
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  for (const times of Object.values(met)) expect(times).toBeGreaterThan(RUNS / 10);
});

/** Without a secret of its own, which would keep everybody apart. */
function openEntry(entry: Entry): Entry {
  return { ...entry, document: { ...entry.document, ...(entry.kind === 'character' ? { secret: '' } : {}) } };
}

interface Given {
  readonly entries?: readonly Entry[];
  readonly cards?: readonly SceneCard[];
  readonly card?: SceneCard;
}

/** Who is asked with whom, by name. Whoever is not given is as in the fixtures. */
function grouped({ entries = [], card = makeCard({}), cards = [card] }: Given, dialogue: Dialogue = 'auto') {
  const given = new Set(entries.map(({ id }) => id));
  const bible = { entries: [...entries, ...[maya, tom, zoe, chapel].filter(({ id }) => !given.has(id))] };
  const views = viewsOf(stageOf(bible, cards, card));
  return groupViews(views, dialogue).map((group) => group.map(({ name }) => name));
}

function stageOf(bible: Bible, cards: readonly SceneCard[], card: SceneCard): Stage {
  const script: Script = { id: 'sp_1', slug: 'x', title: 'X', logline: '', premise: '', format: 'short', scenes: 1 };
  return { story: { script, bible, outline: { cards } }, card, take: 0 };
}

function viewsOf(stage: Stage): readonly View[] {
  return stage.card.speakers.map((id) => viewOf(stage, id));
}
