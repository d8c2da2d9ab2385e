import type { Json } from '../../core/index.ts';
import { anthropicErrorBody } from '../wire/anthropic-errors.ts';
import { at, bodyOf, listOf, textOf } from '../wire/body.ts';
import { WIRES } from '../wire/wires.ts';
import * as lifecycle from './lifecycle.ts';
import type { BatchAnswer, BatchRequest } from './request.ts';
import type { StoredBatch, StoredItem } from './store.ts';

/** Anthropic's message batches: docs.claude.com/en/api/creating-message-batches and what follows it. */
export function anthropicBatch(request: BatchRequest, batches: lifecycle.Batches): BatchAnswer {
  const { method, url, origin } = request;
  const [, , , , id, verb] = url.pathname.split('/');
  const line = [method, id === undefined ? '' : 'ID', verb ?? ''].join(' ').trim();
  if (line === 'POST') return create(listOf(at(request.body, 'requests')), origin, batches);
  if (line === 'GET') return list(url, origin, batches);
  const batch = lifecycle.findBatch('anthropic', id, batches);
  if (batch === undefined) return failed(404, 'not_found_error', `No message batch with id ${id}`);
  if (line === 'GET ID') return { status: 200, body: print(lifecycle.pollBatch(batch, batches), origin) };
  if (line === 'POST ID cancel') return { status: 200, body: print(lifecycle.cancelBatch(batch, batches), origin) };
  if (line === 'GET ID results') return results(batch, batches);
  return failed(404, 'not_found_error', 'Not Found');
}

function failed(status: number, type: string, message: string): BatchAnswer {
  return { status, body: anthropicErrorBody(type, message) };
}

/** The ids are looked at before anything is accepted. */
function create(requests: readonly Json[], origin: string, batches: lifecycle.Batches): BatchAnswer {
  const items = requests.map((each) => ({ id: textOf(at(each, 'custom_id')), body: at(each, 'params') ?? null }));
  const bad = items.findIndex(({ id }) => !/^[A-Za-z0-9_-]{1,64}$/.test(id));
  const type = 'invalid_request_error';
  if (items.length === 0) return failed(400, type, 'requests: List should have at least 1 item');
  if (bad >= 0)
    return failed(400, type, `requests.${bad}.custom_id: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'`);
  if (new Set(items.map(({ id }) => id)).size < items.length)
    return failed(400, type, 'requests: custom_id values must be unique');
  return { status: 200, body: print(lifecycle.createBatch({ api: 'anthropic', items, about: {} }, batches), origin) };
}

function list(url: URL, origin: string, batches: lifecycle.Batches): BatchAnswer {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const { page, more } = lifecycle.listBatches('anthropic', batches, {
    after: url.searchParams.get('after_id'),
    limit,
  });
  const data = page.map((batch) => print(batch, origin));
  const ids = page.map(nameOf);
  return { status: 200, body: { data, has_more: more, first_id: ids[0] ?? null, last_id: ids.at(-1) ?? null } };
}

function print(batch: StoredBatch, origin: string): Json {
  const { created, ended, canceled } = batch;
  const { running, succeeded, errored, expired, canceled: dropped } = lifecycle.countOutcomes(batch);
  const status = canceled === undefined ? 'in_progress' : 'canceling';
  return {
    id: nameOf(batch),
    type: 'message_batch',
    processing_status: ended === undefined ? status : 'ended',
    request_counts: { processing: running, succeeded, errored, canceled: dropped, expired },
    created_at: new Date(created).toISOString(),
    expires_at: new Date(created + 86_400_000).toISOString(),
    archived_at: null,
    cancel_initiated_at: canceled === undefined ? null : new Date(canceled).toISOString(),
    ended_at: ended === undefined ? null : new Date(ended).toISOString(),
    results_url: ended === undefined ? null : `${origin}/v1/messages/batches/${nameOf(batch)}/results`,
  };
}

function nameOf({ id }: StoredBatch): string {
  return `msgbatch_${id}`;
}

function results(batch: StoredBatch, batches: lifecycle.Batches): BatchAnswer {
  if (batch.ended === undefined)
    return failed(404, 'not_found_error', 'The results of this batch are not available yet.');
  const lines = lifecycle.inOrderOfResults(batch.items).map((item) => {
    const line = { custom_id: item.id, result: resultOf(item, batches) };
    return `${JSON.stringify(line)}\n`;
  });
  return { status: 200, body: lines.join(''), type: 'application/x-jsonl' };
}

function resultOf(item: StoredItem, batches: lifecycle.Batches): Json {
  const { outcome = 'errored' } = item;
  if (outcome === 'succeeded')
    return { type: 'succeeded', message: lifecycle.answerItem(item, 'anthropic', undefined, batches) };
  if (outcome === 'expired' || outcome === 'canceled') return { type: outcome };
  const model = textOf(bodyOf(item.body)['model']);
  return { type: 'errored', error: WIRES.anthropic.error(outcome === 'errored' ? 'server' : outcome, { model }).body };
}
