import type {
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import type { Usage } from '../model.ts';
import { fieldsOf } from './said.ts';
import { usageInEvent, usageOf } from './usage.ts';

/** All that came of one answer, whole or not. */
export interface Gathered {
  readonly text: string;
  readonly usage: Usage | undefined;
  /** Why it ended; absent when the event that ends a stream did not come. */
  readonly finish?: LanguageModelV4FinishReason;
  /** What a classifier says of a refusal, where there is such a thing. */
  readonly explanation?: string;
  /** The error that a stream held, or broke with. */
  readonly failure?: { readonly error: unknown };
  readonly firstTokenMs?: number;
}

/** How a stream is read. */
export interface GatherOptions {
  /** Told of text as it comes, and of thinking as `''`. */
  readonly onDelta?: ((text: string) => void) | undefined;
  /** When the request was made, by `performance.now()`. */
  readonly started: number;
}

/** Read a stream of parts to its end, or to its first error. Never throws. */
export async function gather(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  { onDelta, started }: GatherOptions,
): Promise<Gathered> {
  let text = '';
  let firstTokenMs: number | undefined;
  let usage: Usage | undefined;
  let finish: Extract<LanguageModelV4StreamPart, { type: 'finish' }> | undefined;
  let failure: Gathered['failure'];
  const delta = (piece: string): void => {
    firstTokenMs ??= performance.now() - started;
    onDelta?.(piece);
  };
  try {
    for await (const part of stream) {
      if (part.type === 'text-delta') {
        text += part.delta;
        if (part.delta !== '') delta(part.delta);
      } else if (part.type === 'reasoning-delta') delta('');
      else if (part.type === 'raw') usage = usageInEvent(part.rawValue) ?? usage;
      else if (part.type === 'finish') finish = part;
      else if (part.type === 'error') {
        failure = { error: part.error };
        break;
      }
    }
  } catch (error) {
    failure = { error };
  }
  const counted = finish === undefined ? undefined : usageOf(finish.usage);
  return {
    text,
    usage: counted?.inputTokens || counted?.outputTokens ? counted : usage,
    ...(finish === undefined ? {} : { finish: finish.finishReason, ...explanationOf(finish.providerMetadata) }),
    ...(failure === undefined ? {} : { failure }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

/** A whole body that holds no answer: parsed, or as text where it is no JSON. */
export class NoAnswer extends Error {
  readonly body: unknown;

  constructor(body: unknown) {
    super('No answer');
    this.body = body;
  }
}

/** The same of an answer that came whole: its body proves that nothing is missing. */
export function gatherWhole(result: LanguageModelV4GenerateResult): Gathered {
  const { content, finishReason, usage, providerMetadata, response } = result;
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (text === '' && finishReason.unified === 'other' && finishReason.raw === undefined) {
    return { text, usage: undefined, failure: { error: new NoAnswer(response?.body) } };
  }
  const raw = finishReason.raw ?? 'unsaid';
  return { text, usage: usageOf(usage), finish: { ...finishReason, raw }, ...explanationOf(providerMetadata) };
}

/** Anthropic's `stop_details`. */
function explanationOf(metadata: unknown): { readonly explanation?: string } {
  const { explanation } = fieldsOf(fieldsOf(fieldsOf(metadata)['anthropic'])['stopDetails']);
  return typeof explanation === 'string' ? { explanation } : {};
}
