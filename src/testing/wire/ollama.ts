import { type Body, bodyOf, textOf } from './body.ts';
import { deltaFrames } from './tokens.ts';
import type { ErrorContext, ErrorResponse, Frame, Question, Reply, Wire, WireError } from './wire.ts';

const CREATED_AT = '2026-01-01T00:00:00Z';

/** Ollama's own chat: docs.ollama.com/api/chat. It streams unless told not to. */
export const ollama: Wire = {
  format: 'ollama',
  framing: 'lines',
  question: (body, _, hash) => ({
    model: textOf(body['model'], 'fake'),
    body,
    hash,
    schema: Object.keys(bodyOf(body['format'])).length > 0 ? body['format'] : undefined,
    prompt: JSON.stringify(body['messages'] ?? []),
  }),
  streams: (body) => body['stream'] !== false,
  whole: (reply, asked) => ({
    ...headOf(asked),
    message: { role: 'assistant', content: reply.text, ...thinkingOf(reply.thinking) },
    ...doneOf(reply),
  }),
  frames,
  error: ollamaError,
  status: (status, error) => ({ error: typeof error === 'string' ? error : (error['message'] ?? `fault ${status}`) }),
  errorFrame: ({ body }) => ({ part: 'tail', data: JSON.stringify(body), outputTokens: 0 }),
};

function headOf({ model }: Question): Body {
  return { model, created_at: CREATED_AT };
}

function thinkingOf(thinking: string | undefined): Body {
  return thinking === undefined ? {} : { thinking };
}

/** Durations are in nanoseconds; the tokens of thinking are among those of the answer. */
function doneOf({ end, usage }: Reply): Body {
  return {
    done: true,
    done_reason: end === 'length' ? 'length' : 'stop',
    total_duration: 5_000_000_000,
    load_duration: 1_000_000,
    prompt_eval_count: usage.inputTokens,
    prompt_eval_duration: 500_000_000,
    eval_count: usage.outputTokens,
    eval_duration: 4_000_000_000,
  };
}

function frames(reply: Reply, asked: Question): readonly Frame[] {
  const line = (message: Body): string =>
    JSON.stringify({ ...headOf(asked), message: { role: 'assistant', content: '', ...message }, done: false });
  const last = { ...headOf(asked), message: { role: 'assistant', content: '' }, ...doneOf(reply) };
  return [
    ...deltaFrames(reply.thinking ?? '', (thinking) => ({ data: line({ thinking }) })),
    ...deltaFrames(reply.text, (content) => ({ data: line({ content }) })),
    { part: 'tail', data: JSON.stringify(last), outputTokens: 0 },
  ];
}

function ollamaError(error: WireError, { model, message }: ErrorContext): ErrorResponse {
  const [status, words] = table(error, model);
  return { status, body: { error: message ?? words } };
}

/** As its server is seen to put it: github.com/ollama/ollama, server/routes.go and server/sched.go. */
function table(error: WireError, model: string): readonly [status: number, message: string] {
  switch (error) {
    case 'rate-limit':
      return [429, 'too many concurrent requests'];
    case 'quota':
      return [429, 'you have reached your weekly usage limit, upgrade for higher limits'];
    case 'server':
      return [500, 'llama runner process has terminated: exit status 2'];
    case 'unavailable':
      return [503, 'server busy, please try again.  maximum pending requests exceeded'];
    case 'overloaded':
      return [529, 'overloaded'];
    case 'timeout':
      return [408, 'timed out waiting for llama runner to start'];
    case 'wrong-key':
      return [401, 'unauthorized'];
    case 'revoked-key':
      return [403, 'forbidden'];
    case 'unknown-model':
      return [404, `model '${model}' not found`];
    case 'context-length':
      return [400, 'the input length exceeds the context length'];
    case 'schema-rejected':
      return [400, 'invalid JSON schema in format'];
    case 'content-filter':
    case 'prompt-blocked':
    case 'bad-request':
      return [400, 'invalid request'];
  }
}
