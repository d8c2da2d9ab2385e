import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryShelf, play, someHappening } from './fixtures/history.ts';
import { someText } from './fixtures/scenes.ts';

/** By hand: `RUNS=10000 SEED=random npx vitest run src/markup/lines-stand.test.ts`. */
const RUNS = Number(process.env['RUNS'] ?? 300);

test(
  'whatever is written, locked, generated, decided and undone: locked bytes stay, and no line of a person goes by itself',
  async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        someText,
        fc.array(someHappening, { minLength: 5, maxLength: 25 }),
        async (first, happenings) => {
          for (const [what, count] of Object.entries(await play(memoryShelf(first), happenings)))
            met.set(what, (met.get(what) ?? 0) + count);
        },
      ),
      { numRuns: RUNS },
    );
    for (const what of ['lock', 'unlock', 'rebase', 'undecided', 'decided', 'refused', 'restored'])
      expect(met.get(what) ?? 0, what).toBeGreaterThan(RUNS / 20);
  },
  120_000 + 100 * RUNS,
);
