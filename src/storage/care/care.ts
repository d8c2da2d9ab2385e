import type { JournalCare } from '../../steps/index.ts';
import type { Parts } from '../backend.ts';
import { exportRows, importRows } from './cassette.ts';
import { collect } from './gc.ts';
import { sizesOf } from './sizes.ts';
import { verifyAnswers } from './verify.ts';

/** Make what looks after the journal of a database. */
export function createJournalCare({ db, write }: Pick<Parts, 'db' | 'write'>): JournalCare {
  return {
    sizes: () => sizesOf(db),
    gc: (options) => collect({ db, write }, options),
    verify: () => verifyAnswers(db),
    export: (filter) => exportRows(db, filter),
    import: (rows) => importRows({ write }, rows),
  };
}
