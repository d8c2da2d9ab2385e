import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCard } from '../../bibles/fixtures/story.ts';
import type { SceneCard } from '../../bibles/index.ts';
import { FAULTS } from '../fixtures/planted-faults.ts';
import { SHIPPED, structureNamed } from '../fixtures/shipped.ts';
import { aSoundOutline, soundOutline } from '../fixtures/sound-outline.ts';
import { checkOutline, notesBySequence } from '../index.ts';

test('a sound outline of any format has no note at all', () => {
  fc.assert(
    fc.property(aSoundOutline, (sound) => {
      expect(checkOutline(sound)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const SILENT_ONLY = ['outline/silence'];

test.each(Object.entries(FAULTS))('a planted fault is found: %s', (rule, [severity, plant]) => {
  fc.assert(
    fc.property(aSoundOutline, fc.nat(), (sound, pick) => {
      const count = sound.outline.cards.length;
      const place = 6 + (pick % (count - 8));
      const { story, scene } = plant(sound, place);
      const found = checkOutline(story).filter((note) => note.rule === rule);
      expect(found.map((note) => note.scene)).toContain(scene);
      expect(new Set(found.map((note) => note.severity))).toContain(severity);
    }),
    { numRuns: 25 },
  );
});

test('a feature in which everybody speaks always is told of', () => {
  const sound = soundOutline('feature', { count: 120 });
  const cards = sound.outline.cards.map((card) => ({ ...card, speakers: card.cast }));
  const notes = checkOutline({ ...sound, outline: { ...sound.outline, cards } });
  expect(notes.map(({ rule }) => rule)).toEqual(SILENT_ONLY);
  expect(notes[0]?.message).toBe('Nobody speaks in 0 of 120 scenes, fewer than the 25 % to 35 % of a feature.');
});

const anId = fc.constantFrom(
  'sc_0',
  'sc_1',
  'sc_2',
  'sc_gone',
  'ch_maya',
  'ch_gone',
  'fa_theft',
  'fa_gone',
  'pl_a',
  '',
);
const anyCard: fc.Arbitrary<SceneCard> = fc
  .record({
    id: anId,
    setting: anId,
    cast: fc.array(anId, { maxLength: 3 }),
    speakers: fc.array(anId, { maxLength: 3 }),
    lead: anId,
    turn: fc.record({ from: anId, to: anId }),
    tension: fc.integer({ min: 1, max: 10 }),
    pattern: anId,
    length: fc.constantFrom('flash', 'short', 'standard', 'setPiece'),
    mode: fc.constantFrom('present', 'flashback', 'flash-forward', 'dream'),
    learns: fc.array(fc.record({ character: anId, fact: anId }), { maxLength: 2 }),
    uses: fc.array(fc.record({ character: anId, fact: anId }), { maxLength: 2 }),
    becauseOf: fc.array(anId, { maxLength: 3 }),
    threads: fc.array(anId, { maxLength: 2 }),
    setsUp: fc.array(anId, { maxLength: 2 }),
    paysOff: fc.array(anId, { maxLength: 2 }),
    beat: fc.constantFrom('climax', 'midpoint', 'gone'),
    image: anId,
  })
  .map((own) => makeCard(own as Partial<SceneCard>));

test('whatever cards say, and however many there are, checking throws nothing and every note can be told', () => {
  const { bible } = soundOutline('short', { count: 12 });
  const aStructure = fc.constantFrom(...SHIPPED.structures.values());
  const aFormat = fc.constantFrom('short', 'feature', 'tv-hour', 'sitcom');
  fc.assert(
    fc.property(fc.array(anyCard, { maxLength: 12 }), aStructure, aFormat, (cards, structure, format) => {
      const outline = { cards };
      const notes = checkOutline({ bible, outline, format, structure });
      for (const note of notes) {
        expect(note.message).toMatch(/\S/);
        expect(note.fix).toMatch(/\S/);
        expect(note.message).not.toMatch(/undefined|NaN/);
      }
      expect(notesBySequence(notes, outline).flatMap((group) => group.notes)).toHaveLength(notes.length);
    }),
    { numRuns: 300 },
  );
});

test('an outline without scenes has nothing to be told, and two hundred links in a chain are no trouble', () => {
  const { bible, structure } = soundOutline('short', { count: 12 });
  expect(checkOutline({ bible, outline: { cards: [] }, format: 'short', structure })).toEqual([]);
  const cards = Array.from({ length: 200 }, (_, at) =>
    makeCard({ id: `sc_${at}`, mode: 'dream', becauseOf: at === 0 ? [] : [`sc_${at - 1}`] }),
  );
  const rules = new Set(
    checkOutline({ bible, outline: { cards }, format: 'feature', structure }).map(({ rule }) => rule),
  );
  expect(rules).not.toContain('outline/cause-loop');
  expect(rules).toContain('outline/tension-flat');
});

test('nothing is asked of where beats fall when the structure is none', () => {
  const sound = soundOutline('feature', { count: 120 });
  expect(checkOutline({ ...sound, structure: structureNamed('none') })).toEqual([]);
});
