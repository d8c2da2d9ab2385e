import type { Json } from '../core/index.ts';
import type { Message } from '../llm/index.ts';

/** What is whole of an answer that was cut off in the middle of a list. */
export interface Beginning {
  /** The fields before the list, and the items of the list that are whole. */
  readonly whole: Readonly<Record<string, Json>>;
  /** The field that holds the list. */
  readonly list: string;
  readonly items: readonly Json[];
}

/**
 * Read what is whole of an answer that was cut off: an object that broke off inside a list of objects, with at least
 * one of them complete. `undefined` where that is not so: then the answer cannot be continued.
 */
export function readBeginning(text: string): Beginning | undefined {
  const start = text.indexOf('{');
  if (start === -1) return undefined;
  const found = cutIn(text, start);
  if (found === undefined) return undefined;
  const { list, end } = found;
  try {
    const whole = JSON.parse(`${text.slice(start, end)}]}`) as Record<string, Json>;
    const items = whole[list];
    return Array.isArray(items) && items.length > 0 ? { whole, list, items } : undefined;
  } catch {
    return undefined;
  }
}

/** The list that is open at the end, directly inside the object, and where its last whole item ends. */
function cutIn(text: string, start: number): { readonly list: string; readonly end: number } | undefined {
  const open: string[] = [];
  let list: string | undefined;
  let end = -1;
  let lastString = '';
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const close = endOfString(text, at);
      if (close === -1) break;
      lastString = text.slice(at, close + 1);
      at = close;
    } else if (char === '{' || char === '[') {
      if (char === '[' && open.length === 1) {
        list = lastString;
        end = -1;
      }
      open.push(char);
    } else if (char === '}' || char === ']') {
      open.pop();
      if (open.length === 0) return undefined;
      if (open.length === 1) list = undefined;
      if (open.length === 2 && list !== undefined) end = at + 1;
    }
  }
  return list === undefined || end === -1 ? undefined : { list: JSON.parse(list) as string, end };
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** Ask for the rest of a list, in the shape of the whole answer. */
export function continuation({ whole, list, items }: Beginning): readonly Message[] {
  return [
    { role: 'assistant', content: JSON.stringify(whole) },
    {
      role: 'user',
      content: `That answer was cut off after item ${items.length} of "${list}". Give an answer in the same schema whose "${list}" holds only the items that come after those, the next one first.`,
    },
  ];
}

/** Put the two parts of an answer together: the first's fields, both lists in order, and what only the rest has. */
export function joinAnswers({ whole, list, items }: Beginning, rest: Json): Json {
  if (rest === null || typeof rest !== 'object' || Array.isArray(rest)) return rest;
  const more = (rest as Readonly<Record<string, Json>>)[list];
  return { ...rest, ...whole, [list]: [...items, ...(Array.isArray(more) ? more : [])] };
}
