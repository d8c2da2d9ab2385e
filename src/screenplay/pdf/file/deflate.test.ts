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

test('every stream reads as what it was made of, about as small as one that is made by itself', () => {
  fc.assert(
    fc.property(fc.array(contents, { maxLength: 8 }), (all) => {
      const deflater = takeDeflater(OPTIONS, 500);
      for (const content of all) {
        const deflated = deflater.deflate(content);
        expect(inflateSync(deflated)).toEqual(Buffer.from(bytesOf(content)));
        expect(deflated.length).toBeLessThanOrEqual(deflateSync(bytesOf(content), OPTIONS).length + 8);
      }
      deflater.end();
    }),
  );
});

test('the same contents in the same order give the same', () => {
  fc.assert(
    fc.property(fc.array(contents, { maxLength: 8 }), (all) => {
      const [one, other] = [takeDeflater(OPTIONS, 500), takeDeflater(OPTIONS, 500)];
      for (const content of all) expect(Buffer.from(other.deflate(content))).toEqual(Buffer.from(one.deflate(content)));
    }),
  );
});
