import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelRequest } from '../../model.ts';
import { isModelError } from '../../model-error.ts';
import { splitModel } from '../../model-name.ts';
import { completionOf } from '../completion.ts';
import type { Dialect, Setup } from '../dialect.ts';
import type { Fetch } from '../exchange.ts';
import type { FaultContext } from '../fault-table.ts';
import { gatherWhole } from '../gather.ts';
import type { ProviderSpec } from '../make.ts';
import { callOf } from '../sdk-call.ts';
import { secretsOf, whoIs } from '../who.ts';
import type { BatchCodec, WireRequest } from './codec.ts';

/** Thrown by a fetch that only looks: the request is known then, and nothing was sent. */
class Captured extends Error {
  readonly wire: WireRequest;

  constructor(wire: WireRequest) {
    super('captured');
    this.wire = wire;
  }
}

/**
 * Write and read a batch's items by the SDK package that asks them one by one: the package is let run into a fetch that
 * takes the request down instead of sending it, and later into one that gives the response which came in the batch.
 */
export function sdkCodec(spec: ProviderSpec, dialect: Dialect): BatchCodec {
  const { name, baseURL = dialect.baseURL, headers = {}, models, keySource } = spec;
  const setup: Omit<Setup, 'fetch'> = {
    ...{ name, baseURL, models, headers: { ...headers } },
    // Items carry no key: the batch does.
    apiKey: 'none',
    api: spec.api ?? 'responses',
  };
  const modelWith = async (id: string, fetch: Fetch): Promise<LanguageModelV4> =>
    (await dialect.load({ ...setup, fetch }))(id);
  const partsOf = (request: ModelRequest) => {
    const { id } = splitModel(request.model);
    const wire = models.get(id) ?? {};
    const structured = wire.structuredOutput ?? 'json_schema';
    return { id, structured, options: callOf(request, { dialect, wire, structured }) };
  };
  return {
    encode: async (request) => {
      const { id, options } = partsOf(request);
      const model = await modelWith(id, async (input, init) => {
        throw new Captured({ url: String(input), body: JSON.parse(String(init?.body)) as object });
      });
      try {
        await model.doGenerate(options);
      } catch (error) {
        const captured = capturedIn(error);
        if (captured !== undefined) return captured;
        throw error;
      }
      throw new TypeError(`${name} sent nothing`);
    },
    decode: async (request, { status, body }) => {
      const { id, structured, options } = partsOf(request);
      const context: FaultContext = {
        ...{ model: request.model, who: whoIs(name, baseURL), secrets: secretsOf(spec), keySource, structured },
      };
      const model = await modelWith(
        id,
        async () => new Response(body, { status, headers: { 'content-type': 'application/json' } }),
      );
      try {
        return completionOf(gatherWhole(await model.doGenerate(options)), context);
      } catch (error) {
        const { toModelError } = await import('../faults.ts');
        const told = toModelError(error, context, { status });
        if (isModelError(told)) return told;
        throw told;
      }
    },
  };
}

/** The SDK wraps what its fetch throws. */
function capturedIn(error: unknown): WireRequest | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof Captured) return inner.wire;
  }
  return undefined;
}
