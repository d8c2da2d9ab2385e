import type { Json } from '../../core/index.ts';
import { at, type Body } from './body.ts';
import { googleError, googleErrorBody } from './google-errors.ts';
import { deltaFrames } from './tokens.ts';
import type { Frame, Question, Reply, Wire, WireUsage } from './wire.ts';

/** Google's generateContent: ai.google.dev/api/generate-content. Whether it streams stands in the path. */
export const google: Wire = {
  format: 'google',
  framing: 'events',
  question: (body, model = 'fake', hash) => ({
    model,
    body,
    hash,
    schema: at(body, 'generationConfig', 'responseSchema') ?? at(body, 'generationConfig', 'responseJsonSchema'),
    prompt: JSON.stringify([body['systemInstruction'] ?? [], body['contents'] ?? []]),
  }),
  streams: () => false,
  whole: (reply, asked) => {
    if (reply.end === 'prompt-blocked') return blocked(reply, asked);
    const parts = [...(reply.thinking === undefined ? [] : [thought(reply.thinking)]), { text: reply.text }];
    const content = reply.end === 'content-filter' ? {} : { content: { parts, role: 'model' } };
    return { candidates: [{ ...content, ...finish(reply) }], ...tailOf(asked, usageOf(reply.usage)) };
  },
  frames,
  error: googleError,
  status: (status, error) =>
    typeof error === 'string'
      ? googleErrorBody(status, error)
      : googleErrorBody(status, error['message'] ?? `fault ${status}`, error['status']),
  errorFrame: ({ body }) => ({ part: 'tail', data: JSON.stringify(body), outputTokens: 0 }),
};

const UNSAFE = [{ category: 'HARM_CATEGORY_DANGEROUS_CONTENT', probability: 'HIGH', blocked: true }];

function thought(text: string): Json {
  return { text, thought: true };
}

function finish({ end }: Reply): Body {
  if (end === 'content-filter') return { finishReason: 'SAFETY', index: 0, safetyRatings: UNSAFE };
  return { finishReason: end === 'length' ? 'MAX_TOKENS' : 'STOP', index: 0 };
}

function blocked({ usage }: Reply, asked: Question): Json {
  const { inputTokens } = usage;
  return {
    promptFeedback: { blockReason: 'PROHIBITED_CONTENT', safetyRatings: UNSAFE },
    ...tailOf(asked, { promptTokenCount: inputTokens, totalTokenCount: inputTokens }),
  };
}

function tailOf({ model, hash }: Question, usageMetadata: Json): Body {
  return { usageMetadata, modelVersion: model, responseId: hash.slice(0, 22) };
}

/** Thoughts are not among the candidates' tokens: ai.google.dev/api/generate-content#UsageMetadata. */
function usageOf({ inputTokens, outputTokens, cachedTokens, reasoningTokens }: WireUsage): Json {
  return {
    promptTokenCount: inputTokens,
    candidatesTokenCount: outputTokens - reasoningTokens,
    totalTokenCount: inputTokens + outputTokens,
    ...(cachedTokens > 0
      ? {
          cachedContentTokenCount: cachedTokens,
          cacheTokensDetails: [{ modality: 'TEXT', tokenCount: cachedTokens }],
        }
      : {}),
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: inputTokens }],
    ...(reasoningTokens > 0 ? { thoughtsTokenCount: reasoningTokens } : {}),
  };
}

function frames(reply: Reply, asked: Question): readonly Frame[] {
  if (reply.end === 'prompt-blocked') {
    return [{ part: 'tail', data: JSON.stringify(blocked(reply, asked)), outputTokens: 0 }];
  }
  const { inputTokens } = reply.usage;
  const partial = tailOf(asked, { promptTokenCount: inputTokens, totalTokenCount: inputTokens });
  const chunk = (part: Json): string =>
    JSON.stringify({ candidates: [{ content: { parts: [part], role: 'model' }, index: 0 }], ...partial });
  const last = {
    candidates: [
      reply.end === 'content-filter'
        ? finish(reply)
        : { content: { parts: [{ text: '' }], role: 'model' }, ...finish(reply) },
    ],
    ...tailOf(asked, usageOf(reply.usage)),
  };
  return [
    ...deltaFrames(reply.thinking ?? '', (piece) => ({ data: chunk(thought(piece)) })),
    ...deltaFrames(reply.text, (piece) => ({ data: chunk({ text: piece }) })),
    { part: 'tail', data: JSON.stringify(last), outputTokens: 0 },
  ];
}
