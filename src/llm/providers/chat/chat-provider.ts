import type { Completion, Provider, ProviderCall } from '../../model.ts';
import { ModelError, type ModelFault } from '../../model-error.ts';
import { splitModel } from '../../model-name.ts';
import { comeBackHeaders } from '../come-back.ts';
import { completionOf } from '../completion.ts';
import { type FaultContext, faultOf } from '../fault-table.ts';
import type { HttpAnswer } from '../http-response.ts';
import { lazySend } from '../lazy-fetch.ts';
import { listModels } from '../list-models.ts';
import type { ProviderSpec } from '../make.ts';
import { readOpenAiModels } from '../model-lists.ts';
import { networkFault } from '../network-fault.ts';
import { rejectsStreams } from '../rejects-streams.ts';
import { saidIn } from '../said.ts';
import { secretsOf, whoIs } from '../who.ts';
import { readChat } from './chat-answer.ts';
import { chatBody } from './chat-request.ts';

const KEY = { name: 'authorization', value: (key: string) => `Bearer ${key}` };

/**
 * Make a provider of a server that speaks OpenAI's chat completions: the wire of most servers, so it is spoken here
 * without a package between.
 *
 * One request per answer. Always asks for a stream, so that first tokens and pauses are seen; an answer that comes whole
 * all the same is read from the response that came. A model whose server rejects streams is asked once more without, and
 * from then on at once.
 */
export function chatProvider(spec: ProviderSpec): Provider {
  const { name, baseURL = '', apiKey, keySource, models } = spec;
  const who = whoIs(name, baseURL);
  const secrets = secretsOf(spec);
  const url = `${baseURL.replace(/\/+$/, '')}/chat/completions`;
  const headers = {
    'content-type': 'application/json',
    ...(apiKey === undefined ? {} : { [KEY.name]: KEY.value(apiKey) }),
    ...lowerCase(spec.headers),
  };
  const neverStreams = new Set<string>();
  return {
    name,
    isLanguageModel: true,
    async answer(request, call) {
      const { id } = splitModel(request.model);
      const wire = models.get(id) ?? {};
      const structured = call.structuredOutput ?? wire.structuredOutput ?? 'json_schema';
      const context: FaultContext = { model: request.model, who, secrets, keySource, structured };
      const ask = (stream: boolean): Promise<Completion> =>
        exchange(
          { url, headers, body: chatBody(request, { id, wire, structured, stream }) },
          { context, call, stream },
        );
      if (neverStreams.has(id)) return ask(false);
      try {
        return await ask(true);
      } catch (error) {
        if (!(error instanceof StreamRejected)) throw error;
      }
      const completion = await ask(false);
      neverStreams.add(id);
      return completion;
    },
    listModels: (signal) =>
      listModels(
        { dialect: { keyHeader: KEY, readModels: readOpenAiModels }, spec: { ...spec, baseURL }, who, secrets },
        signal,
      ),
  };
}

/** Names of headers are one word however they are written. */
function lowerCase(headers: ProviderSpec['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The server has said that it does not stream. */
class StreamRejected extends Error {}

interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Exchange {
  readonly context: FaultContext;
  readonly call: ProviderCall;
  readonly stream: boolean;
}

/**
 * One request and its answer.
 *
 * @throws ModelError for all that is no answer, with what had come; `run/aborted` when the caller ended it;
 * StreamRejected.
 */
async function exchange({ url, headers, body }: Sent, { context, call, stream }: Exchange): Promise<Completion> {
  const { signal, onDelta } = call;
  const started = performance.now();
  let answer: HttpAnswer;
  try {
    answer = await lazySend(url, { method: 'POST', headers, body, signal });
  } catch (error) {
    throw signal.aborted ? stopped(context) : new ModelError(networkFault(error, context.who));
  }
  const { status } = answer;
  call.onResponse?.({ status, headers: answer.headers });
  if (status < 200 || status >= 300) throw await refusal(answer, { context, call, stream });
  const gathered = await readChat(answer, { onDelta, started });
  const { text, usage, failure } = gathered;
  if (failure !== undefined && signal.aborted)
    throw stopped(context, { status, usage, ...(text === '' ? {} : { partial: text }) });
  if (failure !== undefined) {
    const { toModelError } = await import('../faults.ts');
    throw toModelError(failure.error, context, { status, headers: answer.headers, text, usage });
  }
  try {
    return completionOf(gathered, context);
  } catch (error) {
    throw error instanceof ModelError ? error.with({ status }) : error;
  }
}

/** What a response means that is a fault by its status. */
async function refusal({ status, headers, response }: HttpAnswer, { context, call, stream }: Exchange): Promise<Error> {
  const body = await response()
    .text()
    .catch(() => '');
  if (call.signal.aborted) return stopped(context, { status });
  const said = saidIn(body);
  if (stream && rejectsStreams(status, said)) return new StreamRejected();
  return new ModelError({ ...faultOf(status, said, context), status, headers: comeBackHeaders(headers, said.words) });
}

function stopped({ who }: FaultContext, soFar: ModelFault = {}): ModelError {
  return new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${who}.`, ...soFar });
}
