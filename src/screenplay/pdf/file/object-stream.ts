import type { Ref } from './file.ts';

/** How many objects share one stream: nearly all those of a script. Each stream takes time to be made ready. */
const SHARED = 4000;

/** Objects that share a stream (ISO 32000-1, 7.5.7). */
export interface ObjectStream {
  isEmpty(): boolean;
  /** Put an object into it; whether it is full now. */
  put(ref: Ref, object: string): boolean;
  end(): EndedStream;
}

/** What became of a stream of objects. */
export interface EndedStream {
  /** Its objects, in order. */
  readonly refs: readonly Ref[];
  /** What stands in its dictionary. */
  readonly entries: string;
  /** What stands in it: numbers and places of its objects, then the objects. */
  readonly text: string;
}

/** Begin a stream of objects. */
export function writeObjectStream(): ObjectStream {
  // With room for all: lists that grow are made anew again and again. The first line is for numbers and places.
  const refs = new Array<Ref>(SHARED);
  const lines = new Array<string>(SHARED + 1);
  let count = 0;
  return {
    isEmpty: () => count === 0,
    put(ref, object) {
      refs[count] = ref;
      count += 1;
      lines[count] = object;
      return count === SHARED;
    },
    end() {
      const head = new Array<number>(count * 2);
      let length = 0;
      for (let index = 0; index < count; index += 1) {
        head[index * 2] = refs[index] ?? 0;
        head[index * 2 + 1] = length;
        length += (lines[index + 1]?.length ?? 0) + 1;
      }
      refs.length = count;
      lines.length = count + 1;
      const places = head.join(' ');
      lines[0] = places;
      return { refs, entries: `/Type/ObjStm/N ${count}/First ${places.length + 1}`, text: lines.join('\n') };
    },
  };
}
