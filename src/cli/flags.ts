import type { Command } from 'commander';
import { someText } from './options.ts';

/** A flag: how it is told, with the name of its value; what it does; and how its value is read. */
export type Flag = readonly [told: string, does: string, read?: (text: string) => unknown];

/** The flags every command takes. */
export const COMMON_FLAGS: readonly Flag[] = [
  ['--project <folder>', 'folder of the project (default: the working folder)', someText('--project')],
  ['--json', 'print JSON Lines on stdout'],
  ['--no-color', 'print without colours'],
];

/** Give a command flags. */
export function addFlags(command: Command, flags: readonly Flag[]): Command {
  for (const [told, does, read] of flags) {
    if (read === undefined) command.option(told, does);
    else command.option(told, does, read);
  }
  return command;
}
