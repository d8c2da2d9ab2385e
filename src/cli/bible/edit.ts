import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
export function addEdit(_bible: Command, _cli: Cli): void {}
