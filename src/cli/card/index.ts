import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addChanges } from './change.ts';
import { addHistory } from './history.ts';
import { addReading } from './read.ts';
import { addShaping } from './shape.ts';

/** `scriptgen card …`: read and change the scene cards of an outline. A scene keeps its id, and its text as far as it can. */
export function addCard(program: Command, cli: Cli): void {
  const card = program
    .command('card')
    .summary('read and change scene cards: list, show, set, add, move, split, merge, rm, restore, log')
    .description(
      'Read and change the scene cards of an outline. A scene keeps its id and its text; what a change makes stale, scriptgen plan tells.',
    );
  addReading(card, cli);
  addChanges(card, cli);
  addShaping(card, cli);
  addHistory(card, cli);
}
