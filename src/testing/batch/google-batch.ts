import type { Json } from '../../core/index.ts';
import { at, type Body, bodyOf, listOf, textOf } from '../wire/body.ts';
import { googleErrorBody } from '../wire/google-errors.ts';
import { WIRES } from '../wire/wires.ts';
import * as lifecycle from './lifecycle.ts';
import type { BatchAnswer, BatchRequest } from './request.ts';
import type { StoredBatch, StoredItem } from './store.ts';

const TYPE = 'type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch';

/** Google's batches with their requests in the body: ai.google.dev/api/batch-api. Files are not spoken. */
export function googleBatch(request: BatchRequest, model: string | undefined, batches: lifecycle.Batches): BatchAnswer {
  const { method, url } = request;
  if (model !== undefined) return create(bodyOf(at(request.body, 'batch')), model, batches);
  const [, , , name = '', ...rest] = url.pathname.split('/');
  if (method === 'GET' && name === '') return list(url, batches);
  const [id, verb] = name.split(':');
  const batch = rest.length > 0 ? undefined : lifecycle.findBatch('google', id, batches);
  if (batch === undefined) return failed(404, 'Requested entity was not found.', 'NOT_FOUND');
  if (method === 'GET' && verb === undefined)
    return { status: 200, body: print(lifecycle.pollBatch(batch, batches), batches) };
  if (method === 'POST' && verb === 'cancel') {
    lifecycle.cancelBatch(batch, batches);
    return { status: 200, body: {} };
  }
  return failed(404, `Path ${url.pathname} was not found.`, 'NOT_FOUND');
}

function failed(status: number, message: string, name: string): BatchAnswer {
  return { status, body: googleErrorBody(status, message, name) };
}

/** Both spellings of a field are taken, as Google does. */
function either(body: Body, camel: string, snake: string): Json | undefined {
  return body[camel] ?? body[snake];
}

function create(batch: Body, model: string, batches: lifecycle.Batches): BatchAnswer {
  const input = bodyOf(either(batch, 'inputConfig', 'input_config'));
  const items = listOf(at(input, 'requests', 'requests')).map((each, index) => ({
    id: textOf(at(each, 'metadata', 'key'), `request-${index + 1}`),
    body: at(each, 'request') ?? null,
  }));
  if (items.length === 0) return failed(400, 'The batch has no requests.', 'INVALID_ARGUMENT');
  const displayName = textOf(either(batch, 'displayName', 'display_name'));
  return {
    status: 200,
    body: print(lifecycle.createBatch({ api: 'google', items, about: { model, displayName } }, batches), batches),
  };
}

function list(url: URL, batches: lifecycle.Batches): BatchAnswer {
  const limit = Number(url.searchParams.get('pageSize') ?? 50);
  const { page, more } = lifecycle.listBatches('google', batches, { after: url.searchParams.get('pageToken'), limit });
  const operations = page.map((batch) => print(batch, batches));
  return { status: 200, body: { operations, ...(more ? { nextPageToken: page.at(-1)?.id } : {}) } };
}

function print(batch: StoredBatch, batches: lifecycle.Batches): Json {
  const { id, about, created, ended, failure } = batch;
  const { running, succeeded, errored, expired, canceled } = lifecycle.countOutcomes(batch);
  const state = stateOf(batch);
  const output =
    ended === undefined || failure !== undefined
      ? undefined
      : { inlinedResponses: { inlinedResponses: resultsOf(batch, batches) } };
  const stamp = new Date(ended ?? created).toISOString();
  return {
    name: `batches/${id}`,
    metadata: {
      '@type': TYPE,
      model: `models/${textOf(about['model'])}`,
      displayName: about['displayName'],
      createTime: new Date(created).toISOString(),
      updateTime: stamp,
      ...(ended === undefined ? {} : { endTime: stamp }),
      batchStats: {
        requestCount: String(batch.items.length),
        pendingRequestCount: String(running),
        successfulRequestCount: String(succeeded),
        failedRequestCount: String(errored + expired + canceled),
      },
      state,
      name: `batches/${id}`,
      ...(output === undefined ? {} : { output }),
    },
    ...(ended === undefined ? {} : { done: true }),
    ...(output === undefined ? {} : { response: { '@type': TYPE.replace(/Batch$/, 'BatchOutput'), ...output } }),
    ...(state === 'BATCH_STATE_FAILED' ? { error: { code: 13, message: failure?.message ?? 'Internal error' } } : {}),
  };
}

function stateOf(batch: StoredBatch): string {
  const { ended, canceled, failure, polls, items } = batch;
  if (ended === undefined) return polls === 0 ? 'BATCH_STATE_PENDING' : 'BATCH_STATE_RUNNING';
  if (failure !== undefined) return 'BATCH_STATE_FAILED';
  if (canceled !== undefined) return 'BATCH_STATE_CANCELLED';
  return lifecycle.countOutcomes(batch).expired === items.length ? 'BATCH_STATE_EXPIRED' : 'BATCH_STATE_SUCCEEDED';
}

function resultsOf(batch: StoredBatch, batches: lifecycle.Batches): readonly Json[] {
  return lifecycle
    .inOrderOfResults(batch.items)
    .map((item) => ({ metadata: { key: item.id }, ...resultOf(item, batch, batches) }));
}

/** Codes of google.rpc.Code: 1 cancelled, 3 invalid argument, 4 deadline exceeded, 13 internal. */
function resultOf(item: StoredItem, { about }: StoredBatch, batches: lifecycle.Batches): Body {
  const { outcome = 'errored' } = item;
  const model = textOf(about['model']);
  if (outcome === 'succeeded') return { response: lifecycle.answerItem(item, 'google', model, batches) };
  if (outcome === 'expired') return { error: { code: 4, message: 'The request expired before it was processed.' } };
  if (outcome === 'canceled') return { error: { code: 1, message: 'The request was cancelled.' } };
  const { status, body } = WIRES.google.error(outcome === 'errored' ? 'server' : outcome, { model });
  return { error: { code: status < 500 ? 3 : 13, message: textOf(at(body, 'error', 'message')) } };
}
