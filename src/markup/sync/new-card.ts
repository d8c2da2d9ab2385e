import { type Bible, entriesOf, foldName, type SceneCard } from '../../bibles/index.ts';
import { type Block, dialoguesOf, oneLine, plainText, readHeading, speakerName } from '../../screenplay/index.ts';
import { countWords } from '../../screenplay/measure/words.ts';
import { blockText } from '../../screenplay/visit/block-text.ts';
import type { FileScene } from './file-scene.ts';

/** Who speaks in blocks, as on the cues, in the order in which they begin to. */
export function cuesIn(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.flatMap(dialoguesOf).map(({ name }) => speakerName(name)))].filter((name) => name !== '');
}

/** The character of a cue. */
export function characterOf(bible: Bible, cue: string): string | undefined {
  const wanted = foldName(cue);
  return entriesOf(bible, 'character').find(({ name, aliases }) => [name, ...aliases].map(foldName).includes(wanted))
    ?.id;
}

/** The least that a card can say of a scene that a person wrote: where it plays, who speaks, how it begins. */
export function newCard(id: string, { heading, blocks }: FileScene, bible: Bible): SceneCard {
  const cues = cuesIn(blocks);
  const known = cues.flatMap((cue) => characterOf(bible, cue) ?? []);
  const speakers = [...new Set(known)];
  const { prefix, location, sublocations, time = '' } = readHeading(heading.text);
  return {
    ...{ id, version: 0 },
    interior: prefix === undefined || prefix.startsWith('I'),
    setting: [location, ...sublocations].join(' - '),
    time: time.toUpperCase(),
    ...{ cast: speakers, speakers, lead: speakers[0] ?? '' },
    ...{ goal: '', opposition: '', turn: { from: '', to: '' }, tension: 5, beats: [], pattern: '' },
    length: lengthOf(countWords(blocks.map((block) => plainText(blockText(block))).join('\n'))),
    ...{ learns: [], becauseOf: [], threads: [] },
    synopsis: synopsisOf(blocks),
    extras: cues.flatMap((cue) => (characterOf(bible, cue) === undefined ? [{ name: cue, sketch: '' }] : [])),
  };
}

function lengthOf(words: number): SceneCard['length'] {
  if (words <= 60) return 'flash';
  return words <= 150 ? 'short' : words <= 350 ? 'standard' : 'setPiece';
}

/** The first sentence that tells something, or that is said. */
function synopsisOf(blocks: readonly Block[]): string {
  const first = blocks.find(({ type }) => type === 'action') ?? blocks[0];
  const text = first === undefined ? '' : oneLine(plainText(blockText(first))).trim();
  return /^.*?[.!?…](?=\s|$)/u.exec(text)?.[0] ?? text;
}
