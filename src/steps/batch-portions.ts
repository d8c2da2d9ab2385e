import { type Json, sha256 } from '../core/index.ts';
import type { BatchTransport } from '../llm/index.ts';
import type { BatchedQuestion, BatchRecord } from './batch-store.ts';
import type { CallPlace } from './call.ts';

/** A question as it is collected. */
export interface CollectedQuestion {
  readonly key: string;
  readonly canonical: Json;
  readonly place: CallPlace;
}

/** What the batches of some questions have in common. */
export interface BatchAbout {
  readonly script: string;
  /** `provider/model` */
  readonly model: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly most: BatchTransport['most'];
}

/** Put questions of one model into batches that its provider takes. */
export function batchesOf(
  questions: readonly CollectedQuestion[],
  { script, model, now, most }: BatchAbout,
): readonly BatchRecord[] {
  const [provider = model] = model.split('/');
  return portions(questions.map(asItem), most).map((items) => ({
    id: `sgb_${sha256(`${now} ${items.map(({ key }) => key).join()}`).slice(0, 20)}`,
    ...{ script, provider, model, items },
    state: 'submitting',
    created: new Date(now).toISOString(),
  }));
}

/** Providers take letters, digits, `_` and `-`, 64 at most. */
function asItem({ key, canonical, place }: CollectedQuestion): BatchedQuestion {
  return { id: key.replace(':', '-').slice(0, 60), key, request: canonical, place };
}

/** Cut items into portions of no more than a provider takes. A request on the wire is a little longer than its canonical form. */
function portions(
  items: readonly BatchedQuestion[],
  most: BatchTransport['most'],
): readonly (readonly BatchedQuestion[])[] {
  const all: BatchedQuestion[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = 1.5 * Buffer.byteLength(JSON.stringify(item.request)) + 1000;
    const last = all.at(-1);
    if (last === undefined || last.length >= most.items || bytes + size > most.bytes) {
      all.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return all;
}
