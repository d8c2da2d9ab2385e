import type { Author, ChangeSetWrite, Content, Entry, NewEntry, Script } from '../src/bibles/index.ts';
import type { Storage } from '../src/storage/index.ts';

/** Who writes in the bench. */
export const AUTHOR: Author = { type: 'person', name: 'Bench' };

/** Words as prose has them: a few stand everywhere, most hardly anywhere. */
const VOCABULARY = Array.from({ length: 8000 }, (_, index) => wordOf(index));

/** A random word: the n-th most frequent stands about 1/n as often as the first. */
function makeWriter(seed: number): {
  readonly word: () => string;
  readonly sentence: (words: number) => string;
} {
  const random = randomOf(seed);
  const word = (): string => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1] ?? 'a';
  const sentence = (words: number): string => `${Array.from({ length: words }, word).join(' ')}.`;
  return { word, sentence };
}

/** A script without scenes. */
export function scriptOf(id: string): Script {
  return { id, slug: id, title: id, logline: 'A keeper loses the light.', premise: '', format: 'feature', scenes: 0 };
}

/** Entries with eight fields of text each, about a hundred words in all. */
export function makeEntries(count: number, prefix: string, seed: number): readonly NewEntry[] {
  const { word, sentence } = makeWriter(seed);
  return Array.from({ length: count }, (_, index): NewEntry => {
    const voice = { vocabulary: sentence(10), sentences: sentence(8), avoids: sentence(8), address: word() };
    const inner = {
      want: sentence(12),
      need: sentence(12),
      fear: sentence(8),
      contradiction: sentence(14),
      secret: '',
    };
    const outer = {
      role: 'other',
      age: '34',
      pronouns: '',
      look: sentence(16),
      arc: '',
      relations: [],
      backstory: sentence(20),
      notes: '',
    };
    return {
      id: `${prefix}_${index}`,
      kind: 'character',
      name: `${word()} ${word()}`,
      document: { ...outer, ...inner, voice },
    };
  });
}

/** Keep a script of so many entries, and change random ones one field at a time until there are so many versions. */
export async function fill(
  storage: Storage,
  { script, entries, versions }: { readonly script: string; readonly entries: number; readonly versions: number },
): Promise<void> {
  const { bibles } = storage;
  await bibles.createScript(scriptOf(script), [], { cards: [] }, AUTHOR);
  const write = (writes: ChangeSetWrite['writes']): Promise<{ readonly entries: readonly Entry[] }> =>
    bibles.write({ script, writes, author: AUTHOR, reason: 'bench' });
  const made = await write(makeEntries(entries, script, 1).map((entry) => ({ type: 'create', entry })));
  const heads = [...made.entries];
  const { sentence } = makeWriter(2);
  const fields = ['want', 'need', 'fear', 'look', 'backstory'];
  for (let count = entries; count < versions; ) {
    const size = Math.min(1000, versions - count, entries);
    const updates = Array.from({ length: size }, (_, index) => {
      const head = heads[(count + index) % entries];
      if (head === undefined) throw new Error('no entry');
      const field = fields[(count + index + Math.floor(count / entries)) % fields.length] ?? 'want';
      const content: Content = { ...head, document: { ...head.document, [field]: sentence(14) } };
      return { type: 'update', id: head.id, expected: head.version, content } as const;
    });
    const written = await write(updates);
    for (const [index, head] of written.entries.entries()) heads[(count + index) % entries] = head;
    count += size;
  }
}

/** A generator of numbers from 0 to 1 that is the same everywhere: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A made-up word of two to four syllables, another for each number. */
function wordOf(index: number): string {
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ru',
    'se',
    'ta',
    'vo',
    'ne',
    'shi',
    'pa',
    'du',
    'fe',
    'gor',
    'hal',
    'jin',
    'wex',
    'bra',
    'cle',
    'dro',
    'qui',
  ];
  let word = '';
  for (let rest = index + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20];
  return word;
}
