/** Finds the events of a stream of server-sent events, however it is cut. */
export interface EventReader {
  /** Take the next piece of the stream. Whether enough was seen. */
  readonly take: (text: string) => boolean;
  /** The stream has ended. */
  readonly end: () => void;
}

/**
 * Begin to read server-sent events, until `onData` says that it has seen enough.
 *
 * `onData` is told the data of each event as soon as the empty line after it has come; one whose empty line does not come
 * is dropped, as the standard wants (https://html.spec.whatwg.org/multipage/server-sent-events.html). Names and ids of
 * events are not read.
 */
export function createEventReader(onData: (data: string) => boolean): EventReader {
  const takeLine = createLineTaker(onData);
  let rest = '';
  let isEnough = false;
  const take = (text: string, isLast: boolean): boolean => {
    if (isEnough) return true;
    rest += text;
    // A line break may be in two halves, so the first one waits for the next piece.
    const half = !isLast && rest.endsWith('\r') ? '\r' : '';
    const lines = linesOf(half === '' ? rest : rest.slice(0, -1));
    rest = (lines.pop() ?? '') + half;
    isEnough = lines.some(takeLine);
    return isEnough;
  };
  return {
    take: (text) => take(text, false),
    end() {
      take('', true);
    },
  };
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
