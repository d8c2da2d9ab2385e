import type { HttpAnswer } from './http-response.ts';

/**
 * Read a stream of server-sent events to its end, or until `onData` says that it has seen enough.
 *
 * `onData` is told the data of each event as soon as the empty line after it has come; one whose empty line does not come
 * is dropped, as the standard wants (https://html.spec.whatwg.org/multipage/server-sent-events.html). Names and ids of
 * events are not read.
 */
export async function readEvents(read: HttpAnswer['read'], onData: (data: string) => boolean): Promise<void> {
  const decoder = new TextDecoder();
  const takeLine = createLineTaker(onData);
  let rest = '';
  const take = (text: string, isLast: boolean): boolean => {
    rest += text;
    // A line break may be in two halves, so the first one waits for the next piece.
    const half = !isLast && rest.endsWith('\r') ? '\r' : '';
    const lines = linesOf(half === '' ? rest : rest.slice(0, -1));
    rest = (lines.pop() ?? '') + half;
    return lines.some(takeLine);
  };
  let isEnough = false;
  await read((piece) => {
    isEnough = take(decoder.decode(piece, { stream: true }), false);
    return isEnough;
  });
  if (!isEnough) take(decoder.decode(), true);
}

/** Cut a text at its line breaks; what follows the last one comes last. */
function linesOf(text: string): string[] {
  return (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text).split('\n');
}

/** What to do with each line. Whether enough was seen. */
function createLineTaker(onData: (data: string) => boolean): (line: string) => boolean {
  let data: string | undefined;
  return (line) => {
    if (line === '') {
      const whole = data;
      data = undefined;
      return whole !== undefined && onData(whole);
    }
    if (line === 'data' || line.startsWith('data:')) {
      const value = line.slice(line[5] === ' ' ? 6 : 5);
      data = data === undefined ? value : `${data}\n${value}`;
    }
    return false;
  };
}
