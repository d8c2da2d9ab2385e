import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { quietWhenClosed, writeStraight } from './system-io.ts';

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

test('what a pipe does not take at once goes to its stream, in order, with all that follows', () => {
  const { stream, written } = fakeStream();
  const taken: string[] = [];
  const output = writeStraight(
    (bytes) => {
      if (taken.length === 2) throw Object.assign(new Error('write EAGAIN'), { code: 'EAGAIN' });
      taken.push(Buffer.from(bytes.subarray(0, 2)).toString());
      return Math.min(2, bytes.length);
    },
    () => stream,
  );
  output.write('onetwo');
  output.write('three');
  expect(taken.join('')).toBe('onet');
  expect(written.join('')).toBe('wothree');
});

test('nothing more is written to a pipe whose reader is gone, and any other fault is not hidden', () => {
  const failing = (code: string) =>
    writeStraight(
      () => {
        throw Object.assign(new Error(`write ${code}`), { code });
      },
      () => fakeStream().stream,
    );
  const output = failing('EPIPE');
  output.write('one');
  output.write('two');
  expect(() => failing('ENOSPC').write('one')).toThrow('ENOSPC');
});

function fakeStream() {
  const written: string[] = [];
  const stream = Object.assign(new EventEmitter(), {
    write: (data: string | Uint8Array) => written.push(Buffer.from(data).toString()),
    isTTY: false,
    columns: undefined,
    rows: undefined,
  });
  return { stream, written };
}
