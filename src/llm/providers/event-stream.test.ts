import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventReader } from './event-stream.ts';

/** What is told of a text that comes in pieces, cut at these places. */
function dataOf(text: string, cuts: readonly number[] = []): readonly string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const seen: string[] = [];
  const events = createEventReader((data) => seen.push(data) < 0);
  for (const [index, to] of places.slice(1).entries()) events.take(text.slice(places[index], to));
  events.end();
  return seen;
}

test('data is told as the standard says: comments, names, lines of one event, every line break', () => {
  expect(dataOf(': ping\n\nevent: x\nid: 7\ndata:a\ndata:  b\n\ndata\n\n')).toEqual(['a\n b', '']);
  for (const end of ['\n', '\r', '\r\n']) expect(dataOf(`data: a${end}${end}data: b${end}${end}`)).toEqual(['a', 'b']);
});

test('an event without the empty line after it has not come', () => {
  expect(dataOf('data: a\n\ndata: b\n')).toEqual(['a']);
});

test('wherever the text is cut, the events are the same', () => {
  const line = fc.stringMatching(/^[ -~ü€😀]{0,12}$/u);
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r', '\r\n'), fc.array(fc.nat(500)), (lines, end, cuts) => {
      const text = lines.map((data) => `: note${end}data: ${data}${end}${end}`).join('');
      expect(dataOf(text, cuts)).toEqual(lines);
    }),
  );
});
