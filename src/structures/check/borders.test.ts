import { expect, test } from 'vitest';
import { makeCard, makeCards } from '../../bibles/fixtures/story.ts';
import type { Outline, SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { SCENE_WORDS } from '../../generators/index.ts';
import { structureNamed } from '../fixtures/shipped.ts';
import { type Sound, soundOutline } from '../fixtures/sound-outline.ts';
import { checkOutline, LENGTH_WORDS, notesBySequence, sequenceRanges, whereIs } from '../index.ts';

const FEATURE = soundOutline('feature', { count: 120 });

/** The rules that are told of a feature whose cards were changed. */
function rulesOf(change: (card: SceneCard, place: number) => Partial<SceneCard>, sound: Sound = FEATURE): Set<string> {
  const cards = sound.outline.cards.map((card, place) => ({ ...card, ...change(card, place) }));
  return new Set(checkOutline({ ...sound, outline: { ...sound.outline, cards } }).map(({ rule }) => rule));
}

test('a side thread may begin late, the main one may not', () => {
  const from = (first: number, thread: string) => (card: SceneCard, place: number) => ({
    threads: [...card.threads.filter((id) => id !== thread), ...(place >= first ? [thread] : [])],
  });
  expect(rulesOf(from(60, 'pl_b'))).not.toContain('outline/thread-gap');
  expect(rulesOf(from(60, 'pl_a'))).toContain('outline/thread-gap');
});

test('who is first seen in a scene that begins in the first quarter is seen in time', () => {
  const first = FEATURE.outline.cards.findLastIndex(({ id }) => (whereIs(FEATURE.outline.cards, id) ?? 1) < 0.25);
  const without = (until: number) => (card: SceneCard, place: number) =>
    place < until
      ? { cast: ['ch_tom'], speakers: card.speakers.length === 0 ? [] : ['ch_tom'], lead: 'ch_tom' }
      : { cast: ['ch_maya', 'ch_tom'] };
  expect(rulesOf(without(first))).not.toContain('outline/introduced-late');
  expect(rulesOf(without(first + 2))).toContain('outline/introduced-late');
  const { bible, structure } = FEATURE;
  const one = { cards: [makeCard({ length: 'setPiece', setting: 'st_0' })] };
  const rules = checkOutline({ bible, structure, outline: one, format: 'short' }).map(({ rule }) => rule);
  expect(rules).not.toContain('outline/introduced-late');
});

test('half of the scenes silent are too many for a feature, and nobody counts in a sitcom', () => {
  const silent = (_: SceneCard, place: number) => (place % 2 === 0 ? { speakers: [] } : {});
  expect(rulesOf(silent)).toContain('outline/silence');
  expect(rulesOf(silent, soundOutline('sitcom', { count: 14 }))).not.toContain('outline/silence');
  const clerk = { extras: [{ name: 'Clerk', sketch: 'tired' }] };
  expect(rulesOf(() => ({ speakers: [], ...clerk }))).toContain('outline/silence');
});

test('a tenth of the pages more or less is what was planned, a fifth is not', () => {
  const longer = (count: number) => {
    let left = count;
    return ({ length }: SceneCard): Partial<SceneCard> => {
      if (length !== 'short' || left === 0) return {};
      left -= 1;
      return { length: 'setPiece' };
    };
  };
  expect(rulesOf(longer(5))).not.toContain('outline/page-budget');
  expect(rulesOf(longer(10))).toContain('outline/page-budget');
});

test('a beat may fall as far off as scripts differ in it, and hardly off where nobody knows', () => {
  const places = FEATURE.outline.cards.map(({ id }) => ({ id, at: whereIs(FEATURE.outline.cards, id) ?? 1 }));
  const id = (wanted: number): string => places.findLast(({ at }) => at < wanted)?.id ?? '';
  const moved = (beat: string, at: number) => (card: SceneCard) => ({
    ...(card.beat === beat ? { beat: undefined as never } : {}),
    ...(card.id === id(at) ? { beat } : {}),
  });
  expect(rulesOf(moved('opportunity', 0.22))).not.toContain('outline/beat-off');
  expect(rulesOf(moved('opportunity', 0.26))).toContain('outline/beat-off');
  const bare = { ...structureNamed('turning-points') };
  const beats = bare.beats.map(({ sd: _, ...beat }) => beat);
  expect(rulesOf(moved('opportunity', 0.22), { ...FEATURE, structure: { ...bare, beats } })).toContain(
    'outline/beat-off',
  );
});

test('what the plan leaves open need not be paid off', () => {
  const planted = (card: SceneCard, place: number) => (place === 9 ? { setsUp: [...(card.setsUp ?? []), 'pt_x'] } : {});
  const withPlant = (open: boolean): Sound => {
    const { plan } = FEATURE.outline;
    const plants = [...plan.plants, { id: 'pt_x', what: 'a key', open }];
    return { ...FEATURE, outline: { ...FEATURE.outline, plan: { ...plan, plants } } };
  };
  expect(rulesOf(planted, withPlant(true))).toEqual(new Set());
  expect(rulesOf(planted, withPlant(false))).toEqual(new Set(['outline/plant-unpaid']));
});

test('beats of another structure than the outline was planned by are not called strange', () => {
  const told = checkOutline({ ...FEATURE, structure: structureNamed('three-act') }).map(({ rule }) => rule);
  expect(told).not.toContain('outline/beat-unknown');
});

test('an outline from before plans and plants is looked at like any other', () => {
  const { bible, structure } = FEATURE;
  const rules = checkOutline({ bible, structure, outline: { cards: makeCards(12) }, format: 'short' });
  expect(rules.filter(({ severity }) => severity === 'blocker').map(({ rule }) => rule)).toEqual([]);
  expect(rules.map(({ rule }) => rule)).toContain('outline/beats-untold');
});

test('notes are told by sequence, those of the whole first, in script order', () => {
  const note = (scene?: string): Note => ({ rule: 'r', severity: 'info', message: 'm', ...(scene ? { scene } : {}) });
  const [whole, late, early, gone] = [note(), note('sc_12'), note('sc_2'), note('sc_999')];
  expect(notesBySequence([late, whole, early, gone], FEATURE.outline)).toEqual([
    { notes: [whole, gone] },
    { sequence: 1, notes: [early] },
    { sequence: 2, notes: [late] },
  ]);
});

test('every scene is in one sequence, whatever the plan says of their number', () => {
  const rangesOf = (count: number, scenes?: readonly number[]) => {
    const plan = scenes && {
      ...FEATURE.outline.plan,
      sequences: scenes.map((one) => ({ title: 't', purpose: 'p', ends: 'e', scenes: one })),
    };
    const outline: Outline = { cards: makeCards(count), ...(plan === undefined ? {} : { plan }) };
    return sequenceRanges(outline).map(({ start, end }) => [start, end]);
  };
  expect(rangesOf(10, [4, 4])).toEqual([
    [0, 4],
    [4, 10],
  ]);
  expect(rangesOf(5, [4, 4, 4])).toEqual([
    [0, 4],
    [4, 5],
  ]);
  expect(rangesOf(3)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(rangesOf(20)).toHaveLength(8);
  expect(rangesOf(0)).toEqual([]);
});

test('scenes are planned by the words that their writers are asked for', () => {
  for (const [length, { from, to }] of Object.entries(LENGTH_WORDS))
    expect(SCENE_WORDS[length as keyof typeof SCENE_WORDS]).toEqual([from, to]);
});
