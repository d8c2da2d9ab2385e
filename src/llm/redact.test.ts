import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownAddress } from './config/shown-address.ts';
import { redact } from './redact.ts';

const SECRET = 'q"7/Zk+p?Wm=x9Vt3';

test('no twelve characters of a secret are left, whatever stands beside it and however it is written', () => {
  const ways: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => JSON.stringify(text),
    (text) => encodeURIComponent(text),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
    (text) => Buffer.from(text).toString('hex'),
  ];
  const plain = fc.string({ unit: fc.constantFrom(...'abc -:'), maxLength: 6 });
  fc.assert(
    fc.property(plain, plain, fc.constantFrom(...ways), fc.nat(6), (before, after, way, cut) => {
      const quoted = way(before + SECRET + after);
      const left = redact(quoted.slice(0, quoted.length - cut), SECRET);
      const core = way(SECRET.slice(2, -2)).replaceAll(/^"|"$/g, '');
      for (let at = 0; at + 16 <= core.length; at += 1) expect(left).not.toContain(core.slice(at, at + 16));
    }),
  );
});

test('what a server says beside it stays', () => {
  expect(redact(`No: ${SECRET}, says https://example.com/keys`, SECRET)).toBe(
    'No: [key], says https://example.com/keys',
  );
  expect(redact('Authorization was Basic dXNlcjpwYXNz here', undefined)).toBe('Authorization was [key] here');
  expect(redact('a short one: tiny.', 'tiny')).toBe('a short one: [key].');
});

test('an address is shown without what lets in, also where it is none', () => {
  expect(shownAddress('http://user:p@ss@127.0.0.1:8080/v1')).toBe('http://127.0.0.1:8080/v1');
  expect(shownAddress('htp://user:pass@host/v1')).toBe('htp://host/v1');
  expect(shownAddress('user:pass@host')).toBe('host');
  expect(shownAddress('https://host/v1?key=secret&a=b#c')).toBe('https://host/v1?key=…&a=…#c');
  expect(shownAddress('https://host/v1/@all')).toBe('https://host/v1/@all');
});
