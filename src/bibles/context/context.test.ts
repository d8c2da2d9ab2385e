import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../core/index.ts';
import { aStory, PEOPLE } from '../fixtures/random-story.ts';
import { edited, makeCard, makeCards, makePerson, makePlace, withFacts } from '../fixtures/story.ts';
import { type Bible, type Context, contextFor, printContext, type Viewer } from '../index.ts';

const RUNS = Number(process.env['RUNS'] ?? 300);

const [maya, tom, zoe, chapel] = [makePerson('Maya'), makePerson('Tom'), makePerson('Zoe'), makePlace('chapel')];
const bible: Bible = { entries: [maya, tom, zoe, chapel] };
const scene = { outline: { cards: [makeCard({})] }, card: makeCard({}) };
const ON_STAGE: readonly Viewer[] = [
  { role: 'character', character: 'ch_maya' },
  { role: 'director' },
  { role: 'dramaturge' },
];

test('a character sees its own dossier and only the outside of the others', () => {
  const { entries } = contextFor(bible, scene, { role: 'character', character: 'ch_maya' });
  expect(Object.keys(fieldsOf(entries, 'Maya'))).toContain('voice');
  expect(Object.keys(fieldsOf(entries, 'Tom'))).toEqual(['role', 'age', 'look']);
});

test('nobody sees who is not on stage', () => {
  for (const viewer of ON_STAGE) expect(JSON.stringify(contextFor(bible, scene, viewer))).not.toContain('Zoe');
});

test('the director hears the voices of those who speak, and of nobody else', () => {
  const card = makeCard({ speakers: ['ch_tom'] });
  const { entries } = contextFor(bible, { outline: { cards: [card] }, card }, { role: 'director' });
  expect(fieldsOf(entries, 'Tom')['voice']).toBeDefined();
  expect(fieldsOf(entries, 'Maya')['voice']).toBeUndefined();
});

test('no viewer reads notes or, when planning, voices: what is not read cannot make anything stale', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<'notes' | 'voice'>('notes', 'voice'), (text, field) => {
      const value: Json = field === 'notes' ? text : { vocabulary: text, sentences: '', avoids: '', address: '' };
      const changed: Bible = { entries: [edited(maya, field, value), tom, zoe, chapel] };
      expect(contextFor(changed, undefined, { role: 'planner' })).toEqual(
        contextFor(bible, undefined, { role: 'planner' }),
      );
      if (field === 'voice') return;
      for (const viewer of ON_STAGE)
        expect(contextFor(changed, scene, viewer)).toEqual(contextFor(bible, scene, viewer));
    }),
  );
});

test('references name each field that was read, in the version in which it last changed', () => {
  const changed = { entries: [edited(maya, 'want', 'peace'), tom, chapel] };
  const { references } = contextFor(changed, scene, { role: 'character', character: 'ch_maya' });
  const versionOf = (label: string): string | undefined => references.find((one) => one.label === label)?.version;
  expect(versionOf('MAYA.want')).toBe('v2');
  expect(versionOf('MAYA.fear')).toBe('v1');
  expect(versionOf('TOM.fear')).toBeUndefined();
});

test('a change of one field is a change of no other reference, also of fields that are not there', () => {
  const changed = { entries: [edited(maya, 'want', 'peace'), tom, chapel] };
  for (const viewer of ON_STAGE) {
    const before = new Set(contextFor(bible, scene, viewer).references.map((one) => JSON.stringify(one)));
    const moved = contextFor(changed, scene, viewer).references.filter((one) => !before.has(JSON.stringify(one)));
    expect(moved.map(({ label }) => label)).toEqual(['MAYA.want']);
  }
});

test('filling a field in, and emptying it again, are changes of its reference', () => {
  const filled = edited(makePerson('Tom', { document: { pronouns: undefined } }), 'pronouns', 'he/him');
  const versions = [tom, filled, edited(filled, 'pronouns', undefined)].map((entry) => {
    const { references } = contextFor({ entries: [maya, entry, chapel] }, scene, { role: 'director' });
    return references.find(({ label }) => label === 'TOM.pronouns')?.version;
  });
  expect(versions).toEqual([undefined, 'v2', undefined]);
});

