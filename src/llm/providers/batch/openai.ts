import { z } from 'zod';
import type { BatchState, BatchTransport } from '../../batch-transport.ts';
import { type BatchParts, CLOCKS_APART, readAs, readLines } from './codec.ts';

/** What is read of OpenAI's batch object (https://platform.openai.com/docs/api-reference/batch/object). */
const Batch = z.object({
  id: z.string(),
  status: z.string(),
  created_at: z.number().optional(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  request_counts: z.object({ total: z.number(), completed: z.number(), failed: z.number() }).nullish(),
  errors: z.object({ data: z.array(z.object({ message: z.string().nullish() })).nullish() }).nullish(),
});
type Batch = z.infer<typeof Batch>;

const Id = z.object({ id: z.string() });

const Page = z.object({ data: z.array(Batch), has_more: z.boolean().optional() });

const Line = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
});

/** The key of the batch's metadata under which its tag stands. */
const TAG = 'scriptgen';

/** OpenAI's batches: a file of requests, a batch over it, a file of results (platform.openai.com/docs/guides/batch). */
export function openaiBatches({ codec, http }: BatchParts): BatchTransport {
  const batchOf = async (id: string, signal: AbortSignal): Promise<Batch> =>
    readAs(Batch, await http({ method: 'GET', path: `/batches/${id}`, signal }));
  return {
    most: { items: 50_000, bytes: 200_000_000 },
    discount: 0.5,
    submit: async (items, tag, signal) => {
      const requests = await Promise.all(
        items.map(async ({ id, request }) => ({ id, ...(await codec.encode(request)) })),
      );
      const paths = requests.map(({ url }) => new URL(url).pathname);
      const lines = requests.map(({ id, body }, index) =>
        JSON.stringify({ custom_id: id, method: 'POST', url: paths[index], body }),
      );
      const form = new FormData();
      form.set('purpose', 'batch');
      form.set('file', new File([`${lines.join('\n')}\n`], `${tag}.jsonl`, { type: 'application/jsonl' }));
      const file = readAs(Id, await http({ method: 'POST', path: '/files', form, signal }));
      const json = {
        input_file_id: file.id,
        endpoint: paths[0],
        completion_window: '24h',
        metadata: { [TAG]: tag },
      };
      return readAs(Id, await http({ method: 'POST', path: '/batches', json, signal })).id;
    },
    find: async (tag, { since }, signal) => {
      for (let after = ''; ; ) {
        const path = `/batches?limit=100${after === '' ? '' : `&after=${after}`}`;
        const page = readAs(Page, await http({ method: 'GET', path, signal }));
        const found = page.data.find(({ metadata }) => metadata?.[TAG] === tag);
        const last = page.data.at(-1);
        const isOlder = (last?.created_at ?? 0) * 1000 < since - CLOCKS_APART;
        if (found !== undefined || last === undefined || isOlder || page.has_more !== true) return found?.id;
        after = last.id;
      }
    },
    poll: async (id, signal) => stateOf(await batchOf(id, signal)),
    fetch: async (id, requests, signal) => {
      const { output_file_id: output, error_file_id: errors } = await batchOf(id, signal);
      const files = [output, errors].filter((file) => typeof file === 'string');
      const texts = await Promise.all(
        files.map((file) => http({ method: 'GET', path: `/files/${file}/content`, signal })),
      );
      const results = texts.flatMap((text) => readLines(Line, text));
      const read = results.map(async ({ custom_id: item, response }) => {
        const request = requests.get(item);
        // Without a response it was never worked on: it expired, or was cancelled.
        if (request === undefined || !response) return [];
        const { status_code: status, body } = response;
        return [[item, await codec.decode(request, { status, body: JSON.stringify(body) })] as const];
      });
      return new Map((await Promise.all(read)).flat());
    },
    cancel: async (id, signal) =>
      void (await http({ method: 'POST', path: `/batches/${id}/cancel`, json: {}, signal })),
  };
}

function stateOf({ status, request_counts: counts, errors }: Batch): BatchState {
  const progress = { done: (counts?.completed ?? 0) + (counts?.failed ?? 0), total: counts?.total ?? 0 };
  if (['completed', 'expired', 'cancelled'].includes(status)) return { state: 'ended', ...progress };
  if (status !== 'failed') return { state: 'running', ...progress };
  return { state: 'failed', ...progress, reason: errors?.data?.[0]?.message ?? 'no reason given' };
}
