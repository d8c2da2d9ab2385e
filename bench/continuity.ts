import { accuracyOf, precisionOf, recallOf } from '../src/continuity/fixtures/accuracy.ts';
import { FAULTS } from '../src/continuity/fixtures/faults.ts';
import { LOOKALIKES } from '../src/continuity/fixtures/lookalikes.ts';
import { measureReader, READERS } from '../src/continuity/fixtures/measure-reader.ts';
import { allStories, lookOver } from '../src/continuity/fixtures/measure-rules.ts';
import { expectedOf } from '../src/continuity/fixtures/simulated-reader.ts';
import { figure } from './support.ts';

/** What continuity finds of what was planted: by rule, and by simulated readers beside what their accuracy lets expect. */
export async function benchContinuity(): Promise<void> {
  const stories = await allStories(30);
  const faults = accuracyOf(lookOver(stories, FAULTS));
  for (const { kind, planted, found, false: wrong } of faults)
    figure(`continuity, ${kind}`, `${found} of ${planted} found, ${wrong} others told`);
  figure('continuity, rules', `recall ${recallOf(faults).toFixed(3)}, precision ${precisionOf(faults).toFixed(3)}`);
  const innocent = accuracyOf(lookOver(stories, LOOKALIKES));
  const documents = lookOver(stories, LOOKALIKES).length;
  figure('continuity, lookalikes', `${innocent.reduce((sum, row) => sum + row.false, 0)} told in ${documents} scripts`);
  for (const [name, accuracy] of Object.entries(READERS)) {
    const { conflicts, innocent: without, found, alarms, calls } = await measureReader(accuracy, 100);
    const { recall, alarms: expected } = expectedOf(accuracy);
    figure(
      `continuity, ${name} reader`,
      `recall ${(found / conflicts).toFixed(3)} (expected ${recall.toFixed(3)}), false alarms ${(alarms / without).toFixed(3)} (expected ${expected.toFixed(3)}), ${calls} calls`,
    );
  }
}
