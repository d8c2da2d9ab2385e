import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type GgufTensor, type GgufValue, ggufFile } from './gguf-file.ts';
import { type TinyVocabulary, tinyVocabulary } from './gguf-vocabulary.ts';

/** What the generated model is like. */
export interface TinyModelOptions {
  /** The same seed gives the same bytes. 1 when absent. */
  readonly seed?: number;
  /** Tokens that it can read and write together. 4096 when absent. */
  readonly contextLength?: number;
  /** Made-up words in its vocabulary, besides the bytes and the printable characters. 24 when absent. */
  readonly words?: number;
  /** A chat template (Jinja); one that marks turns when absent, none for `null`. */
  readonly chatTemplate?: string | null;
}

/** Sizes of the network: two layers of 64, of which llama.cpp makes a token in about a millisecond. */
const LAYERS = 2;
const WIDTH = 64;
const INNER = 96;
const HEADS = 4;
const KEY_HEADS = 2;

const CHAT_TEMPLATE =
  "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}" +
  '{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}';

/**
 * Write a language model of about 0.45 MB that a real engine (llama.cpp) loads and runs: a GGUF file of the llama
 * architecture with seeded random weights. What it writes means nothing; how it is tokenized, constrained by a grammar,
 * streamed and stopped is real, and nothing has to be downloaded.
 *
 * The first number of every token's vector is the same, so that the last layer can prefer some tokens to others: it
 * hardly ever writes bytes from 0x80 on, which would be no UTF-8, and it ends texts after about ten tokens. The second
 * tells quotes from the rest, so that no quote follows a quote: texts are not empty.
 */
export async function writeTinyModel(path: string, options: TinyModelOptions = {}): Promise<void> {
  const { seed = 1, contextLength = 4096, words = 24, chatTemplate = CHAT_TEMPLATE } = options;
  const vocabulary = tinyVocabulary(words);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, ggufFile(metadataOf(vocabulary, contextLength, chatTemplate), tensorsOf(vocabulary, seed)));
}

function metadataOf(
  { tokens, types, scores, end }: TinyVocabulary,
  contextLength: number,
  chatTemplate: string | null,
): Readonly<Record<string, GgufValue>> {
  const u32 = (value: number): GgufValue => ({ type: 'u32', value });
  const text = (value: string): GgufValue => ({ type: 'string', value });
  return {
    'general.architecture': text('llama'),
    'general.name': text('scriptgen-tiny'),
    'llama.context_length': u32(contextLength),
    'llama.embedding_length': u32(WIDTH),
    'llama.block_count': u32(LAYERS),
    'llama.feed_forward_length': u32(INNER),
    'llama.attention.head_count': u32(HEADS),
    'llama.attention.head_count_kv': u32(KEY_HEADS),
    'llama.rope.dimension_count': u32(WIDTH / HEADS),
    'llama.attention.layer_norm_rms_epsilon': { type: 'f32', value: 1e-5 },
    'llama.vocab_size': u32(tokens.length),
    'tokenizer.ggml.model': text('llama'),
    'tokenizer.ggml.tokens': { type: 'strings', value: tokens },
    'tokenizer.ggml.scores': { type: 'f32s', value: scores },
    'tokenizer.ggml.token_type': { type: 'i32s', value: types },
    'tokenizer.ggml.bos_token_id': u32(1),
    'tokenizer.ggml.eos_token_id': u32(end),
    'tokenizer.ggml.unknown_token_id': u32(0),
    ...(chatTemplate === null ? {} : { 'tokenizer.chat_template': text(chatTemplate) }),
  };
}

function tensorsOf({ tokens, biases, quote }: TinyVocabulary, seed: number): readonly GgufTensor[] {
  const random = randomNumbers(seed);
  const matrix = (name: string, columns: number, rows: number, spread: number): GgufTensor => {
    const values = new Float32Array(columns * rows).map(() => (random() - 0.5) * spread);
    return { name, dimensions: [columns, rows], values };
  };
  const ones = (name: string): GgufTensor => ({
    name,
    dimensions: [WIDTH],
    values: new Float32Array(WIDTH).fill(1),
  });
  const embedding = matrix('token_embd.weight', WIDTH, tokens.length, 0.2);
  const output = matrix('output.weight', WIDTH, tokens.length, 0.6);
  for (const [token, bias] of biases.entries()) {
    embedding.values[token * WIDTH] = 0.5;
    embedding.values[token * WIDTH + 1] = token === quote ? 1 : 0;
    if (bias !== 0) output.values.fill(0, token * WIDTH, (token + 1) * WIDTH);
    output.values[token * WIDTH] = bias;
  }
  output.values[quote * WIDTH + 1] = -3;
  // Nothing is added to the first two numbers of a vector, so that they stay what they are.
  const written = (name: string, columns: number): GgufTensor => {
    const made = matrix(name, columns, WIDTH, 0.1);
    made.values.fill(0, 0, 2 * columns);
    return made;
  };
  const keys = (WIDTH / HEADS) * KEY_HEADS;
  const layers = Array.from({ length: LAYERS }, (_, layer) => [
    ones(`blk.${layer}.attn_norm.weight`),
    matrix(`blk.${layer}.attn_q.weight`, WIDTH, WIDTH, 0.2),
    matrix(`blk.${layer}.attn_k.weight`, WIDTH, keys, 0.2),
    matrix(`blk.${layer}.attn_v.weight`, WIDTH, keys, 0.2),
    written(`blk.${layer}.attn_output.weight`, WIDTH),
    ones(`blk.${layer}.ffn_norm.weight`),
    matrix(`blk.${layer}.ffn_gate.weight`, WIDTH, INNER, 0.2),
    matrix(`blk.${layer}.ffn_up.weight`, WIDTH, INNER, 0.2),
    written(`blk.${layer}.ffn_down.weight`, INNER),
  ]);
  return [embedding, ones('output_norm.weight'), output, ...layers.flat()];
}

/** Numbers in [0, 1) from a seed: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
