import type { ModelRequest, Provider } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { splitModel } from '../model-name.ts';
import { comeBackHeaders } from './come-back.ts';
import { type FaultContext, faultOf } from './fault-table.ts';
import { lazyFetch } from './lazy-fetch.ts';
import { getJson } from './list-models.ts';
import type { ProviderSpec } from './make.ts';
import { readOllamaModels } from './model-lists.ts';
import { networkFault } from './network-fault.ts';
import { contextSizes, wasCut } from './ollama-context.ts';
import { readOllamaStream } from './ollama-stream.ts';
import { withSchema } from './prompt.ts';
import { saidIn } from './said.ts';
import { secretsOf, whoIs } from './who.ts';
import type { StructuredOutput } from './wire-model.ts';

/** Where Ollama listens when nobody says otherwise. */
const BASE_URL = 'http://127.0.0.1:11434';

/**
 * Make a provider over Ollama's own API, which knows what its imitation of OpenAI's does not: how much context to make.
 *
 * Ollama cuts a prompt that is too long without a word. So it is always told a context that is large enough, is asked not
 * to cut, and what it counted is held against what was sent.
 */
export function ollama(spec: ProviderSpec): Provider {
  const { name, apiKey, keySource, models } = spec;
  const baseURL = (spec.baseURL ?? BASE_URL).replace(/\/(v1|api)?\/*$/, '');
  const who = whoIs(name, baseURL);
  const secrets = secretsOf(spec);
  const headers = { ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }), ...spec.headers };
  const contextOf = (model: string, id: string, structured: StructuredOutput): FaultContext => ({
    ...{ model, who, secrets, keySource, structured },
    unknownHint: `Get it with: ollama pull ${id}`,
  });
  const sizeFor = contextSizes((id, signal) =>
    getJson(`${baseURL}/api/show`, {
      ...{ headers, signal, send: JSON.stringify({ model: id }) },
      context: contextOf(`${name}/${id}`, id, 'none'),
    }),
  );
  return {
    name,
    isLanguageModel: true,
    streams: true,
    async answer(request, call) {
      const { id } = splitModel(request.model);
      const wire = models.get(id) ?? {};
      const structured = call.structuredOutput ?? wire.structuredOutput ?? 'json_schema';
      const context = contextOf(request.model, id, structured);
      const size = await sizeFor(id, { request, context: wire.context, signal: call.signal });
      const body = JSON.stringify(bodyOf(request, { id, structured, size }));
      const started = performance.now();
      const response = await lazyFetch(`${baseURL}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        signal: call.signal,
      }).catch((error: unknown) => {
        throw call.signal.aborted ? stopped(who) : new ModelError(networkFault(error, who));
      });
      const { status } = response;
      const told = Object.fromEntries(response.headers);
      call.onResponse?.({ status, headers: told });
      if (!response.ok) {
        const said = saidIn(await response.text().catch(() => ''));
        throw new ModelError({ ...faultOf(status, said, context), status, headers: comeBackHeaders(told) });
      }
      const completion = await readOllamaStream(response, { context, call, started });
      if (!wasCut(request.messages, completion.usage.inputTokens)) return completion;
      throw new ModelError({
        code: 'model/context-exceeded',
        message: `${who} read only ${completion.usage.inputTokens} tokens of the prompt: it was cut.`,
        hint: `Set "limit": {"context": …} for this model in models.json, or use a model with a larger context.`,
        ...{ status, usage: completion.usage, partial: completion.text },
      });
    },
    async listModels(signal) {
      const context = contextOf('its models', '', 'none');
      return readOllamaModels(await getJson(`${baseURL}/api/tags`, { headers, context, signal })).models;
    },
  };
}

/** The body of `/api/chat`. The schema stands in the prompt too: Ollama holds the answer to it and shows the model nothing. */
function bodyOf(
  { messages, params, schema }: ModelRequest,
  { id, structured, size }: { readonly id: string; readonly structured: StructuredOutput; readonly size: number },
): object {
  return {
    model: id,
    messages: withSchema(messages, schema),
    stream: true,
    // Newer versions can be asked for an error instead of a cut; older ones ignore it.
    truncate: false,
    ...(structured === 'none' ? {} : { format: structured === 'json_schema' ? schema : 'json' }),
    options: {
      num_ctx: size,
      ...(params.maxOutputTokens === undefined ? {} : { num_predict: params.maxOutputTokens }),
      ...(params.temperature === undefined ? {} : { temperature: params.temperature }),
    },
  };
}

function stopped(who: string): ModelError {
  return new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${who}.` });
}
