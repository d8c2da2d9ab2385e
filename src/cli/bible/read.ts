import type { Command } from 'commander';
import type { EntryState, ViewerName } from '../../project.ts';
import { type Cli, dataWidth, EXIT_FINDINGS, print, printJson, type ScriptFlags } from '../cli.ts';
import { oneOf, wholeNumber } from '../options.ts';
import { contextLines, hitLines, knowledgeLines, noteLines, useLines } from './answer-lines.ts';
import { entryLines, entryTable } from './entry-lines.ts';
import { ENTRY, namesOf, SCRIPT, withBible } from './flags.ts';

interface ListFlags extends ScriptFlags {
  readonly drafts?: boolean;
  readonly removed?: boolean;
}

interface SearchFlags extends ScriptFlags {
  readonly in?: 'entry' | 'version' | 'card' | 'scene';
  readonly limit?: number;
}

interface ContextFlags extends ScriptFlags {
  readonly for: string;
  readonly tokens?: number;
}

const OVERSEERS: readonly ViewerName[] = ['planner', 'director', 'dramaturge', 'continuity'];

/** The commands that read a bible and change nothing. */
export function addReading(bible: Command, cli: Cli): void {
  addList(bible, cli);
  addShow(bible, cli);
  addFinding(bible, cli);
  addKnowing(bible, cli);
}

function addList(bible: Command, cli: Cli): void {
  bible
    .command('list')
    .description('List the entries.')
    .option('--drafts', 'those that were proposed and wait to be accepted')
    .option('--removed', 'those that were taken away')
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ListFlags>();
      const states: EntryState[] = [
        ...(flags.drafts ? ['draft' as const] : []),
        ...(flags.removed ? ['removed' as const] : []),
      ];
      const entries = await withBible(cli, flags, (open) => open.list(states.length === 0 ? undefined : states));
      if (flags.json) printJson(cli, 'entry', entries);
      else print(cli, entryTable(entries, dataWidth(cli.io)));
    });
}

function addShow(bible: Command, cli: Cli): void {
  bible
    .command('show')
    .description('Show an entry: every field, and the version it last changed in.')
    .argument('<entry>', ENTRY)
    .option('--at-scene <scene>', 'as it is true in that scene, by number or id')
    .option(...SCRIPT)
    .action(async (name: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags & { readonly atScene?: string }>();
      const { atScene } = flags;
      await withBible(cli, flags, async (open) => {
        const entry = await (atScene === undefined ? open.get(name) : open.getAt(name, atScene));
        if (flags.json) printJson(cli, 'entry', [entry]);
        else print(cli, entryLines(entry, dataWidth(cli.io), await namesOf(open)));
      });
    });
}

function addFinding(bible: Command, cli: Cli): void {
  bible
    .command('search')
    .description('Find words in entries, scene cards and scenes. "Words in quotes" must stand together.')
    .argument('<words...>', 'what to look for; the last word may be unfinished')
    .option(
      '--in <what>',
      'only in entry, version (older ones), card or scene',
      oneOf('--in', ['entry', 'version', 'card', 'scene']),
    )
    .option('--limit <count>', 'at most so many (default: 20)', wholeNumber('--limit', 1, 1000))
    .option(...SCRIPT)
    .action(async (words: readonly string[], _own: object, command: Command) => {
      const flags = command.optsWithGlobals<SearchFlags>();
      const options = {
        ...(flags.in === undefined ? {} : { in: [flags.in] }),
        ...(flags.limit === undefined ? {} : { limit: flags.limit }),
      };
      await withBible(cli, flags, async (open) => {
        const hits = await open.search(words.join(' '), options);
        if (flags.json) printJson(cli, 'hit', hits);
        else print(cli, hitLines(hits, await namesOf(open)));
      });
    });
  bible
    .command('where-used')
    .description('List the scenes that read an entry, or one field of it, and those that name it.')
    .argument('<entry>', ENTRY)
    .argument('[field]', 'a field: want, voice')
    .option(...SCRIPT)
    .action(async (name: string, field: string | undefined, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const uses = await withBible(cli, flags, (open) => open.whereUsed(name, field));
      if (flags.json) printJson(cli, 'use', uses);
      else print(cli, useLines(uses));
    });
  bible
    .command('validate')
    .description(
      'Check the bible as a whole: fields, places inside places, names given twice, facts that end before they begin.',
    )
    .option(...SCRIPT)
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      const notes = await withBible(cli, flags, (open) => open.validate());
      if (flags.json) printJson(cli, 'note', notes);
      else print(cli, noteLines(notes));
      if (notes.some(({ severity }) => severity === 'blocker' || severity === 'major')) cli.exit(EXIT_FINDINGS);
    });
}

function addKnowing(bible: Command, cli: Cli): void {
  bible
    .command('context')
    .description('Print what a character, or another viewer, is shown in a scene, with the tokens of each part.')
    .argument('<scene>', 'number of the scene, or its id')
    .requiredOption('--for <viewer>', `a character by name, or ${OVERSEERS.join(', ')}`)
    .option('--tokens <count>', 'leave out what weighs least beyond so many', wholeNumber('--tokens', 1))
    .option(...SCRIPT)
    .action(async (scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ContextFlags>();
      const viewer = OVERSEERS.find((role) => role === flags.for.toLowerCase()) ?? { character: flags.for };
      const limits = flags.tokens === undefined ? {} : { tokens: flags.tokens };
      const context = await withBible(cli, flags, (open) => open.context(scene, viewer, limits));
      if (flags.json) printJson(cli, 'context', [context]);
      else print(cli, contextLines(context));
    });
  bible
    .command('knows')
    .description('List what a character knows in a scene beyond what is to be seen.')
    .argument('<character>', ENTRY)
    .argument('<scene>', 'number of the scene, or its id')
    .option(...SCRIPT)
    .action(async (character: string, scene: string, _own: object, command: Command) => {
      const flags = command.optsWithGlobals<ScriptFlags>();
      await withBible(cli, flags, async (open) => {
        const known = await open.knows(character, scene);
        if (flags.json) printJson(cli, 'knowledge', known);
        else print(cli, knowledgeLines(known, await namesOf(open)));
      });
    });
}
