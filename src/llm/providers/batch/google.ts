import { z } from 'zod';
import type { BatchState, BatchTransport } from '../../batch-transport.ts';
import { type BatchParts, readAs } from './codec.ts';

const Result = z.object({
  metadata: z.object({ key: z.string() }).partial().nullish(),
  response: z.unknown().optional(),
  error: z.object({ code: z.number().optional(), message: z.string().optional() }).nullish(),
});

/** What is read of a batch operation (https://ai.google.dev/api/batch-api). */
const Operation = z.object({
  name: z.string(),
  done: z.boolean().optional(),
  metadata: z
    .object({
      displayName: z.string().nullish(),
      state: z.string().nullish(),
      batchStats: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
  response: z
    .object({ inlinedResponses: z.object({ inlinedResponses: z.array(Result).nullish() }).nullish() })
    .nullish(),
});
type Operation = z.infer<typeof Operation>;

const Page = z.object({ operations: z.array(Operation).optional(), nextPageToken: z.string().optional() });

/** Gemini's batches with the requests inside the body (ai.google.dev/gemini-api/docs/batch-api). */
export function googleBatches({ codec, http }: BatchParts): BatchTransport {
  const operationOf = async (name: string, signal: AbortSignal): Promise<Operation> =>
    readAs(Operation, await http({ method: 'GET', path: `/${name}`, signal }));
  return {
    // Inline requests may take 20 MB together.
    most: { items: 10_000, bytes: 20_000_000 },
    discount: 0.5,
    submit: async (items, tag, signal) => {
      const wire = await Promise.all(items.map(async ({ id, request }) => ({ id, ...(await codec.encode(request)) })));
      const requests = wire.map(({ id, body }) => ({ request: body, metadata: { key: id } }));
      const json = { batch: { displayName: tag, inputConfig: { requests: { requests } } } };
      const made = await http({ method: 'POST', path: `/${modelIn(wire[0]?.url)}:batchGenerateContent`, json, signal });
      return readAs(Operation, made).name;
    },
    find: async (tag, _sought, signal) => {
      for (let token = ''; ; ) {
        const path = `/batches?pageSize=100${token === '' ? '' : `&pageToken=${encodeURIComponent(token)}`}`;
        const page = readAs(Page, await http({ method: 'GET', path, signal }));
        const found = page.operations?.find(({ metadata }) => metadata?.displayName === tag);
        if (found !== undefined || !page.nextPageToken) return found?.name;
        token = page.nextPageToken;
      }
    },
    poll: async (name, signal) => stateOf(await operationOf(name, signal)),
    fetch: async (name, requests, signal) => {
      const results = (await operationOf(name, signal)).response?.inlinedResponses?.inlinedResponses ?? [];
      const ids = [...requests.keys()];
      const read = results.map(async ({ metadata, response, error }, index) => {
        const item = metadata?.key ?? ids[index] ?? '';
        const request = requests.get(item);
        if (request === undefined || (response === undefined && !error)) return [];
        const answer = error
          ? { status: statusOf(error.code), body: JSON.stringify({ error }) }
          : { status: 200, body: JSON.stringify(response) };
        return [[item, await codec.decode(request, answer)] as const];
      });
      return new Map((await Promise.all(read)).flat());
    },
    cancel: async (name, signal) => void (await http({ method: 'POST', path: `/${name}:cancel`, json: {}, signal })),
  };
}

/** `models/gemini-3-pro` of the address that one request would be sent to. */
function modelIn(url = ''): string {
  return /models\/[^:/?]+/.exec(url)?.[0] ?? '';
}

function stateOf({ done, metadata, error }: Operation): BatchState {
  const stats = metadata?.batchStats ?? {};
  const count = (name: string): number => Number(stats[name] ?? 0);
  const progress = {
    done: count('successfulRequestCount') + count('failedRequestCount'),
    total: count('requestCount'),
  };
  const state = metadata?.state ?? '';
  if (state.endsWith('FAILED')) return { state: 'failed', ...progress, reason: error?.message ?? 'no reason given' };
  return { state: done === true || /(SUCCEEDED|CANCELLED|EXPIRED)$/.test(state) ? 'ended' : 'running', ...progress };
}

/** The HTTP status of a gRPC code (google.rpc.Code); others are HTTP already. */
const STATUS: Readonly<Record<number, number>> = { 3: 400, 5: 404, 7: 403, 8: 429, 13: 500, 14: 503, 16: 401 };

function statusOf(code = 13): number {
  return code >= 100 ? code : (STATUS[code] ?? 500);
}
