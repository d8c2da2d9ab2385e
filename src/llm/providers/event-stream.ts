/**
 * Read a stream of server-sent events to its end, or until `onData` says that it has seen enough.
 *
 * `onData` is told the data of each event as soon as the empty line after it has come; one whose empty line does not come
 * is dropped, as the standard wants (https://html.spec.whatwg.org/multipage/server-sent-events.html). Names and ids of
 * events are not read.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, onData: (data: string) => boolean): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const takeLine = createLineTaker(onData);
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const text = rest + decoder.decode(value, { stream: !done });
    // A line break may be in two halves, so the first one waits for the next piece.
    const half = !done && text.endsWith('\r') ? '\r' : '';
    const lines = linesOf(half === '' ? text : text.slice(0, -1));
    rest = (lines.pop() ?? '') + half;
    for (const line of lines) if (takeLine(line)) return reader.cancel();
    if (done) return;
  }
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
    if (line.startsWith('data:')) {
      const value = line.slice(line[5] === ' ' ? 6 : 5);
      data = data === undefined ? value : `${data}\n${value}`;
    }
    return false;
  };
}
