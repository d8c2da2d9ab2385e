import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFountain } from '../screenplay/index.ts';
import { type Extracted, extractBible } from './index.ts';

/*
 * Three plays in a folder beside the repository; without it these tests are skipped. What is expected is written down
 * from the plays' lists of persons and their text, not from what was extracted.
 */
const PLAYS = resolve('../shared/data/plays');

interface Expected {
  readonly file: string;
  /** Everybody who speaks, with every name of their cues; more than one list where the play gives them another name for a while. */
  readonly persons: readonly (readonly (readonly string[])[])[];
  readonly extras: readonly string[];
  /** Cues that stand in the text by a fault of the text. */
  readonly faults: readonly string[];
  /** Names of each place, as the acts give them. */
  readonly places: readonly (readonly string[])[];
}

const EXPECTED: readonly Expected[] = [
  {
    file: 'hedda-gabler',
    persons: [
      [['TESMAN']],
      [['HEDDA']],
      [['MISS TESMAN']],
      [['MRS. ELVSTED']],
      [['BRACK', 'JUDGE BRACK']],
      [['LÖVBORG', 'EILERT LÖVBORG']],
      [['BERTA']],
    ],
    extras: [],
    faults: [],
    places: [
      ['spacious, handsome, and tastefully furnished drawing room', 'room at the Tesmans’', 'rooms at the Tesmans’'],
    ],
  },
  {
    file: 'pygmalion',
    persons: [
      [['LIZA'], ['THE FLOWER GIRL']],
      [['HIGGINS'], ['THE NOTE TAKER']],
      [['PICKERING'], ['THE GENTLEMAN']],
      [['MRS. EYNSFORD HILL'], ['THE MOTHER']],
      [['CLARA'], ['MISS EYNSFORD HILL'], ['THE DAUGHTER']],
      [['FREDDY']],
      [['DOOLITTLE']],
      [['MRS. HIGGINS']],
      [['MRS. PEARCE']],
      [['THE PARLORMAID']],
    ],
    extras: ['A BYSTANDER', 'A SARCASTIC BYSTANDER', 'THE BYSTANDERS GENERALLY', 'SEVERAL BYSTANDERS'],
    faults: ['THE JAPANESE LADY'],
    places: [
      ['Covent Garden'],
      ['Higgins’s laboratory in Wimpole Street', 'Wimpole Street laboratory'],
      ['Her drawing-room', 'Mrs. Higgins’s drawing-room'],
    ],
  },
  {
    file: 'the-importance-of-being-earnest',
    persons: [
      [['JACK']],
      [['ALGERNON']],
      [['LADY BRACKNELL']],
      [['GWENDOLEN']],
      [['CECILY']],
      [['MISS PRISM']],
      [['CHASUBLE']],
      [['MERRIMAN']],
      [['LANE']],
    ],
    extras: ['JACK AND ALGERNON', 'GWENDOLEN AND CECILY'],
    faults: [],
    places: [
      ['Morning-room in Algernon’s flat in Half-Moon Street'],
      ['Garden at the Manor House'],
      ['Morning-room at the Manor House'],
    ],
  },
];

/** Of each play: persons and places of the play, and how many characters and settings are one too many. */
const FIGURES = [
  'hedda-gabler: 7 persons, 0 too many; 1 place, 2 too many',
  'pygmalion: 10 persons, 7 too many; 3 places, 2 too many',
  'the-importance-of-being-earnest: 9 persons, 0 too many; 3 places, 0 too many',
];

describe.skipIf(!existsSync(PLAYS))('three plays (skipped where ../shared/data/plays is not there)', () => {
  const known = new Map<string, Extracted>();
  const read = ({ file }: Expected): Extracted => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const text = readFileSync(join(PLAYS, `${file}.fountain`), 'utf8');
    const extracted = extractBible(parseFountain(text).screenplay, { id: file });
    known.set(file, extracted);
    return extracted;
  };

  test.each(EXPECTED)('$file: everybody who speaks is found once, and nobody else', (expected) => {
    const { characters } = read(expected);
    const sets = (lists: readonly (readonly string[])[]): ReadonlySet<string> =>
      new Set(lists.map((cues) => [...cues].toSorted().join(' = ')));
    const persons = characters.filter(({ extra }) => extra === null).map(({ cues }) => cues);
    const extras = characters.filter(({ extra }) => extra !== null).flatMap(({ cues }) => cues);
    expect(sets(persons)).toEqual(sets([...expected.persons.flat(), ...expected.faults.map((cue) => [cue])]));
    expect(new Set(extras)).toEqual(new Set(expected.extras));
  });

  test.each(EXPECTED)(
    '$file: every place is found; where the acts name it in different words, these are told as doubtful',
    (expected) => {
      const { settings, doubtful, scenes } = read(expected);
      expect(new Set(settings.map(({ name }) => name))).toEqual(new Set(expected.places.flat()));
      const pairs = new Set(
        doubtful.filter(({ kind }) => kind === 'setting').map(({ names }) => [...names].toSorted().join('\n')),
      );
      const wanted = expected.places.flatMap((names) =>
        names.slice(1).map((name, at) => [names[at] ?? '', name].toSorted().join('\n')),
      );
      expect(wanted.filter((pair) => !pairs.has(pair))).toEqual([]);
      expect(scenes.filter(({ setting }) => setting === null)).toEqual([]);
    },
  );

  test.each(EXPECTED)(
    '$file: whoever has two names, or one by a fault of the text, is told as doubtful',
    (expected) => {
      const doubtful = new Set(read(expected).doubtful.flatMap(({ names }) => names));
      const renamed = expected.persons.flatMap((names) => names.slice(1).flatMap(([cue]) => cue ?? []));
      for (const cue of [...renamed, ...expected.faults]) expect(doubtful, cue).toContain(cue);
    },
  );

  test('docs/extract.md tells the figures', () => {
    const told = EXPECTED.map((expected) => {
      const { characters, settings } = read(expected);
      const [persons, places] = [expected.persons.length, expected.places.length];
      const found = characters.filter(({ extra }) => extra === null).length;
      return `${expected.file}: ${persons} persons, ${found - persons} too many; ${places} place${places === 1 ? '' : 's'}, ${settings.length - places} too many`;
    });
    expect(told).toEqual(FIGURES);
    const docs = readFileSync(resolve(import.meta.dirname, '../../docs/extract.md'), 'utf8');
    for (const figure of FIGURES) for (const part of figure.split(/: |; /).slice(1)) expect(docs).toContain(part);
    const drafts = EXPECTED.flatMap((expected) => read(expected).characters).filter(({ extra }) => extra === null);
    const [ages, looks] = [drafts.filter(({ age }) => age !== null), drafts.filter(({ look }) => look !== null)];
    expect(docs).toContain(`Of 26 persons an age is found for ${ages.length} and a look for ${looks.length};`);
  });
});
