import { z } from 'zod';
import type { BatchState, BatchTransport } from '../../batch-transport.ts';
import { type BatchParts, CLOCKS_APART, readAs, readLines } from './codec.ts';

const Counts = z.object({
  processing: z.number(),
  succeeded: z.number(),
  errored: z.number(),
  canceled: z.number(),
  expired: z.number(),
});

/** What is read of a message batch (https://docs.anthropic.com/en/api/retrieving-message-batches). */
const Batch = z.object({
  id: z.string(),
  processing_status: z.string(),
  created_at: z.string().optional(),
  request_counts: Counts.optional(),
});
type Batch = z.infer<typeof Batch>;

const Page = z.object({ data: z.array(Batch), has_more: z.boolean().optional() });

const Line = z.object({
  custom_id: z.string(),
  result: z.object({ type: z.string(), message: z.unknown().optional(), error: z.unknown().optional() }),
});

/** Anthropic's message batches: all requests in one body, results as JSON Lines for 29 days (docs.anthropic.com, "Batch processing"). */
export function anthropicBatches({ codec, http }: BatchParts): BatchTransport {
  return {
    most: { items: 100_000, bytes: 256_000_000 },
    discount: 0.5,
    submit: async (items, _tag, signal) => {
      const requests = await Promise.all(
        items.map(async ({ id, request }) => ({ custom_id: id, params: (await codec.encode(request)).body })),
      );
      const made = await http({ method: 'POST', path: '/messages/batches', json: { requests }, signal });
      return readAs(Batch, made).id;
    },
    // No tags are kept: whether it is ours shows when its results have our ids.
    find: async (_tag, { since, items, not }, signal) => {
      for (let after = ''; ; ) {
        const path = `/messages/batches?limit=100${after === '' ? '' : `&after_id=${after}`}`;
        const page = readAs(Page, await http({ method: 'GET', path, signal }));
        const recent = page.data.filter(({ created_at: at }) => Date.parse(at ?? '') >= since - CLOCKS_APART);
        const found = recent.find((batch) => sizeOf(batch) === items && !not.has(batch.id));
        const last = page.data.at(-1);
        if (found !== undefined || last === undefined || recent.length < page.data.length || page.has_more !== true)
          return found?.id;
        after = last.id;
      }
    },
    poll: async (id, signal) =>
      stateOf(readAs(Batch, await http({ method: 'GET', path: `/messages/batches/${id}`, signal }))),
    fetch: async (id, requests, signal) => {
      const text = await http({ method: 'GET', path: `/messages/batches/${id}/results`, signal });
      const lines = readLines(Line, text);
      if (lines.length > 0 && !lines.some(({ custom_id: item }) => requests.has(item))) return undefined;
      const read = lines.map(async ({ custom_id: item, result }) => {
        const request = requests.get(item);
        if (request === undefined || !['succeeded', 'errored'].includes(result.type)) return [];
        const response =
          result.type === 'succeeded'
            ? { status: 200, body: JSON.stringify(result.message) }
            : { status: statusOf(result.error), body: JSON.stringify(result.error) };
        return [[item, await codec.decode(request, response)] as const];
      });
      return new Map((await Promise.all(read)).flat());
    },
    cancel: async (id, signal) =>
      void (await http({ method: 'POST', path: `/messages/batches/${id}/cancel`, json: {}, signal })),
  };
}

function sizeOf({ request_counts: counts }: Batch): number {
  return counts === undefined ? 0 : Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function stateOf(batch: Batch): BatchState {
  const total = sizeOf(batch);
  const done = total - (batch.request_counts?.processing ?? 0);
  return { state: batch.processing_status === 'ended' ? 'ended' : 'running', done, total };
}

/** The HTTP status with which the same error would have come (docs.anthropic.com, "Errors"). */
const STATUS: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

function statusOf(error: unknown): number {
  const type = z.object({ error: z.object({ type: z.string() }) }).safeParse(error).data?.error.type ?? '';
  return STATUS[type] ?? 500;
}