test('a field has the value of the fact that holds, with the version of that fact', () => {
  const cards = makeCards(3);
  const broken = withFacts(tom, { id: 'fa_1', field: 'look', value: 'arm in a cast', from: 'sc_2', to: 'sc_2' });
  const looks = cards.map((card) => {
    const context = contextFor({ entries: [maya, broken, chapel] }, { outline: { cards }, card }, { role: 'director' });
    const version = context.references.find(({ label }) => label === 'TOM.look')?.version;
    return [fieldsOf(context.entries, 'Tom')['look'], version];
  });
  expect(looks).toEqual([
    ['tall', 'v1'],
    ['arm in a cast', 'v2'],
    ['tall', 'v1'],
  ]);
});

test('who knows everything is told who shares a fact, and who believes what', () => {
  const theft = withFacts(tom, {
    id: 'fa_1',
    value: 'Tom took the violin.',
    holders: [{ character: 'ch_tom' }, { character: 'ch_maya', believes: 'The violin was lost.' }],
  });
  const { entries } = contextFor({ entries: [maya, theft, chapel] }, scene, { role: 'director' });
  expect(entries.find(({ name }) => name === 'Tom')?.facts).toEqual([
    'Tom took the violin.; known to Tom; Maya believes: The violin was lost.',
  ]);
});

test('equal bibles give equal contexts, whatever the order of keys, and always in one order', () => {
  fc.assert(
    fc.property(aStory, ({ bible: any, cards }) => {
      const turned: Bible = { ...any, entries: any.entries.map((entry) => turn(entry)) };
      for (const card of cards) {
        for (const viewer of [...ON_STAGE, { role: 'planner' }, { role: 'continuity' }] as const) {
          const here = { outline: { cards }, card };
          const context = contextFor(any, here, viewer);
          expect(JSON.stringify(contextFor(turned, here, viewer))).toBe(JSON.stringify(context));
          expect(printContext(contextFor(structuredClone({ entries: turned.entries }), here, viewer))).toBe(
            printContext(contextFor({ entries: any.entries }, here, viewer)),
          );
        }
      }
    }),
    { numRuns: Math.min(RUNS, 1000) / 5 },
  );
});

test('a context is no longer than its limit; what is left out weighs no more than what stays, and names go last', () => {
  const weights = new Map<string, number>();
  const countTokens = (text: string): number => text.length;
  let cuts = 0;
  fc.assert(
    fc.property(aStory, fc.integer({ min: 0, max: 900 }), ({ bible: any, cards }, tokens) => {
      for (const kind of any.kinds?.values() ?? [])
        for (const { name, weight } of kind.fields) weights.set(`${kind.name}.${name}`, weight);
      const kinds = new Map(any.entries.map(({ name, kind }) => [name.toUpperCase(), kind]));
      const weightOf = (label: string): number => {
        const [name = '', field = ''] = label.split('.');
        return field === 'name' ? 11 : (weights.get(`${kinds.get(name)}.${field}`) ?? 9);
      };
      for (const card of cards) {
        for (const viewer of [
          ...PEOPLE.map((character) => ({ role: 'character', character }) as const),
          { role: 'director' },
        ] as const) {
          const context = contextFor(any, { outline: { cards }, card }, viewer, { tokens, countTokens });
          const shown = [printContext(context), ...context.knows.map(({ text }) => `- ${text}`)].join('\n');
          expect(countTokens(shown)).toBeLessThanOrEqual(tokens);
          expect(context.parts.reduce((sum, part) => sum + part.tokens, 0)).toBeLessThanOrEqual(tokens);
          const out = context.left.filter(({ reason }) => reason === 'limit').map(({ label }) => weightOf(label));
          const stays = context.parts.map(({ label }) => weightOf(label));
          if (out.length > 0 && stays.length > 0) {
            cuts += 1;
            expect(Math.max(...out)).toBeLessThanOrEqual(Math.min(...stays));
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(cuts).toBeGreaterThan(RUNS);
});

test('without a limit nothing is left out for length', () => {
  const { left, parts } = contextFor(bible, scene, { role: 'director' });
  expect(left).toEqual([]);
  expect(parts.map(({ label }) => label).slice(0, 3)).toEqual(['MAYA.name', 'MAYA.role', 'MAYA.age']);
});

/** The same value with the keys of every object the other way round. */
function turn<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => turn(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const turned = Object.entries(value).toReversed();
  return Object.fromEntries(turned.map(([key, part]: [string, unknown]) => [key, turn(part)])) as T;
}

function fieldsOf(entries: Context['entries'], name: string): Readonly<Record<string, unknown>> {
  return entries.find((entry) => entry.name === name)?.fields ?? {};
}
