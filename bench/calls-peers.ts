import { type Bible, entriesOf, type Outline } from '../src/bibles/index.ts';
import { estimateTokens } from '../src/llm/index.ts';
import { blockText, type Screenplay } from '../src/screenplay/index.ts';

/** What went to a model and came back, in tokens. */
export interface Traffic {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A finished script: what the other ways of writing would have had to end in. */
export interface Finished {
  readonly logline: string;
  readonly bible: Bible;
  readonly outline: Outline;
  readonly screenplay: Screenplay;
  readonly text: string;
}

/** One prompt, one answer: logline, format and length in, the whole script out. */
export function oneShotCalls({ logline, text }: Finished): Traffic {
  const prompt = `Write a complete screenplay in Fountain format for this logline. Give nothing but the screenplay.\n\n${logline}`;
  return { calls: 1, inputTokens: estimateTokens(prompt), outputTokens: estimateTokens(text) };
}

/**
 * Tokens of the example that Dramatron puts before each question: its own `medea` prefixes
 * (https://github.com/google-deepmind/dramatron at 2e7c36a, colab/dramatron.ipynb), at four characters a token.
 */
const EXAMPLE = { title: 307, characters: 460, scenes: 1088, place: 420, dialogue: 1104 } as const;

/**
 * Dramatron's chain (https://arxiv.org/abs/2209.14958, figure 1): title, characters, scene beats, a description of every
 * place, and for each scene one question that reads its place, its characters, its beat and the beat before.
 */
export function chainCalls({ logline, bible, outline, screenplay }: Finished): Traffic {
  const tokens = estimateTokens;
  const story = tokens(logline);
  const people = entriesOf(bible, 'character').map(
    ({ name, document }) => `${name}: ${document.look} ${document.want}`,
  );
  const places = entriesOf(bible, 'setting').map(({ name, document }) => `${name}: ${document.look}`);
  const beats = outline.cards.map(({ synopsis, beats: all }) => `${synopsis} ${all.join(' ')}`);
  const cast = tokens(people.join('\n'));
  const scenes = scenesOf(screenplay);
  const asks: readonly (readonly [input: number, output: number])[] = [
    [EXAMPLE.title + story, 10],
    [EXAMPLE.characters + story, cast],
    [EXAMPLE.scenes + story + cast, tokens(beats.join('\n'))],
    ...places.map((place): readonly [number, number] => [EXAMPLE.place + story, tokens(place)]),
    ...scenes.map((text, at): readonly [number, number] => {
      const read = [places[0], beats[at - 1], beats[at]].join('\n');
      return [EXAMPLE.dialogue + cast + tokens(read), tokens(text)];
    }),
  ];
  return {
    calls: asks.length,
    inputTokens: asks.reduce((sum, [input]) => sum + input, 0),
    outputTokens: asks.reduce((sum, [, output]) => sum + output, 0),
  };
}

/** The text of each scene. */
function scenesOf({ children }: Screenplay): readonly string[] {
  const scenes: string[] = [];
  for (const block of children) {
    if (block.type === 'sceneHeading') scenes.push('');
    const at = scenes.length - 1;
    if (at >= 0) scenes[at] += `${blockText(block)}\n`;
  }
  return scenes;
}
