import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addChanges } from './change.ts';
import { addEdit } from './edit.ts';
import { addExtract } from './extract.ts';
import { addFiles } from './files.ts';
import { addHistory } from './history.ts';
import { addKinds } from './kinds.ts';
import { addNew } from './new.ts';
import { addReading } from './read.ts';

/** `scriptgen bible …`: read and edit what is true in a story. Nothing is ever overwritten: an edit is a new version. */
export function addBible(program: Command, cli: Cli): void {
  const bible = program
    .command('bible')
    .summary('read and edit the bible: list, show, add, edit, set, log, diff, undo, search …')
    .description(
      'Read and edit the bible: people, places, plot threads, themes, and kinds of your own. Every edit is a new version.',
    );
  addReading(bible, cli);
  addChanges(bible, cli);
  addEdit(bible, cli);
  addHistory(bible, cli);
  addExtract(bible, cli);
  addFiles(bible, cli);
  addKinds(bible, cli);
  addNew(bible, cli);
}
