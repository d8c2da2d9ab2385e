import { Buffer } from 'node:buffer';
import type { Ref } from './file.ts';

/** How many objects share one stream: nearly all those of a script. Each stream takes time to be made ready. */
const SHARED = 4000;

/** Objects that share a stream (ISO 32000-1, 7.5.7). */
export interface ObjectStream {
  /** The objects in it, in order. */
  readonly refs: readonly Ref[];
  put(ref: Ref, object: string): void;
  isFull(): boolean;
  /** What stands in its dictionary, and what in it: numbers and places of its objects, then the objects. */
  end(): { readonly entries: string; readonly bytes: Uint8Array };
}

/** Begin a stream of objects. */
export function writeObjectStream(): ObjectStream {
  const refs: Ref[] = [];
  const head: number[] = [];
  const body: string[] = [];
  let length = 0;
  return {
    refs,
    put(ref, object) {
      refs.push(ref);
      head.push(ref, length);
      body.push(object);
      length += object.length + 1;
    },
    isFull: () => refs.length === SHARED,
    end() {
      const places = `${head.join(' ')} `;
      return {
        entries: `/Type/ObjStm/N ${refs.length}/First ${places.length}`,
        bytes: Buffer.from(`${places}${body.join('\n')}\n`, 'latin1'),
      };
    },
  };
}
