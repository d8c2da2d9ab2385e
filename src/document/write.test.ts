import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDocument } from './write.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'scriptgen-write-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('INT. HOUSE - DAY\n');

test('a new file is there whole, with nothing beside it, however long its name', async () => {
  const name = `${'x'.repeat(246)}.fountain`;
  await writeDocument(join(dir, name), bytes);
  expect(readdirSync(dir)).toEqual([name]);
  expect(readFileSync(join(dir, name), 'utf8')).toBe('INT. HOUSE - DAY\n');
});

test('a file that is there is kept as it is, unless it may be replaced', async () => {
  const path = join(dir, 'a.fountain');
  writeFileSync(path, 'mine');
  const refused = writeDocument(path, bytes, { name: 'a.fountain' });
  await expect(refused).rejects.toMatchObject({ code: 'input/invalid', message: 'a.fountain is there already' });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  await writeDocument(path, bytes, { force: true });
  expect(readFileSync(path, 'utf8')).toBe('INT. HOUSE - DAY\n');
});

test('a file that is replaced keeps its permissions, and a link leads where it led', async () => {
  const [path, link] = [join(dir, 'a.fountain'), join(dir, 'link.fountain')];
  writeFileSync(path, 'mine');
  chmodSync(path, 0o600);
  symlinkSync('a.fountain', link);
  await writeDocument(link, bytes, { force: true });
  expect(readlinkSync(link)).toBe('a.fountain');
  expect(readFileSync(path, 'utf8')).toBe('INT. HOUSE - DAY\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('the file that was read is told as that, under whatever name', async () => {
  const [path, link] = [join(dir, 'a.fountain'), join(dir, 'link.fountain')];
  writeFileSync(path, 'mine');
  symlinkSync('a.fountain', link);
  const refused = writeDocument(link, bytes, { input: path });
  await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('is the file that is read') });
});

test('a folder that is not there is named, and not made', async () => {
  const refused = writeDocument(join(dir, 'none', 'a.pdf'), bytes, { name: 'none/a.pdf' });
  await expect(refused).rejects.toMatchObject({ code: 'storage/unwritable', message: 'there is no folder none' });
  expect(existsSync(join(dir, 'none'))).toBe(false);
});

test.skipIf(!existsSync('/dev/full'))(
  'a disk without room is told as that (skipped where there is no /dev/full)',
  async () => {
    const refused = writeDocument('/dev/full', bytes);
    await expect(refused).rejects.toMatchObject({
      code: 'storage/unwritable',
      message: expect.stringContaining('no room'),
    });
  },
);

test.skipIf(process.platform === 'win32')('what is no file is written to, and stays what it is', async () => {
  await writeDocument('/dev/null', bytes);
  expect(statSync('/dev/null').isFile()).toBe(false);
});
