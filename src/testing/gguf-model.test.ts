import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type TinyModelOptions, writeTinyModel } from './gguf-model.ts';

async function written(options?: TinyModelOptions): Promise<Buffer> {
  const dir = await mkdtemp(join(tmpdir(), 'scriptgen-gguf-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = join(dir, 'a', 'tiny.gguf');
  await writeTinyModel(file, options);
  return readFile(file);
}

test('the same seed gives the same bytes, another gives others', async () => {
  expect((await written({ seed: 3 })).equals(await written({ seed: 3 }))).toBe(true);
  expect((await written({ seed: 3 })).equals(await written({ seed: 4 }))).toBe(false);
});

test('the file is small, and begins as a GGUF file of version 3', async () => {
  const file = await written();
  expect(file.subarray(0, 4).toString()).toBe('GGUF');
  expect(file.readUInt32LE(4)).toBe(3);
  expect(file.length).toBeLessThan(500_000);
  expect(file.length % 32).toBe(0);
});

test('the context, the words and the template are what was asked for', async () => {
  const [plain, larger] = [await written({ chatTemplate: null }), await written({ words: 40, contextLength: 32_000 })];
  expect(plain.includes('tokenizer.chat_template')).toBe(false);
  expect(larger.length).toBeGreaterThan(plain.length);
  const key = 'llama.context_length';
  expect(larger.readUInt32LE(larger.indexOf(key) + key.length + 4)).toBe(32_000);
});
