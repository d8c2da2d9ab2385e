/**
 * Speed and resilience, measured on this machine: `npm run bench`, or `npm run bench -- schedule` for one.
 * Figures are printed, never asserted: machines differ.
 */
import { benchBible } from './bible.ts';
import { benchCalls } from './calls.ts';
import { benchContinuity } from './continuity.ts';
import { benchCrash } from './crash.ts';
import { benchDocument } from './document.ts';
import { benchFuzz } from './fuzz.ts';
import { benchLedger } from './ledger.ts';
import { benchLlm } from './llm.ts';
import { benchOffline } from './offline.ts';
import { benchPropagation } from './propagation.ts';
import { benchSchedule } from './schedule.ts';
import { benchUnchanged } from './unchanged.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  offline: benchOffline,
  unchanged: benchUnchanged,
  propagation: benchPropagation,
  schedule: benchSchedule,
  continuity: benchContinuity,
  crash: benchCrash,
  document: benchDocument,
  fuzz: benchFuzz,
  bible: benchBible,
  llm: benchLlm,
  ledger: benchLedger,
  calls: benchCalls,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `there is no bench named ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) await BENCHES[name]?.();
}
