/** A place in a text file, both from 1, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a scan of a JSON text finds: where each field and item begins, and the first fault. */
interface Scan {
  /** By the JSON of the path: `["provider","openai"]`. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly fault: { readonly offset: number; readonly expected: string } | undefined;
}

/** The first syntax fault of a text that is not JSON, and what should stand there; `undefined` if there is none. */
export function findSyntaxFault(text: string): (Place & { readonly expected: string }) | undefined {
  const { fault } = scan(text);
  return fault && { ...placeAt(text, fault.offset), expected: fault.expected };
}

/** Where the field or item at a path begins in a JSON text (a field with its name); the nearest one around it when it is not there. */
export function placeOf(text: string, path: readonly PropertyKey[]): Place {
  const { offsets } = scan(text);
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsets.get(keyOf(path.slice(0, length)));
    if (offset !== undefined) return placeAt(text, offset);
  }
  return { line: 1, column: 1 };
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iuy;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.])/iy;

/** Read JSON (RFC 8259) for its places only; `JSON.parse` reads the values. */
function scan(text: string): Scan {
  const offsets = new Map<string, number>();
  let at = 0;
  const take = (token: RegExp): string | undefined => {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const takeMark = (mark: string): boolean => {
    take(/\s*/y);
    if (text[at] !== mark) return false;
    at += 1;
    take(/\s*/y);
    return true;
  };

  /** Each of these returns what it would have expected, or nothing when it is content. */
  const value = (path: readonly string[]): string | undefined => {
    take(/\s*/y);
    if (!offsets.has(keyOf(path))) offsets.set(keyOf(path), at);
    if (takeMark('{')) return takeMark('}') ? undefined : members(path);
    if (takeMark('[')) return takeMark(']') ? undefined : items(path);
    return (take(STRING) ?? take(SCALAR)) === undefined ? 'a value' : undefined;
  };
  const members = (path: readonly string[]): string | undefined => {
    do {
      const start = at;
      const key = take(STRING);
      if (key === undefined) return 'a field name in double quotes';
      const inner = [...path, String(JSON.parse(key))];
      offsets.set(keyOf(inner), start);
      if (!takeMark(':')) return '":"';
      const fault = value(inner);
      if (fault !== undefined) return fault;
    } while (takeMark(','));
    return takeMark('}') ? undefined : '"," or "}"';
  };
  const items = (path: readonly string[]): string | undefined => {
    for (let index = 0; ; index += 1) {
      const fault = value([...path, String(index)]);
      if (fault !== undefined) return fault;
      if (!takeMark(',')) return takeMark(']') ? undefined : '"," or "]"';
    }
  };

  const expected = value([]) ?? (take(/\s*/y) === undefined || at < text.length ? 'the end of the file' : undefined);
  return { offsets, fault: expected === undefined ? undefined : { offset: at, expected } };
}
