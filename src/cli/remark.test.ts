import { expect, test } from 'vitest';
import type { RunEvent } from '../project.ts';
import { lineFor } from './lines.ts';
import { remarkOn } from './remark.ts';

const at = { batch: 'sgb_1', provider: 'anthropic' };

const since = '2026-11-26T18:00:00.000Z';

test.each<[RunEvent, string | undefined, string]>([
  [
    { type: 'run-wait', pid: 4711, host: 'desk', since },
    `waiting: process 4711 on desk works on this script since ${new Date(since).toLocaleTimeString()}; this run goes on from there when that has ended (Ctrl-C stops waiting)`,
    `run-wait desk 4711 ${since}`,
  ],
  [
    { type: 'batch-start', ...at, items: 60, resumed: false },
    'batch of 60 questions handed in at anthropic; it may take hours, and Ctrl-C loses nothing',
    'batch-start sgb_1 anthropic 60 questions',
  ],
  [{ type: 'batch-wait', batch: 'sgb_1', done: 34, total: 60 }, undefined, 'batch-wait sgb_1 34 of 60'],
  [
    {
      type: 'batch-retry',
      batch: 'sgb_1',
      code: 'model/unreachable',
      message: 'No network.',
      attempt: 1,
      waitMs: 5000,
    },
    'batch: No network. (model/unreachable) Asking again until it answers.',
    'batch-retry sgb_1 model/unreachable, again in 5.0 s',
  ],
  [
    {
      type: 'batch-retry',
      batch: 'sgb_1',
      code: 'model/unreachable',
      message: 'No network.',
      attempt: 2,
      waitMs: 9000,
    },
    undefined,
    'batch-retry sgb_1 model/unreachable, again in 9.0 s',
  ],
  [
    { type: 'batch-end', ...at, answered: 58, failed: 2 },
    'batch of anthropic: 58 of 60 questions answered',
    'batch-end sgb_1 58 answered, 2 not',
  ],
  [
    { type: 'batch-end', ...at, answered: 0, failed: 60, reason: 'The queue is full.' },
    'batch failed at anthropic: The queue is full; its 60 questions are asked by themselves',
    'batch-end sgb_1 0 answered, 60 not: The queue is full.',
  ],
  [
    { type: 'batch-leave', ...at, items: 60, again: false },
    'a batch of 60 questions goes on at anthropic; the next run with --batch fetches its answers',
    'batch-leave sgb_1 anthropic 60 questions',
  ],
  [
    { type: 'batch-leave', ...at, items: 60, again: true },
    'a batch of 60 questions goes on at anthropic; what is asked again without --batch is paid twice',
    'batch-leave sgb_1 anthropic 60 questions',
  ],
  [
    { type: 'batch-skip', model: 'local/qwen' },
    'local/qwen takes no batches: it is asked at once',
    'batch-skip local/qwen',
  ],
])('$0.type: what is said, and its line', (event, said, line) => {
  expect(remarkOn(event, { batched: 1 })).toBe(said);
  expect(lineFor(event, new Map())).toBe(line);
});

test('what is always so is said with the first batch of a run', () => {
  const start: RunEvent = { type: 'batch-start', ...at, items: 1, resumed: true };
  expect(remarkOn(start, { batched: 2 })).toBe('batch of 1 question goes on at anthropic');
});
