import type { Json } from '../../core/index.ts';
import { at, type Body, bodyOf, parseJson, textOf } from '../wire/body.ts';
import { openaiErrorBody } from '../wire/openai-errors.ts';
import type { WireError } from '../wire/wire.ts';
import { WIRES } from '../wire/wires.ts';
import * as lifecycle from './lifecycle.ts';
import { readForm } from './multipart.ts';
import type { BatchAnswer, BatchRequest } from './request.ts';
import type { StoredBatch, StoredFile, StoredItem } from './store.ts';

const ENDPOINTS = ['/v1/responses', '/v1/chat/completions'];

/** OpenAI's files and batches: platform.openai.com/docs/api-reference/batch, files. */
export function openaiBatch(request: BatchRequest, batches: lifecycle.Batches): BatchAnswer {
  const { method, url } = request;
  const [, , kind, id, verb] = url.pathname.split('/');
  const line = [method, kind, id === undefined ? '' : 'ID', verb ?? ''].join(' ').trim();
  if (line === 'POST files') return upload(request, batches);
  if (line === 'POST batches') return create(bodyOf(request.body), batches);
  if (line === 'GET batches') return list(url, batches);
  if (kind === 'files') return fileAnswer(line, id ?? '', batches);
  const batch = lifecycle.findBatch('openai', id, batches);
  if (batch === undefined) return failed(404, `No batch found with id '${id}'.`);
  if (line === 'GET batches ID') return { status: 200, body: print(lifecycle.pollBatch(batch, batches)) };
  if (line === 'POST batches ID cancel') return { status: 200, body: print(lifecycle.cancelBatch(batch, batches)) };
  return failed(404, `Invalid URL (${method} ${url.pathname})`);
}

function failed(status: number, message: string, param: string | null = null): BatchAnswer {
  return { status, body: openaiErrorBody(message, { param }) };
}

function upload({ raw, contentType }: BatchRequest, batches: lifecycle.Batches): BatchAnswer {
  const { fields, file } = readForm(raw, contentType);
  if (file === undefined) return failed(400, "'file' is a required property", 'file');
  const purpose = fields.get('purpose');
  if (purpose === undefined) return failed(400, "'purpose' is a required property", 'purpose');
  return { status: 200, body: printFile(lifecycle.createFile({ ...file, purpose }, batches)) };
}

function printFile({ id, created, filename, purpose, text }: StoredFile): Json {
  return {
    ...{ id, object: 'file', bytes: Buffer.byteLength(text), created_at: seconds(created), filename, purpose },
    ...{ status: 'processed', expires_at: null },
  };
}

function fileAnswer(line: string, id: string, batches: lifecycle.Batches): BatchAnswer {
  const file = findFile(id, batches);
  if (file === undefined) return failed(404, `No such File object: ${id}`, 'id');
  if (line === 'GET files ID content') return { status: 200, body: file.text, type: 'application/octet-stream' };
  if (line === 'GET files ID') return { status: 200, body: printFile(file) };
  if (line !== 'DELETE files ID') return failed(404, 'Invalid URL');
  const { files } = batches.store.state;
  const place = files.findIndex((each) => each.id === id);
  if (place >= 0) files.splice(place, 1);
  batches.store.keep();
  return { status: 200, body: { id, object: 'file', deleted: true } };
}

/** An uploaded file, or one that a batch has written. */
function findFile(id: string, batches: lifecycle.Batches): StoredFile | undefined {
  const { files, batches: all } = batches.store.state;
  const batch = all.find((each) => outputId(each) === id || errorId(each) === id);
  if (batch === undefined) return files.find((file) => file.id === id);
  const error = errorId(batch) === id;
  const text = resultsOf(batch, error, batches);
  return {
    id,
    created: batch.ended ?? 0,
    filename: `${batch.id}_${error ? 'error' : 'output'}.jsonl`,
    purpose: 'batch_output',
    text,
  };
}

/** The lines of a batch are looked at after it was accepted: what is wrong with them makes it fail later. */
function create(body: Body, batches: lifecycle.Batches): BatchAnswer {
  const endpoint = textOf(body['endpoint']);
  const input = textOf(body['input_file_id']);
  const file = batches.store.state.files.find(({ id }) => id === input);
  if (!ENDPOINTS.includes(endpoint))
    return failed(400, `Invalid value: '${endpoint}'. Supported values are: ${ENDPOINTS.join(', ')}.`, 'endpoint');
  if (body['completion_window'] !== '24h')
    return failed(400, "Invalid value for completion_window. Supported values are: '24h'.", 'completion_window');
  if (file === undefined) return failed(404, `No such File object: ${input}`, 'input_file_id');
  if (file.purpose !== 'batch')
    return failed(
      400,
      `Invalid purpose '${file.purpose}'. The input file must have the purpose 'batch'.`,
      'input_file_id',
    );
  const lines = file.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseJson);
  const failure = faultIn(lines, endpoint);
  const batch = lifecycle.createBatch(
    {
      api: 'openai',
      items:
        failure === undefined
          ? lines.map((line) => ({ id: textOf(at(line, 'custom_id')), body: at(line, 'body') ?? null }))
          : [],
      about: { endpoint, input_file_id: input, metadata: body['metadata'] ?? null },
      ...(failure === undefined ? {} : { failure }),
    },
    batches,
  );
  return { status: 200, body: print(batch) };
}

