import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeDeflater } from './deflate.ts';

const OPTIONS = { level: 1, windowBits: 12, memLevel: 7 };

/** Bytes that cannot be made smaller, bytes that can, and some that are longer than what a deflater is taken for. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('a', 'b ', '(\u00e9)') }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(200))
    .map(([bytes, times]) =>
      Uint8Array.from({ length: bytes.length * times }, (_, index) => bytes[index % bytes.length] ?? 0),
    ),
);

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : content;

test('one deflater gives for many streams what a new one gives for each', () => {
  fc.assert(
    fc.property(fc.array(contents, { maxLength: 8 }), (all) => {
      const deflater = takeDeflater(OPTIONS, 500);
      for (const content of all) {
        const deflated = deflater.deflate(content);
        expect(Buffer.from(deflated)).toEqual(deflateSync(bytesOf(content), OPTIONS));
        expect(inflateSync(deflated)).toEqual(Buffer.from(bytesOf(content)));
      }
      deflater.end();
    }),
  );
});
