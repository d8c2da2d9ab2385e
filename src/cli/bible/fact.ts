import type { Command } from 'commander';
import type { Fact } from '../../project.ts';
import type { Cli } from '../cli.ts';
import { invalid } from '../failure.ts';
import { oneLine } from '../text.ts';
import { changeOne } from './change-one.ts';
import { AS, type ChangeFlags, changeOptions, ENTRY, REASON, SCRIPT } from './flags.ts';

interface FactFlags extends ChangeFlags {
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownTo?: readonly string[];
  readonly believes?: readonly string[];
  readonly secretUntil?: string;
  readonly id?: string;
}

/** Facts: what holds for a part of the story, or is not known to everybody. */
export function addFacts(bible: Command, cli: Cli): void {
  bible
    .command('fact')
    .description('Say what is true of an entry for a part of the story, or who knows it.')
    .argument('<entry>', ENTRY)
    .argument('<text>', 'the fact: "left arm in a cast"')
    .option('--field <field>', 'the field whose value it is for that time: look')
    .option('--from <scene>', 'the first scene in which it holds, by number or id')
    .option('--to <scene>', 'the last one')
    .option('--known-to <who...>', 'who knows it; with a scene, since when: Tom Maya@4')
    .option('--believes <belief...>', 'who takes something else for true: "Otto=it was a gift"')
    .option('--secret-until <scene>', 'kept from everybody else before that scene')
    .option('--id <fact>', 'the fact to replace')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, text: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<FactFlags>();
      await changeOne(
        cli,
        flags,
        entry,
        (open) => open.setFact(entry, factFrom(text, flags), changeOptions(flags)),
        (name) => `${name}, fact`,
      );
    });
  bible
    .command('rm-fact')
    .description('Take a fact away.')
    .argument('<entry>', ENTRY)
    .argument('<fact>', 'its id: fa_…')
    .option(...REASON)
    .option(...AS)
    .option(...SCRIPT)
    .action(async (entry: string, fact: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ChangeFlags>();
      await changeOne(
        cli,
        flags,
        entry,
        (open) => open.removeFact(entry, fact, changeOptions(flags)),
        (name) => `${name}, ${fact} removed`,
      );
    });
}

function factFrom(value: string, flags: FactFlags): Omit<Fact, 'id'> & { readonly id?: string } {
  const { field, from, to, secretUntil, id, knownTo = [], believes = [] } = flags;
  const holders = [
    ...knownTo.map((one) => {
      const [character = '', since] = one.split('@');
      return { character, ...(since === undefined ? {} : { since }) };
    }),
    ...believes.map((one) => {
      const [, character, belief] = /^([^=]+)=([\s\S]+)$/.exec(one) ?? [];
      if (character === undefined || belief === undefined)
        throw invalid(`'${oneLine(one)}' is no name=belief`, 'for example: --believes "Otto=it was a gift"');
      return { character, believes: belief };
    }),
  ];
  return {
    value,
    ...(id === undefined ? {} : { id }),
    ...(field === undefined ? {} : { field }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(secretUntil === undefined ? {} : { secretUntil }),
    ...(holders.length === 0 ? {} : { holders }),
  };
}
