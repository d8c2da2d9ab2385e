/** A full stop, a question or exclamation mark or an ellipsis, with what closes quotations and parentheses behind it. */
const END = /[.!?…。！？]["'”’»)\]]*$/u;
const END_INSIDE = /[.!?…。！？]["'”’»)\]]*(?= )/gu;

/** Whether a row of text ends with a sentence. */
export function endsSentence(text: string): boolean {
  return END.test(text);
}

/** Where the last sentence ends that ends inside a row of text, with more behind it; `undefined` when none does. */
export function lastSentence(text: string): number | undefined {
  let end: number | undefined;
  for (const found of text.matchAll(END_INSIDE)) end = found.index + found[0].length;
  return end;
}
