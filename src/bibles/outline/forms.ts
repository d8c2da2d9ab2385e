import type { Json } from '../../core/index.ts';
import { entryNamed, nameOf, plantNamed, sceneIdOf, type Told } from './names.ts';

/** How a field of a card stands in a text: people, places and scenes by what they are called. */
export interface Form {
  /** What a text of it is to look like, for errors. */
  readonly expected: string;
  /** The value of a text; `undefined` where it is none. @throws ScriptGenError for a name that leads nowhere. */
  readonly read: (text: string, told: Told) => Json | undefined;
  readonly print: (value: Json, told: Told) => string;
}

/** Words as they are. */
export const text: Form = { expected: 'text', read: (words) => words.trim(), print: String };

export const number: Form = {
  expected: 'a number',
  read: (words) => (words.trim() !== '' && Number.isFinite(Number(words)) ? Number(words) : undefined),
  print: String,
};

/** INT. or EXT. */
export const interior: Form = {
  expected: 'yes (INT.) or no (EXT.)',
  read: (words) => {
    if (/^(true|yes|int\.?)$/i.test(words.trim())) return true;
    return /^(false|no|ext\.?)$/i.test(words.trim()) ? false : undefined;
  },
  print: (value) => (value === true ? 'yes' : 'no'),
};

/** The time of a heading, in capitals. */
export const hour: Form = { ...text, read: (words) => words.trim().toUpperCase() };

/** One of these words. */
export function oneOf(words: readonly string[]): Form {
  return {
    expected: `one of ${words.join(', ')}`,
    read: (asked) => words.find((word) => word.toLowerCase() === asked.trim().toLowerCase()),
    print: String,
  };
}

/** One entry of a kind. */
export function entry(kind: string): Form {
  return {
    expected: `the name of a ${kind}`,
    read: (name, told) => entryNamed(told, kind, name.trim()),
    print: (id, told) => nameOf(told, String(id)),
  };
}

/** Several of something, parted by commas. */
function several(expected: string, read: (word: string, told: Told) => string, print: Form['print']): Form {
  return {
    expected,
    read: (words, told) => [...new Set(partsOf(words, ',').map((word) => read(word, told)))],
    print: (ids, told) =>
      listOf(ids)
        .map((id) => print(id, told))
        .join(', '),
  };
}

export function entries(kind: string): Form {
  const { read: _, print } = entry(kind);
  return several(`names of ${kind}s, parted by commas`, (name, told) => entryNamed(told, kind, name), print);
}

/** Scenes by number. */
export const scenes: Form = several(
  'numbers of scenes, parted by commas',
  (word, told) => sceneIdOf(told, word),
  (id, { outline }) => {
    const place = outline.cards.findIndex((card) => card.id === id);
    return place < 0 ? String(id) : String(place + 1);
  },
);

/** Plants of the plan, by id or in their words. */
export const plants: Form = several(
  'plants of the plan, parted by commas',
  (word, told) => plantNamed(told, word),
  String,
);

/** Sentences, parted by bars. */
export const sentences: Form = {
  expected: 'sentences, parted by |',
  read: (words) => readList(words) ?? partsOf(words, /[|\n]/),
  print: (value) => {
    const all = listOf(value).map(String);
    return all.some((one) => /[|\n]/.test(one) || one.startsWith('[')) ? JSON.stringify(all) : all.join(' | ');
  },
};

/** From what to what. */
export const turn: Form = {
  expected: 'from -> to',
  read: (words) => {
    const [from, to, ...more] = words.split(/\s*(?:->|→)\s*/).map((part) => part.trim());
    return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
  },
  print: (value) => {
    const { from, to } = value as { readonly from: string; readonly to: string };
    return `${from} -> ${to}`;
  },
};

/** Who learns or needs what: `Maya: the well is dry | Tom: fa_1`. */
export const knowledge: Form = pairs('name: what they know, parted by |', ['character', 'fact'], {
  read: (name, told) => entryNamed(told, 'character', name),
  print: (id, told) => nameOf(told, id),
});

/** People without an entry: `Clerk: tired | Second Guard: a boy`. */
export const extras: Form = pairs('name: who that is, parted by |', ['name', 'sketch'], {
  read: (name) => name,
  print: (name) => name,
});

function pairs(
  expected: string,
  [first, second]: readonly [string, string],
  name: { readonly read: (word: string, told: Told) => string; readonly print: (id: string, told: Told) => string },
): Form {
  return {
    expected,
    read: (words, told) => {
      const parts = partsOf(words, /[|\n]/).map((part) => /^([^:]+):\s*([\s\S]+)$/.exec(part));
      if (parts.some((part) => part === null)) return undefined;
      return parts.map((part) => ({ [first]: name.read((part?.[1] ?? '').trim(), told), [second]: part?.[2] ?? '' }));
    },
    print: (value, told) =>
      listOf(value)
        .map((one) => one as Readonly<Record<string, string>>)
        .map((one) => `${name.print(one[first] ?? '', told)}: ${one[second]}`)
        .join(' | '),
  };
}

function partsOf(words: string, border: string | RegExp): readonly string[] {
  return words
    .split(border)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readList(words: string): readonly string[] | undefined {
  if (!words.trimStart().startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(words);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
