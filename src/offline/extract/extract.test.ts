import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toJson } from '../../core/index.ts';
import { applyReading, evidenceOf, extractBible } from '../../extract/index.ts';
import { ExtractAnswer } from '../../generators/index.ts';
import { parseFountain } from '../../screenplay/index.ts';
import { measureCharacter } from './character.ts';

const speeches = (texts: readonly string[]) => texts.map((text, at) => ({ line: at + 1, text }));
function measure(texts: readonly string[], spoken = texts.length): ExtractAnswer {
  const input = {
    title: 'X',
    name: 'MARA',
    aliases: [],
    others: ['Tom'],
    actions: [],
    spoken,
    speeches: speeches(texts),
  };
  return ExtractAnswer.parse(measureCharacter(input));
}
const TEXTS = [
  'Lamp oil, Tom. Lamp oil again!',
  'Is it lit? Is the lamp lit, sir?',
  'I never… The lamp. No, sir.',
  'So. Well. Yes.',
];

test('a voice is measured, labelled so, and quoted from what was said', () => {
  const { voice } = measure(TEXTS);
  expect(voice.vocabulary).toEqual({ says: 'Measured: favours “lamp” (4).', quote: 'Lamp oil, Tom.' });
  expect(voice.sentences.says).toBe(
    'Measured: half of the sentences have 2 words or fewer; 20% ask, 10% exclaim, 10% break off.',
  );
  expect(voice.address.says).toBe('Measured: calls others “sir” (2), “Tom” (1).');
  const said = TEXTS.join('\n');
  for (const { quote } of [voice.vocabulary, voice.sentences, voice.address]) expect(said).toContain(quote);
});

test('what takes a reader is left empty', () => {
  const { voice, want, need, contradiction, relations, facts } = measure(TEXTS);
  const nothing = { says: '', quote: '' };
  expect([voice.avoids, want, need, contradiction, relations, facts]).toEqual([
    nothing,
    nothing,
    nothing,
    nothing,
    [],
    [],
  ]);
});

test('too little to measure gives nothing, and a part of the speeches says so', () => {
  expect(measure(['Yes.']).voice.sentences).toEqual({ says: '', quote: '' });
  expect(measure([]).voice.vocabulary).toEqual({ says: '', quote: '' });
  expect(measure(TEXTS, 9).voice.address.says).toContain('in 4 of 9 speeches');
});

test('a name or a common word is no favourite', () => {
  expect(
    measure(['Tom, the Tom. And the Tom said the thing.', 'Old Vance and Vance, and so Vance.']).voice.vocabulary.says,
  ).toBe('');
});

const PLAYS = resolve('../shared/data/plays');
test.skipIf(!existsSync(PLAYS))('all that is measured of the people of a play stands in the play, and is taken', () => {
  const text = readFileSync(join(PLAYS, 'the-importance-of-being-earnest.fountain'), 'utf8');
  const { screenplay } = parseFountain(text);
  const extracted = extractBible(screenplay, { id: 'sp_1' });
  const people = extracted.characters.filter(({ extra }) => extra === null);
  const others = people.map(({ name }) => name);
  const applied = people.map((person) => {
    const input = { title: 'X', name: person.name, aliases: person.aliases, others, ...evidenceOf(screenplay, person) };
    return applyReading(extracted, {
      id: person.id,
      reading: ExtractAnswer.parse(measureCharacter(toJson(input))),
      script: screenplay,
    });
  });
  expect(applied.flatMap((one) => one?.dropped ?? [])).toEqual([]);
  expect(applied.map((one) => JSON.stringify(one?.entry.document['voice'])).join('\n')).toContain('“sir” (');
});
