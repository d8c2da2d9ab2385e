import { expect, test } from 'vitest';
import { measureReader, READERS } from './fixtures/measure-reader.ts';
import { expectedOf } from './fixtures/simulated-reader.ts';

/* The model path with readers of stated accuracy. What comes of it is told in docs/continuity.md and by `npm run bench -- continuity`. */

const COUNT = Number(process.env['RUNS'] ?? 6) * 5;

/** Four standard errors of a share: one run in 15,000 lies outside by chance. */
function margin(share: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / COUNT) + 1e-9;
}

test('what a reader finds through the whole pipeline is what its accuracy lets expect', async () => {
  const reader = READERS.expected;
  const measured = await measureReader(reader, COUNT);
  const expected = expectedOf(reader);
  expect(measured.conflicts).toBe(COUNT);
  expect(Math.abs(measured.judged / COUNT - expected.judged)).toBeLessThan(margin(expected.judged));
  expect(Math.abs(measured.found / COUNT - expected.recall)).toBeLessThan(margin(expected.recall));
  expect(Math.abs(measured.alarmed / COUNT - expected.alarmed)).toBeLessThan(margin(expected.alarmed));
  expect(Math.abs(measured.alarms / COUNT - expected.alarms)).toBeLessThan(margin(expected.alarms));
  expect(measured.others).toBe(0);
}, 120_000);

test('a reader that sees all finds all and invents nothing; one that sees nothing finds nothing', async () => {
  const perfect = await measureReader({ extracts: 1, sensitivity: 1, specificity: 1, audits: 0, invents: 0 }, 10);
  expect(perfect).toMatchObject({ judged: 10, found: 10, alarmed: 0, alarms: 0, others: 0 });
  const blind = await measureReader({ extracts: 0, sensitivity: 1, specificity: 0, audits: 0, invents: 0 }, 5);
  expect(blind).toMatchObject({ found: 0, alarms: 0, others: 0 });
}, 120_000);

test('only two votes make a finding: a reader that takes every second pair for a conflict is stopped three times in four', async () => {
  const reader = { extracts: 1, sensitivity: 0.5, specificity: 1, audits: 0, invents: 0 };
  const { judged } = await measureReader(reader, COUNT);
  expect(Math.abs(judged / COUNT - 0.25)).toBeLessThan(margin(0.25));
}, 120_000);
