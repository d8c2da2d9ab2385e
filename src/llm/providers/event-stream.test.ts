import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from './event-stream.ts';

/** What is told of a text that comes in pieces, cut at these places of its bytes. */
async function dataOf(text: string, cuts: readonly number[] = []): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const seen: string[] = [];
  const read = async (onPiece: (piece: Uint8Array) => boolean): Promise<void> => {
    places.slice(1).some((to, index) => onPiece(bytes.subarray(places[index], to)));
  };
  await readEvents(read, (data) => seen.push(data) < 0);
  return seen;
}

test('data is told as the standard says: comments, names, lines of one event, every line break, a mark at the start', async () => {
  expect(await dataOf('\uFEFFdata: a\n\n')).toEqual(['a']);
  expect(await dataOf(': ping\n\nevent: x\nid: 7\ndata:a\ndata:  b\n\ndata\n\n')).toEqual(['a\n b', '']);
  for (const end of ['\n', '\r', '\r\n'])
    expect(await dataOf(`data: a${end}${end}data: b${end}${end}`)).toEqual(['a', 'b']);
});

test('an event without the empty line after it has not come', async () => {
  expect(await dataOf('data: a\n\ndata: b\n')).toEqual(['a']);
});

test('wherever the bytes are cut, the events are the same', async () => {
  const line = fc.stringMatching(/^[ -~ü€😀]{0,12}$/u);
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r', '\r\n'),
      fc.array(fc.nat(500)),
      async (lines, end, cuts) => {
        const text = lines.map((data) => `: note${end}data: ${data}${end}${end}`).join('');
        expect(await dataOf(text, cuts)).toEqual(lines);
      },
    ),
  );
});
