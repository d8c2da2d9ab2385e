import { expect, test } from 'vitest';
import { makePerson } from '../../bibles/fixtures/story.ts';
import { parseFountain } from '../../screenplay/index.ts';
import { makeFact } from '../facts/make-fact.ts';
import { isFresh } from '../finding.ts';
import { ledgerOf } from '../ledger.ts';
import { candidatesOf } from './candidates.ts';
import { normaliseFacts, type ReadFact } from './normalise.ts';
import { findQuote } from './quotes.ts';
import { auditFinding, conflictFinding } from './read-findings.ts';

const TEXT = `INT. KITCHEN - DAY

Tom’s eyes, blue as the gas, stay on the well-used pan.

TOM
I have a key. It opens nothing.

INT. GARDEN - DAY

Brown eyes; that is all of Tom the hedge lets through.

INT. CELLAR - DAY

Nothing moves.
`;
const bible = { entries: [makePerson('Tom'), makePerson('Maya', { aliases: ['Maya Lund'] })] };
const ledger = ledgerOf({ bible, screenplay: parseFountain(TEXT).screenplay });
const [kitchen, garden, cellar] = ledger.scenes;
if (kitchen === undefined || garden === undefined || cellar === undefined) throw new Error('three scenes');

const read = (own: Partial<ReadFact>): ReadFact => ({
  subject: 'TOM',
  predicate: 'eyes',
  object: 'Blue',
  to: '',
  quote: "Tom's eyes, blue as the gas",
  believer: '',
  isImplied: false,
  ...own,
});

test('a quote is found whatever its spaces and quotation marks, as whole words, and as it stands there', () => {
  expect(findQuote(kitchen, "Tom's   eyes")?.quote).toBe('Tom’s eyes');
  expect(findQuote(kitchen, 'the well-used pan')?.quote).toBe('the well-used pan');
  expect(findQuote(kitchen, 'I have a key. It opens (nothing)')).toBeUndefined();
  expect(findQuote(kitchen, 'om’s eye')).toBeUndefined();
  expect(findQuote(garden, 'blue as the gas')).toBeUndefined();
  expect(findQuote(kitchen, '…')).toBeUndefined();
});

test('what a reader gives becomes rows with ids; what has no words in the scene or no known predicate is dropped', () => {
  const [fact] = normaliseFacts(ledger, kitchen, [read({})]);
  expect(fact).toMatchObject({
    subject: 'ch_tom',
    predicate: 'eyes',
    object: 'blue',
    scope: 'world',
    status: 'asserted',
  });
  expect(fact?.source).toMatchObject({ scene: kitchen.id, quote: 'Tom’s eyes, blue as the gas' });
  expect(
    normaliseFacts(ledger, kitchen, [
      read({ quote: 'green as glass' }),
      read({ predicate: 'likes' }),
      read({ object: ' ' }),
    ]),
  ).toEqual([]);
  const [held] = normaliseFacts(ledger, kitchen, [
    read({
      subject: 'the Key',
      predicate: 'holder',
      object: 'Maya Lund',
      quote: 'I have a key.',
      believer: 'Tom',
      isImplied: true,
    }),
  ]);
  expect(held).toMatchObject({
    subject: 'key',
    object: 'ch_maya',
    holdsFrom: kitchen.id,
    scope: { belief: 'ch_tom' },
    status: 'implied',
  });
});

const row = (scene: { readonly id: string }, object: string, own: object = {}) =>
  makeFact({
    subject: 'ch_tom',
    predicate: 'eyes',
    object,
    source: { scene: scene.id, quote: `${object} in ${scene.id}` },
    ...own,
  });

test('two objects of what lasts are a doubt, whichever scenes they stand in; what people believe is none', () => {
  const pairs = candidatesOf(ledger, [row(garden, 'brown'), row(kitchen, 'blue'), row(cellar, 'blue')]);
  expect(pairs.map(({ before, after }) => [before.object, after.object])).toEqual([['blue', 'brown']]);
  expect(candidatesOf(ledger, [row(kitchen, 'blue'), row(garden, 'blue')])).toEqual([]);
  expect(candidatesOf(ledger, [row(kitchen, 'blue'), row(garden, 'brown', { scope: { belief: 'ch_maya' } })])).toEqual(
    [],
  );
});

test('of what changes, neighbours in story time are a doubt, and a fact that has ended is none', () => {
  const state = (scene: { readonly id: string }, object: string, own: object = {}) =>
    makeFact({
      subject: 'gate',
      predicate: 'state',
      object,
      holdsFrom: scene.id,
      source: { scene: scene.id, quote: `${object} in ${scene.id}` },
      ...own,
    });
  const three = [state(kitchen, 'locked'), state(garden, 'open'), state(cellar, 'locked')];
  expect(candidatesOf(ledger, three)).toHaveLength(2);
  expect(candidatesOf(ledger, [state(kitchen, 'locked'), state(kitchen, 'open')])).toEqual([]);
  expect(candidatesOf(ledger, [state(kitchen, 'locked', { holdsUntil: kitchen.id }), state(garden, 'open')])).toEqual(
    [],
  );
  const skill = (object: string) =>
    makeFact({ subject: 'ch_tom', predicate: 'skill', object, source: { scene: kitchen.id, quote: object } });
  expect(candidatesOf(ledger, [skill('swims'), skill('sings')])).toEqual([]);
});

test('a finding of a reader has both quotes, and is fresh as long as both scenes say the same', () => {
  const facts = [
    ...normaliseFacts(ledger, kitchen, [read({})]),
    ...normaliseFacts(ledger, garden, [read({ object: 'brown', quote: 'Brown eyes' })]),
  ];
  const [pair] = candidatesOf(ledger, facts);
  if (pair === undefined) throw new Error('a doubt');
  const finding = conflictFinding(ledger, pair);
  expect(finding).toMatchObject({ rule: 'continuity/conflict', scene: garden.id, quote: 'Brown eyes' });
  expect(finding.evidence[0].quote).toBe('Tom’s eyes, blue as the gas');
  expect(isFresh(ledger, finding)).toBe(true);
  const other = (text: string) => ledgerOf({ bible, screenplay: parseFountain(text).screenplay });
  expect(isFresh(other(TEXT.replace('Nothing moves.', 'Something moves.')), finding)).toBe(true);
  expect(isFresh(other(TEXT.replace('hedge lets', 'hedge ever lets')), finding)).toBe(false);
  expect(isFresh(other(TEXT.replace('It opens nothing.', 'It opens all.')), finding)).toBe(false);
});

test('a note of an audit counts with two quotes that stand there, and are not one', () => {
  const note = { first: 'blue as the gas', second: 'Brown eyes', message: 'Both cannot be.' };
  const scenes = ledger.scenes;
  expect(auditFinding(ledger, 'facts', { scenes, note })).toMatchObject({ rule: 'continuity/facts', scene: garden.id });
  expect(auditFinding(ledger, 'facts', { scenes, note: { ...note, second: 'Green eyes' } })).toBeUndefined();
  expect(auditFinding(ledger, 'facts', { scenes, note: { ...note, second: note.first } })).toBeUndefined();
});
