/** Where a text stops being JSON, in UTF-16 units, and what should stand there. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
}

/** Where the parts of a value stand in its text. */
export interface Places {
  /** In UTF-16 units; of a field it is where its name begins. Absent until it is found. */
  offset?: number;
  readonly inner: Map<string, Places>;
}

/** An object or a list that is being read: its end mark, and where its parts are wanted. */
interface Open {
  readonly end: '}' | ']';
  readonly places: Places | undefined;
  index: number;
}

/**
 * Read JSON (RFC 8259) for its places only; `JSON.parse` reads the values. Gives the first fault, `undefined` for none,
 * and fills in the offsets of `wanted`. Linear, and no deeper on the stack for a deeper text.
 */
export function scanJson(text: string, wanted?: Places): JsonFault | undefined {
  const open: Open[] = [];
  let at = skipSpace(text, 0);
  let places = wanted;
  if (places !== undefined) places.offset = at;
  for (;;) {
    // A value begins here.
    const mark = text.charAt(at);
    if (mark === '{' || mark === '[') {
      const container: Open = { end: mark === '{' ? '}' : ']', places, index: -1 };
      at = skipSpace(text, at + 1);
      if (text.charAt(at) === container.end) at += 1;
      else {
        open.push(container);
        const part = startPart(text, at, container);
        if ('expected' in part) return part;
        ({ at, places } = part);
        continue;
      }
    } else {
      const end = mark === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
    }
    // A value ended here, and with it perhaps what it is in.
    at = skipSpace(text, at);
    let last = open.at(-1);
    while (last !== undefined && text.charAt(at) === last.end) {
      open.pop();
      at = skipSpace(text, at + 1);
      last = open.at(-1);
    }
    if (last === undefined) return at < text.length ? { offset: at, expected: 'the end of the file' } : undefined;
    if (text.charAt(at) !== ',') return { offset: at, expected: `"," or "${last.end}"` };
    const part = startPart(text, skipSpace(text, at + 1), last);
    if ('expected' in part) return part;
    ({ at, places } = part);
  }
}

/** Step to the next value of an object or a list. */
function startPart(
  text: string,
  start: number,
  container: Open,
): JsonFault | { readonly at: number; readonly places: Places | undefined } {
  container.index += 1;
  if (container.end === ']')
    return { at: start, places: found(container.places?.inner.get(`${container.index}`), start) };
  if (text.charAt(start) !== '"') return { offset: start, expected: 'a field name in double quotes' };
  const end = stringEnd(text, start);
  if (typeof end !== 'number') return end;
  const colon = skipSpace(text, end);
  if (text.charAt(colon) !== ':') return { offset: colon, expected: '":"' };
  const inner = container.places?.inner;
  const places = inner === undefined ? undefined : inner.get(String(JSON.parse(text.slice(start, end))));
  return { at: skipSpace(text, colon + 1), places: found(places, start) };
}

function found(places: Places | undefined, offset: number): Places | undefined {
  if (places !== undefined) places.offset = offset;
  return places;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/** Where a string ends, behind its quote. A loop: such a pattern would need memory for every character. */
function stringEnd(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { offset: at, expected: 'the end of the text, or an escape such as \\n' };
    ESCAPE.lastIndex = at;
    const length = code === 0x5c ? ESCAPE.exec(text)?.[0].length : 1;
    if (length === undefined) return { offset: at, expected: 'an escape that JSON knows, or \\\\' };
    at += length;
  }
  return { offset: text.length, expected: 'a double quote' };
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?)(?![\w.])/y;

function scalarEnd(text: string, start: number): number | JsonFault {
  SCALAR.lastIndex = start;
  const length = SCALAR.exec(text)?.[0].length;
  return length === undefined ? { offset: start, expected: 'a value' } : start + length;
}
