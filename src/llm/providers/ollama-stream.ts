import type { Completion, ProviderCall, Usage } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { type FaultContext, faultOf, quote } from './fault-table.ts';
import { networkCode } from './network-fault.ts';
import { fieldsOf, parsed, saidBy } from './said.ts';
import { usageFrom } from './usage.ts';

/**
 * Read the answer of `/api/chat`: one JSON value a line, the last one `done`.
 *
 * @throws ModelError `model/interrupted` for an answer without its end, and what a line with an `error` says.
 */
export async function readOllamaStream(
  response: Response,
  { context, call, started }: { readonly context: FaultContext; readonly call: ProviderCall; readonly started: number },
): Promise<Completion> {
  const { status } = response;
  let text = '';
  let firstTokenMs: number | undefined;
  const soFar = (): object => ({ status, ...(text === '' ? {} : { partial: text }) });
  const delta = (piece: string): void => {
    firstTokenMs ??= performance.now() - started;
    call.onDelta?.(piece);
  };
  try {
    for await (const line of linesOf(response)) {
      const event = parsed(line);
      const fields = fieldsOf(event);
      if (event === undefined || (fields['error'] === undefined && fields['message'] === undefined)) {
        throw new ModelError({ ...unreadable(line, context), ...soFar() });
      }
      if (fields['error'] !== undefined) throw new ModelError({ ...inStream(event, context, text), ...soFar() });
      const { content, thinking } = fieldsOf(fields['message']);
      if (typeof thinking === 'string' && thinking !== '') delta('');
      if (typeof content === 'string' && content !== '') {
        text += content;
        delta(content);
      }
      if (fields['done'] === true) {
        const finishReason = finishOf(fields['done_reason']);
        return { text, finishReason, usage: usageIn(fields), ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
      }
    }
  } catch (error) {
    if (call.signal.aborted) {
      throw new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${context.who}.`, ...soFar() });
    }
    if (error instanceof ModelError) throw error;
    if (networkCode(error) === 'ERR_RESPONSE_TOO_LARGE') {
      const message = `The answer of ${context.who} is larger than any answer may be.`;
      throw new ModelError({ code: 'model/oversized', message, ...soFar() });
    }
  }
  throw new ModelError({ code: 'model/interrupted', message: `The answer of ${context.who} broke off.`, ...soFar() });
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line.trim() !== '');
  }
  // A last line without its end is whole only if it is JSON: what is cut is left out, and the end is missed.
  if (parsed(rest) !== undefined || rest.trimStart().startsWith('<')) yield rest;
}

function unreadable(line: string, { who }: FaultContext): { code: 'model/rejected'; message: string; hint: string } {
  const kind = line.trimStart().startsWith('<') ? 'HTML, not JSON' : 'what is not of its chat';
  const hint = 'Check the base URL, and whether a proxy or login page answers in its place.';
  return { code: 'model/rejected', message: `${who} answered ${kind}.`, hint };
}

function inStream(event: unknown, context: FaultContext, text: string): ConstructorParameters<typeof ModelError>[0] {
  const said = saidBy(event);
  const fault = faultOf(said.status ?? 500, said, context);
  if (fault.code !== 'model/unavailable' || text === '') return fault;
  return {
    code: 'model/interrupted',
    message: `The answer of ${context.who} broke off${quote(said.message, context)}`,
  };
}

function finishOf(reason: unknown): Completion['finishReason'] {
  return reason === 'length' || reason === 'stop' ? reason : reason === undefined ? 'stop' : 'other';
}

function usageIn(fields: Readonly<Record<string, unknown>>): Usage {
  const number = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);
  return usageFrom({
    inputTokens: number(fields['prompt_eval_count']),
    outputTokens: number(fields['eval_count']),
    ...{ cachedTokens: 0, cacheWriteTokens: 0, cacheWriteHourTokens: 0, reasoningTokens: 0 },
  });
}
