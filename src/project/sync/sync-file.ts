import { basename } from 'node:path';
import type { Note } from '../../core/index.ts';
import type { NoteDocument } from '../../markup/index.ts';
import type { Wiring } from '../wiring.ts';
import { checkPlan } from './check-plan.ts';
import { commitSync, newProposals, newRecords, recordWrites } from './commit.ts';
import { compareFile } from './compare.ts';
import { editedScenes } from './edited-scenes.ts';
import { findFile } from './find-file.ts';
import { rememberFile } from './memory.ts';
import { proposeFrom } from './propose.ts';
import { readFile } from './read-file.ts';
import { countsOf, impliedBy, type SyncOptions, type SyncReport } from './report.ts';

/** Read a file back into its script. Errors as `ProjectSync.sync` has them. */
export async function syncFile(wiring: Wiring, options: SyncOptions): Promise<SyncReport> {
  const found = await findFile(wiring, options);
  const { script, path } = found;
  const name = basename(path);
  const read = await readFile(path, name);
  const { bibles, runs } = await wiring.storage();
  const untouched = {
    ...{ script, file: path, scenes: [], counts: countsOf([]), front: false, proposals: [], notes: read.notes },
    state: 'unchanged' as const,
  };
  if ((await runs.lastExport(path))?.fileHash === read.hash) return untouched;
  const { plan, exported, file, ...compared } = await compareFile(wiring, found, read);
  if (options.force !== true) checkPlan(plan, { script, name, exported, file });
  const desk = await wiring.deskOf(script);
  const proposals = await newProposals(desk, plan.proposals);
  const notes = await newRecords(desk, 'note', plan.notes);
  const writes = [...compared.writes, ...recordWrites('proposal', proposals), ...recordWrites('note', notes)];
  const report = {
    ...{ script, file: path, scenes: plan.scenes, counts: countsOf(plan.scenes), front: plan.front },
    proposals: impliedBy(proposals),
    notes: [...read.notes, ...compared.notes, ...[...notes.values()].map(asNote)],
  };
  if (options.dryRun === true) return { ...report, state: writes.length === 0 ? 'unchanged' : 'planned' };
  const changeSet = await commitSync(bibles, {
    ...{ story: compared.story, writes },
    author: { type: 'person', name: options.author ?? 'writer' },
    reason: `taken from ${name}`,
  });
  await rememberFile(runs, { script: script.id, home: wiring.dir, path }, plan.exported);
  // What was refused stands in the file alone: nothing may be written over it.
  if (report.counts.refused === 0) await runs.saveExport(path, { fileHash: read.hash, sourceHash: '' });
  if (changeSet === undefined) return { ...report, state: 'unchanged' };
  const done = { ...report, state: 'synced' as const, changeSet };
  if (options.ask !== true) return done;
  const implied = await proposeFrom(wiring, { script, scenes: editedScenes(compared.story, exported, plan) }, options);
  return { ...done, proposals: [...done.proposals, ...implied.proposals], notes: [...done.notes, ...implied.notes] };
}

/** A note that is kept, as one that is told. */
function asNote({ scene, rule, severity, message, quote, fix }: NoteDocument): Note {
  return {
    ...{ scene, rule, severity, message },
    ...(quote === undefined ? {} : { quote }),
    ...(fix === undefined ? {} : { fix }),
  };
}
