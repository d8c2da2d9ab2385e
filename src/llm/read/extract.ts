/** Remove a byte order mark, and the thinking that some models write before their answer. */
export function stripThinking(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (/^[{[]/.test(bare)) return bare; // `</think>` inside an answer is part of the answer
  const end = bare.lastIndexOf('</think>');
  return end === -1 ? bare : bare.slice(end + '</think>'.length).trim();
}

/**
 * The complete objects and arrays in a text, fenced or among prose, largest first. Never a part of another one.
 *
 * Stops at a value that begins and does not end: what stands inside it is a piece of an answer, not an answer.
 */
export function balancedValues(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = nextOpening(text, 0); at !== -1; ) {
    const end = endOf(text, at);
    if (end === -1) break;
    found.push(text.slice(at, end));
    at = nextOpening(text, end);
  }
  return found.sort((a, b) => b.length - a.length);
}

/** From the first opening bracket to the last closing one; `undefined` when the text does not end after that. */
export function outermostValue(text: string): string | undefined {
  const start = nextOpening(text, 0);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return start === -1 || end < start ? undefined : text.slice(start, end + 1);
}

/** An opening bracket that may begin a JSON value; a brace in prose is followed by a word. */
function nextOpening(text: string, from: number): number {
  const opening = /\{\s*["'}\w/]|\[\s*["'{[\]\d/]/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** The place after the bracket that closes the one at `start`; -1 when there is none. Brackets in strings do not count. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
