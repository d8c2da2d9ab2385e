import { ScriptGenError } from '../../core/index.ts';
import type {
  Call,
  CallLog,
  ExportFilter,
  GcOptions,
  GcReport,
  JournalCare,
  JournalFault,
  JournalSizes,
} from '../../steps/index.ts';
import { exportCassette, readCassette } from './cassette.ts';
import { type CallOptions, filterFor, type LedgerPlace, refuseUnknown, runNamed } from './filter.ts';
import { type RecordingPlace, watchModels } from './recorded-models.ts';
import { type Stats, type StatsOptions, sumStats } from './stats.ts';

/** What can be asked of the bill of a project. */
export interface ProjectLedger {
  /** Sum calls and what was saved, by what they have in common. */
  stats(options?: StatsOptions): Promise<Stats>;
  /** Calls, the newest first: 20 when it is not said how many. No text of a prompt or an answer is in them. */
  logs(options?: CallOptions & { readonly most?: number }): Promise<readonly Call[]>;
  /** One call by its id, or the first letters of it, with what was asked and what came. */
  log(id: string): Promise<CallLog>;
  /** The journal, for looking after it. */
  cache(): JournalDesk;
}

/** Which answers go into a file. All when nothing is named. */
export interface CassetteOptions {
  /** Those that this run paid for; `last` for the last run of the script. */
  readonly run?: string;
  /** Those that this script was made from. */
  readonly script?: string;
}

/** The journal of a project as a whole: the answers that are never paid for twice. */
export interface JournalDesk {
  sizes(): Promise<JournalSizes>;
  /** Throw away answers that nothing in use was made from. Lines of the bill stay. */
  gc(options: GcOptions): Promise<GcReport>;
  verify(): Promise<{ readonly checked: number; readonly faults: readonly JournalFault[] }>;
  /** Write answers to a file, to be taken in elsewhere: a recording. */
  exportTo(file: string, options?: CassetteOptions): Promise<{ readonly answers: number }>;
  /** Take in what `exportTo` wrote. Nothing is changed when the file is not sound; answers that are known stay. */
  importFrom(file: string): Promise<{ readonly added: number; readonly known: number }>;
}

/** How many calls are listed when nobody says. */
const LISTED = 20;

/** The bill of a project, over its storage. */
export function openLedger(place: LedgerPlace, recording: RecordingPlace): ProjectLedger {
  const care = async (): Promise<JournalCare> => (await place.storage()).care;
  const desk: JournalDesk = {
    sizes: async () => (await care()).sizes(),
    gc: async (options) => (await care()).gc(options),
    verify: async () => (await care()).verify(),
    exportTo: async (file, options = {}) => {
      const filter = await exportFilter(place, options);
      return { answers: await exportCassette(file, (await care()).export(filter), watchModels(recording)) };
    },
    importFrom: (file) => importCassette(file, place.create),
  };
  return {
    stats: (options = {}) => sumStats(place, options),
    logs: async ({ most = LISTED, ...options } = {}) => {
      const { ledger } = await place.storage();
      const filter = await filterFor(place, options);
      const calls = await ledger.calls(filter, most);
      if (calls.length === 0) await refuseUnknown(ledger, filter);
      return calls;
    },
    log: async (id) => {
      const found = await (await place.storage()).ledger.call(id);
      if (found !== undefined) return found;
      throw new ScriptGenError({
        code: 'input/invalid',
        message: `There is no call ${JSON.stringify(id)}.`,
        hint: 'scriptgen logs lists the calls; the first letters of an id are enough.',
      });
    },
    cache: () => desk,
  };
}

/** Take in all answers of a file, or none: all of it is read before anything is written. */
export async function importCassette(file: string, open: LedgerPlace['create']): ReturnType<JournalCare['import']> {
  for await (const _ of readCassette(file));
  return (await open()).care.import(readCassette(file));
}

async function exportFilter(place: LedgerPlace, { run, script }: CassetteOptions): Promise<ExportFilter> {
  if (run !== undefined) return { run: await runNamed(place, run, script) };
  return script === undefined ? {} : { script: (await place.getScript(script)).id };
}
