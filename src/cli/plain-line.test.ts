import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONVERT_FLAGS } from './commands/convert.ts';
import { addFlags, COMMON_FLAGS } from './flags.ts';
import { type PlainLine, readPlainLine } from './plain-line.ts';
import { createProgram } from './program.ts';
import { systemIo } from './system-io.ts';

const RUNS = Number(process.env['RUNS'] ?? 2000);

test('what is read is what Commander reads, and all else is left to it', async () => {
  const names = [...CONVERT_FLAGS, ...COMMON_FLAGS].map(([told]) => told.split(' ')[0] ?? '');
  const values = ['pdf', 'fdx', 'us', 'A4', 'both', '1', '2', 'bogus', '', ' ', '-', '-1', 'json'];
  const flag = fc.constantFrom(...names, '--color', '--forc', '--no-force', '--', '-f', '-h', '--help', '--version');
  const value = fc.constantFrom(...values);
  const arg = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(flag, value) },
    { weight: 2, arbitrary: fc.tuple(flag) },
    { weight: 2, arbitrary: fc.tuple(flag, value).map(([name, given]) => [`${name}=${given}`]) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('in.fountain', 'out.pdf', '-', '', 'convert', 'help').map((word) => [word]),
    },
  );
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(arg, { maxLength: 5 }), async (parts) => {
      const args = parts.flat();
      const line = readPlainLine(args, [...CONVERT_FLAGS, ...COMMON_FLAGS]);
      if (line === undefined || line.words.length !== 2) return;
      plain += 1;
      expect(line).toEqual(await byCommander(args));
    }),
    { numRuns: RUNS },
  );
  expect(plain).toBeGreaterThan(RUNS / 50);
});

test.each([
  [['in.fdx', 'out.pdf'], {}],
  [['--paper', 'A4', 'in', '--heading-spacing=2', '-'], { paper: 'a4', headingSpacing: '2' }],
  [
    ['in', '-', '--to', 'html', '--pages', '--json', '--no-color'],
    { to: 'html', pages: true, json: true, color: false },
  ],
])('%j is plain', async (args, flags) => {
  const line = readPlainLine(args, [...CONVERT_FLAGS, ...COMMON_FLAGS]);
  expect(line).toMatchObject({ flags: { color: true, ...flags } });
  expect(line).toEqual(await byCommander(args));
});

test.each([
  ['--help'],
  ['-h'],
  ['--'],
  ['--forse'],
  ['--to'],
  ['--to', 'novel'],
  ['--to='],
  ['--json=yes'],
  ['--to', '--json'],
])('what %s asks for is for Commander to say', (...args) => {
  expect(readPlainLine(['in', 'out', ...args], [...CONVERT_FLAGS, ...COMMON_FLAGS])).toBeUndefined();
});

/** What Commander hands to the command; `undefined` when it refuses the line. */
async function byCommander(args: readonly string[]): Promise<PlainLine | undefined> {
  const program = createProgram({ io: systemIo(), exit: () => {} });
  let read: PlainLine | undefined;
  const command = program.command('convert').argument('<in>').argument('<out>');
  addFlags(command, CONVERT_FLAGS).action((input: string, out: string) => {
    read = { words: [input, out], flags: command.optsWithGlobals() };
  });
  await program.parseAsync(['convert', ...args], { from: 'user' }).catch(() => {});
  return read;
}
