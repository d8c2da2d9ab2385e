import { expect, test } from 'vitest';
import { BUILT_IN, checkContent, firstVersion, TEMPLATES, templateFor, validateBible } from '../index.ts';

test.each(TEMPLATES)('the template %s is a sound bible of empty fields, with questions in the notes', (name) => {
  const { entries, description } = templateFor(name);
  const made = entries('script').map((entry) => firstVersion(entry));
  expect(description).not.toBe('');
  expect(validateBible({ entries: made })).toEqual([]);
  for (const entry of made) {
    checkContent(BUILT_IN, entry.kind, entry);
    const { notes, ...fields } = entry.document;
    for (const line of String(notes).split('\n')) expect(line).toMatch(/^.{10,90}\?$/);
    const said = Object.entries(fields).filter(([field]) => !['role', 'thread', 'interior'].includes(field));
    expect(said.flatMap(([, value]) => textsIn(value)).filter((text) => text !== '')).toEqual([]);
  }
});

test('ids of a template are the same for the same script, and others for another', () => {
  const idsOf = (origin: string): readonly string[] =>
    templateFor('feature')
      .entries(origin)
      .map(({ id }) => id);
  expect(idsOf('one')).toEqual(idsOf('one'));
  expect(new Set([...idsOf('one'), ...idsOf('two')]).size).toBe(idsOf('one').length * 2);
});

test('an unknown name is refused with the nearest', () => {
  expect(() => templateFor('featrue')).toThrow(
    expect.objectContaining({ code: 'input/invalid', hint: 'Did you mean feature?' }),
  );
  expect(() => templateFor('opera')).toThrow(
    expect.objectContaining({ hint: 'There are short, feature, series, season, episode.' }),
  );
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
