import type { Command } from 'commander';
import type { CallOptions } from '../../project.ts';
import type { ScriptFlags } from '../cli.ts';
import { someText } from '../options.ts';
import { pastTime } from '../since.ts';

/** Which calls a command is about. */
export interface CallFlags extends ScriptFlags {
  readonly run?: string;
  readonly scene?: string;
  readonly task?: string;
  readonly role?: string;
  readonly model?: string;
  readonly since?: string;
}

/** Add the flags that choose calls. */
export function addCallFlags(command: Command): Command {
  return command
    .option('--run <id>', 'calls of one run; last for the last run of the script', someText('--run'))
    .option('--scene <scene>', 'calls for one scene, by number or id', someText('--scene'))
    .option('--task <name>', 'calls of one task: scene.lines', someText('--task'))
    .option('--role <name>', 'calls of one role: director', someText('--role'))
    .option('--model <id>', 'calls to one model: provider/model', someText('--model'))
    .option('--since <time>', 'calls since then: 7d, 12h, or a date', pastTime('--since'))
    .option('-s, --script <name>', 'script they were for (default: every script)', someText('--script'));
}

/** The calls that flags choose. */
export function callOptions({ run, scene, task, role, model, since, script }: CallFlags): CallOptions {
  return {
    ...(run === undefined ? {} : { run }),
    ...(scene === undefined ? {} : { scene }),
    ...(task === undefined ? {} : { task }),
    ...(role === undefined ? {} : { role }),
    ...(model === undefined ? {} : { model }),
    ...(since === undefined ? {} : { from: since }),
    ...(script === undefined ? {} : { script }),
  };
}
