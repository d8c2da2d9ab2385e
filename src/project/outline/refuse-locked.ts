import type { Story } from '../../agents/index.ts';
import { ScriptGenError } from '../../core/index.ts';

/** @throws ScriptGenError `markup/locked` while the outline is locked: who locked it, and when. */
export function refuseLockedOutline({ markup }: Story): void {
  const lock = markup?.locks.find(({ scope }) => scope === 'outline');
  if (lock === undefined) return;
  throw new ScriptGenError({
    code: 'markup/locked',
    message: `The outline is locked by ${lock.by.name}, since ${lock.time.slice(0, 10)}${lock.reason === '' ? '' : `: ${lock.reason}`}.`,
    hint: 'Unlock it first: scriptgen unlock outline',
  });
}
