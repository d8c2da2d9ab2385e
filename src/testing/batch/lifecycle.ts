import { type Json, sha256 } from '../../core/index.ts';
import { bodyOf } from '../wire/body.ts';
import type { Question, Reply, Wire, WireFormat } from '../wire/wire.ts';
import { WIRES } from '../wire/wires.ts';
import type { BatchApi, BatchRecord, BatchServerOptions } from './options.ts';
import type { BatchStore, StoredBatch, StoredFile, StoredItem } from './store.ts';

/** What the batches of a server need. */
export interface Batches {
  readonly options: BatchServerOptions;
  readonly store: BatchStore;
  readonly now: () => number;
  /** Answer one question, as it would be answered if it came alone. */
  readonly reply: (question: Question, format: WireFormat) => Reply;
}

/** What is submitted. */
export interface Submission {
  readonly api: BatchApi;
  readonly items: readonly { readonly id: string; readonly body: Json }[];
  readonly about: StoredBatch['about'];
  /** What is wrong with the submission, found after it was accepted. */
  readonly failure?: StoredBatch['failure'];
}

/** Accept a batch and count its custom ids. */
export function createBatch({ api, items, about, failure }: Submission, batches: Batches): StoredBatch {
  const { store, options, now } = batches;
  const ids = items.map(({ id }) => id);
  const reason = options.failure?.(ids);
  const failed = failure ?? (reason === undefined ? undefined : { code: 'server_error', message: reason });
  const id = `${sha256(JSON.stringify([api, ids, store.state.batches.length])).slice(0, 24)}`;
  const batch: StoredBatch = {
    ...{ api, id, about, created: now(), polls: 0 },
    items: items.map((item) => ({ ...item })),
    charged: { inputTokens: 0, outputTokens: 0 },
    ...(failed === undefined ? {} : { failure: failed }),
  };
  store.state.batches.push(batch);
  for (const each of ids) store.state.submissions[each] = (store.state.submissions[each] ?? 0) + 1;
  store.keep();
  return batch;
}

/** A batch that somebody asks after: time passes for it. */
export function pollBatch(batch: StoredBatch, batches: Batches): StoredBatch {
  if (batch.ended !== undefined) return batch;
  batch.polls += 1;
  const { ms, polls = 2, outcome } = batches.options;
  const due = ms === undefined ? batch.polls >= polls : batches.now() - batch.created >= ms;
  if (due || batch.canceled !== undefined || batch.failure !== undefined) {
    for (const item of batch.items)
      item.outcome = batch.canceled === undefined ? (outcome?.(item) ?? 'succeeded') : 'canceled';
    batch.ended = batches.now();
    batch.charged = batch.failure === undefined ? chargeOf(batch, batches) : batch.charged;
  }
  batches.store.keep();
  return batch;
}

/** Ask a batch to stop: it has ended at the next poll, without answers. */
export function cancelBatch(batch: StoredBatch, { store, now }: Batches): StoredBatch {
  if (batch.ended === undefined) batch.canceled ??= now();
  store.keep();
  return batch;
}

/** The batches of an API, newest first, from the one after `after` on. */
export function listBatches(
  api: BatchApi,
  { store }: Batches,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): { readonly page: readonly StoredBatch[]; readonly more: boolean } {
  const all = store.state.batches.filter((batch) => batch.api === api).toReversed();
  const from = after === null ? 0 : all.findIndex(({ id }) => after.endsWith(id)) + 1;
  return { page: all.slice(from, from + limit), more: all.length > from + limit };
}

/** The batch of an API by its id, with or without a prefix. */
export function findBatch(api: BatchApi, id: string | undefined, { store }: Batches): StoredBatch | undefined {
  return store.state.batches.find((batch) => batch.api === api && id?.endsWith(batch.id) === true);
}

/** Keep an uploaded file. */
export function createFile(file: Omit<StoredFile, 'id' | 'created'>, { store, now }: Batches): StoredFile {
  const id = `file-${sha256(`${store.state.files.length} ${file.text}`).slice(0, 24)}`;
  const kept = { ...file, id, created: now() };
  store.state.files.push(kept);
  store.keep();
  return kept;
}

/** What an item is answered, in the body that a single request would have got. */
export function answerItem(item: StoredItem, format: WireFormat, model: string | undefined, { reply }: Batches): Json {
  const { wire, question } = questionOf(item, format, model);
  return wire.whole(reply(question, format), question);
}

/** The items in the order in which results come: any but that of the submission. */
export function inOrderOfResults(items: readonly StoredItem[]): readonly StoredItem[] {
  return items.toSorted((a, b) => (sha256(a.id) < sha256(b.id) ? -1 : 1));
}

/** How many items ended in each way. An error counts as `errored`. */
export function countOutcomes({
  items,
}: StoredBatch): Readonly<Record<'running' | 'succeeded' | 'errored' | 'expired' | 'canceled', number>> {
  const counts = { running: 0, succeeded: 0, errored: 0, expired: 0, canceled: 0 };
  for (const { outcome = 'running' } of items)
    counts[outcome in counts ? (outcome as keyof typeof counts) : 'errored'] += 1;
  return counts;
}

/** A batch as a test sees it. */
export function recordOf({ api, id, items, ended, canceled, failure, charged }: StoredBatch): BatchRecord {
  const running = canceled === undefined ? 'running' : 'canceling';
  const state = failure === undefined ? 'ended' : 'failed';
  return { api, id, items: items.map((item) => item.id), state: ended === undefined ? running : state, charged };
}

/** The format of a batch's items. */
export function formatOf({ api, about }: StoredBatch): WireFormat {
  if (api !== 'openai') return api;
  return about['endpoint'] === '/v1/chat/completions' ? 'openai-chat' : 'openai-responses';
}

function questionOf(
  { body }: StoredItem,
  format: WireFormat,
  model: string | undefined,
): { readonly wire: Wire; readonly question: Question } {
  const wire = WIRES[format];
  return { wire, question: wire.question(bodyOf(body), model, sha256(JSON.stringify(body))) };
}

function chargeOf(batch: StoredBatch, { reply }: Batches): StoredBatch['charged'] {
  const format = formatOf(batch);
  const model = typeof batch.about['model'] === 'string' ? batch.about['model'] : undefined;
  const usages = batch.items
    .filter(({ outcome }) => outcome === 'succeeded')
    .map((item) => reply(questionOf(item, format, model).question, format).usage);
  return {
    inputTokens: usages.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: usages.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
  };
}
