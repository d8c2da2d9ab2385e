import type { Command } from 'commander';
import type { SceneScope } from '../project.ts';
import { listOf, someText } from './options.ts';

/** The flags that name scenes. */
export interface ScopeFlags {
  readonly scenes?: readonly string[];
  readonly only?: readonly string[];
  readonly onlyStale?: boolean;
  readonly anew?: boolean;
}

/** Give a command the flags that name scenes. */
export function addScopeFlags(command: Command): Command {
  return command
    .option('--scenes <list>', 'only these scenes, by number: 3-7,12', listOf(someText('--scenes')))
    .option('--only <scene>', 'only this scene, by number or id; may be given again', listOf(someText('--only')))
    .option('--only-stale', 'only scenes that have a text: none is written for the first time')
    .option('--anew', 'ask all of the scenes named once more, for another take; the one there is kept');
}

/** The scenes that these flags name. */
export function scopeOptions({ scenes, only, onlyStale, anew }: ScopeFlags): Omit<SceneScope, 'rewrite'> {
  return {
    ...(scenes === undefined && only === undefined ? {} : { scenes: [...(scenes ?? []), ...(only ?? [])] }),
    ...(onlyStale === undefined ? {} : { onlyStale }),
    ...(anew === undefined ? {} : { anew }),
  };
}
