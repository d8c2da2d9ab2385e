const MARKS = '.!?…。！？';
const CLOSERS = '"\'”’»)]';

/**
 * Whether a row of text ends with a sentence: with a full stop, a question or exclamation mark or an ellipsis, and
 * what closes quotations and parentheses behind it. `length` says how much of the text is looked at: all, unless given.
 */
export function endsSentence(text: string, length: number = text.length): boolean {
  let last = length - 1;
  while (last >= 0 && CLOSERS.includes(text.charAt(last))) last -= 1;
  return last >= 0 && MARKS.includes(text.charAt(last));
}

/** Where the last sentence ends that ends inside a row of text, with more behind it; `undefined` when none does. */
export function lastSentence(text: string): number | undefined {
  let space = text.lastIndexOf(' ');
  while (space > 0 && !endsSentence(text, space)) space = text.lastIndexOf(' ', space - 1);
  return space > 0 ? space : undefined;
}