/** The first fault in an input file: platform.openai.com/docs/guides/batch, and the codes it is seen to use. */
function faultIn(lines: readonly (Json | undefined)[], endpoint: string): StoredBatch['failure'] {
  const seen = new Set<string>();
  const model = at(lines[0], 'body', 'model');
  if (lines.length === 0) return { code: 'empty_file', message: 'The batch input file is empty.' };
  for (const [index, line] of lines.entries()) {
    const place = { line: index + 1 };
    const id = textOf(at(line, 'custom_id'));
    if (line === undefined)
      return { code: 'invalid_json_line', message: 'This line is not parseable as valid JSON.', ...place };
    if (id === '')
      return { code: 'missing_required_parameter', message: "Missing required parameter: 'custom_id'.", ...place };
    if (seen.has(id))
      return {
        code: 'duplicate_custom_id',
        message: `The custom_id '${id}' for this request is a duplicate of another request.`,
        ...place,
      };
    if (at(line, 'url') !== endpoint)
      return {
        code: 'mismatched_endpoint',
        message: 'The URL of this request does not match the endpoint of the batch.',
        ...place,
      };
    if (at(line, 'body', 'model') !== model)
      return { code: 'mismatched_model', message: 'All requests of a batch must have the same model.', ...place };
    seen.add(id);
  }
  return undefined;
}

function list(url: URL, batches: lifecycle.Batches): BatchAnswer {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const { page, more } = lifecycle.listBatches('openai', batches, { after: url.searchParams.get('after'), limit });
  const data = page.map(print);
  const ids = page.map(({ id }) => `batch_${id}`);
  return {
    status: 200,
    body: { object: 'list', data, first_id: ids[0] ?? null, last_id: ids.at(-1) ?? null, has_more: more },
  };
}

function print(batch: StoredBatch): Json {
  const { id, about, created, ended, canceled, failure, items } = batch;
  const { succeeded, errored, expired, canceled: dropped } = lifecycle.countOutcomes(batch);
  const status = statusOf(batch);
  const isOver = ended !== undefined && failure === undefined;
  const endedAs = (which: string): number | null => (status === which && ended !== undefined ? seconds(ended) : null);
  return {
    ...{ id: `batch_${id}`, object: 'batch', endpoint: about['endpoint'], completion_window: '24h', status },
    errors: status === 'failed' ? { object: 'list', data: [{ param: null, line: null, ...failure }] } : null,
    input_file_id: about['input_file_id'],
    output_file_id: isOver && succeeded > 0 ? outputId(batch) : null,
    error_file_id: isOver && errored + expired + dropped > 0 ? errorId(batch) : null,
    ...{ created_at: seconds(created), in_progress_at: seconds(created), expires_at: seconds(created) + 86_400 },
    finalizing_at: isOver ? seconds(ended) : null,
    ...{ completed_at: endedAs('completed'), failed_at: endedAs('failed'), expired_at: endedAs('expired') },
    cancelling_at: canceled === undefined ? null : seconds(canceled),
    cancelled_at: endedAs('cancelled'),
    request_counts: { total: items.length, completed: succeeded, failed: errored + expired + dropped },
    metadata: about['metadata'] ?? null,
  };
}

function statusOf(batch: StoredBatch): string {
  const { ended, canceled, failure, polls } = batch;
  if (ended === undefined) {
    if (canceled !== undefined) return 'cancelling';
    return polls === 0 ? 'validating' : 'in_progress';
  }
  if (failure !== undefined) return 'failed';
  if (canceled !== undefined) return 'cancelled';
  return lifecycle.countOutcomes(batch).expired > 0 ? 'expired' : 'completed';
}

function resultsOf(batch: StoredBatch, error: boolean, batches: lifecycle.Batches): string {
  const items = lifecycle.inOrderOfResults(batch.items).filter(({ outcome }) => (outcome === 'succeeded') !== error);
  return items.map((item) => `${JSON.stringify(resultOf(item, batch, batches))}\n`).join('');
}

function resultOf(item: StoredItem, batch: StoredBatch, batches: lifecycle.Batches): Json {
  const { outcome = 'errored' } = item;
  const line = (response: Json, error: Json = null): Json => ({
    id: `batch_req_${item.id}`,
    custom_id: item.id,
    response,
    error,
  });
  const request = { request_id: `req_${item.id}` };
  if (outcome === 'succeeded') {
    return line({
      status_code: 200,
      ...request,
      body: lifecycle.answerItem(item, lifecycle.formatOf(batch), undefined, batches),
    });
  }
  if (outcome === 'expired') {
    return line(null, {
      code: 'batch_expired',
      message: 'This request could not be executed before the completion window expired.',
    });
  }
  if (outcome === 'canceled') {
    return line(null, { code: 'batch_cancelled', message: 'This request was cancelled along with its batch.' });
  }
  const error: WireError = outcome === 'errored' ? 'server' : outcome;
  const { status, body } = WIRES[lifecycle.formatOf(batch)].error(error, { model: textOf(at(item.body, 'model')) });
  return line({ status_code: status, ...request, body });
}

function outputId({ id }: StoredBatch): string {
  return `file-${id}-output`;
}

function errorId({ id }: StoredBatch): string {
  return `file-${id}-error`;
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
