import { expect, test } from 'vitest';
import type { Note } from '../../core/note.ts';
import { parseFountain } from '../fountain/parse.ts';
import { checkScreenplay, filterNotes } from './check.ts';
import { printNotes } from './print-notes.ts';
import { RULES } from './rules.ts';

const script = parseFountain('INT. A - DAY\n\nRain.\n\nTOM (VO)\n(nods)\n');
const notes: readonly Note[] = [
  { rule: 'fountain/boneyard-unclosed', severity: 'minor', message: 'A boneyard is never closed.', line: 9 },
  ...checkScreenplay(script.screenplay),
];

test('the notes of a parser and of the check are printed alike, with place, rule and fix', () => {
  expect(printNotes(notes, { path: 'a.fountain' })).toBe(
    [
      'a.fountain:9 minor A boneyard is never closed. (fountain/boneyard-unclosed)',
      'a.fountain info The script has no title page. (title/missing)',
      '  Begin the text with Title:, Author: and Contact:.',
      'a.fountain:5:5 info The extension (VO) is usually written (V.O.). (cue/extension)',
      '  Write (V.O.).',
      'a.fountain:5:1 major TOM has a cue and says nothing. (cue/without-speech)',
      '  Add the speech, or make it action.',
      '',
    ].join('\n'),
  );
  expect(printNotes([{ rule: 'a/b', severity: 'info', message: 'Hm.' }])).toBe('info Hm. (a/b)\n');
  expect(printNotes([])).toBe('');
});

test('notes as JSON read back as they were', () => {
  expect(JSON.parse(printNotes(notes, { format: 'json' }))).toEqual(notes);
});

test('a SARIF log has all that SARIF 2.1.0 requires, and every result has its rule and place', () => {
  const log = JSON.parse(printNotes(notes, { format: 'sarif', path: 'my scripts/a#1.fountain' }));
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
  const [run] = log.runs;
  expect(run.tool.driver.name).toBe('ScriptGen');
  expect(run.results).toHaveLength(notes.length);
  for (const [at, result] of run.results.entries()) {
    const note = notes[at];
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.ruleId).toBe(note?.rule);
    expect(['error', 'warning', 'note']).toContain(result.level);
    expect(result.message.text).toContain(note?.message);
    const [{ physicalLocation }] = result.locations;
    expect(physicalLocation.artifactLocation.uri).toBe('my%20scripts/a%231.fountain');
    expect(physicalLocation.region?.startLine).toBe(note?.line);
    expect(physicalLocation.region?.startColumn).toBe(note?.column);
  }
});

test('a SARIF log names an absolute file with its scheme, and no file when none is given', () => {
  const uri = (path: string) =>
    JSON.parse(printNotes(notes, { format: 'sarif', path })).runs[0].results[0].locations[0].physicalLocation
      .artifactLocation.uri;
  expect(uri('/home/a.fountain')).toBe('file:///home/a.fountain');
  expect(uri('C:\\a.fountain')).toBe('file:///C:/a.fountain');
  expect(JSON.parse(printNotes(notes, { format: 'sarif' })).runs[0].results[0].locations).toBeUndefined();
});

test('notes of any origin can be filtered by rule, area and severity', () => {
  expect(filterNotes(notes, { ignore: ['fountain'], severity: 'minor' }).map(({ rule }) => rule)).toEqual([
    'cue/without-speech',
  ]);
});

test('every rule says what it looks for, why, and where it comes from', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { id, title, why, source } of RULES) {
    expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
    for (const text of [title, why, source]) expect(text.length, id).toBeGreaterThan(8);
  }
});
