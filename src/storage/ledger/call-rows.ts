import type { Call } from '../../steps/index.ts';
import { readJson } from '../json-column.ts';
import type { Tables } from '../tables.ts';
import { savedByBatch, savedByCache } from './saved.ts';

/** Write a call as columns. */
export function callRow(call: Call): Tables['calls'] {
  const { id, key, time, run, script, slot, task, role, agent, outcome, model, lane, usage, cost, attempts, ms } = call;
  return {
    ...{ id, key, time, run, script, slot, task, role, agent, outcome, model, lane, cost, attempts, ms },
    scene: call.scene ?? null,
    served_by: call.servedBy,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cached_tokens: usage.cachedTokens,
    cache_write_tokens: usage.cacheWriteTokens ?? null,
    cache_write_hour_tokens: usage.cacheWriteHourTokens ?? null,
    reasoning_tokens: usage.reasoningTokens ?? null,
    price: call.price === undefined ? null : JSON.stringify(call.price),
    first_token_ms: call.firstTokenMs ?? null,
    waited_ms: call.waitedMs ?? null,
    message: call.message ?? null,
    saved_by_cache: savedByCache(call),
    saved_by_batch: savedByBatch(call),
  };
}

/** Read a call from its columns. */
export function readCall(row: Tables['calls']): Call {
  const { id, key, time, run, script, slot, task, role, agent, outcome, model, lane, cost, attempts, ms } = row;
  return {
    ...{ id, key, time, run, script, slot, task, role, agent, outcome, model, lane, cost, attempts, ms },
    ...given('scene', row.scene),
    servedBy: row.served_by,
    usage: {
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      cachedTokens: row.cached_tokens,
      ...given('cacheWriteTokens', row.cache_write_tokens),
      ...given('cacheWriteHourTokens', row.cache_write_hour_tokens),
      ...given('reasoningTokens', row.reasoning_tokens),
    },
    ...(row.price === null ? {} : { price: readJson(row.price) }),
    ...given('firstTokenMs', row.first_token_ms),
    ...given('waitedMs', row.waited_ms),
    ...given('message', row.message),
  };
}

/** A field that is there when its column is not null. */
function given<K extends string, V>(name: K, value: V | null): { readonly [N in K]?: V } {
  return (value === null ? {} : { [name]: value }) as { readonly [N in K]?: V }; // the one key is the name
}
