import type { Model, Token } from './llama-api.ts';

/** A character takes at most so many tokens: one for each byte of UTF-8. */
const MOST_TOKENS = 4;

/** Tokens to text, a piece at a time. */
export interface TextStream {
  /** The text that is certain with this token; empty while a character is not complete. */
  readonly add: (token: Token) => string;
  /** What is left, with U+FFFD for half a character. */
  readonly end: () => string;
}

/** Read tokens as text. A character may be made of several tokens: it comes when the last is there. */
export function textStream(model: Pick<Model, 'detokenize'>): TextStream {
  let before: readonly Token[] = [];
  let open: readonly Token[] = [];
  const flush = (text: string): string => {
    before = [...before, ...open].slice(-MOST_TOKENS);
    open = [];
    return text;
  };
  return {
    add(token) {
      open = [...open, token];
      const text = model.detokenize(open, false, before);
      return text.endsWith('\uFFFD') && open.length < MOST_TOKENS ? '' : flush(text);
    },
    end: () => (open.length === 0 ? '' : flush(model.detokenize(open, false, before))),
  };
}
