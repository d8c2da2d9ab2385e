import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { quietWhenClosed } from './system-io.ts';

test('nothing more is written to a stream whose reader is gone', () => {
  const { stream, written } = fakeStream();
  const output = quietWhenClosed(stream);
  output.write('one');
  stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  output.write('two');
  expect(written).toEqual(['one']);
});

test('any other fault of a stream is not hidden', () => {
  const { stream } = fakeStream();
  quietWhenClosed(stream);
  expect(() => stream.emit('error', Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toThrow('no space');
});

function fakeStream() {
  const written: string[] = [];
  const stream = Object.assign(new EventEmitter(), {
    write: (text: string) => written.push(text),
    isTTY: false,
    columns: undefined,
    rows: undefined,
  });
  return { stream, written };
}
