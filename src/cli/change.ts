import type { Change } from '../project.ts';
import { cut, oneLine } from './text.ts';

/** Versions are `v3` or a short hash, but a fact or a logline is its own version. */
const VERSION_CELLS = 24;

/** What stands in the place of a version that nobody wrote yet. */
const PROPOSED = '(proposed)';

/** A change in a few words: `MAYA.voice v3 → v4`, `card.goal new at v2`, `MAYA.fear no longer read`. */
export function changeText({ label, from, to }: Change): string {
  const name = oneLine(label);
  // A text that is to be written: which it will be, nobody knows.
  if (to === undefined && from === undefined) return name;
  if (to === undefined) return `${name} no longer read`;
  if (to === PROPOSED)
    return from === undefined || isHash(from) ? `${name} ${to}` : `${name} ${versionText(from)} → ${to}`;
  if (isHash(to) && (from === undefined || isHash(from))) return `${name} ${from === undefined ? 'new' : 'changed'}`;
  if (from === undefined) return `${name} new at ${versionText(to)}`;
  return `${name} ${versionText(from)} → ${versionText(to)}`;
}

/** A version, cut to a few words; nothing for a hash, which tells a reader nothing. */
export function versionText(version: string): string {
  return isHash(version) ? '' : cut(oneLine(version), VERSION_CELLS);
}

function isHash(version: string): boolean {
  return /^[0-9a-f]{8}$/.test(version);
}

/** A label as source and field: `MAYA.voice` is MAYA and voice, `prompt scene.direct` is prompt and scene.direct. */
export function splitLabel(label: string): readonly [source: string, field: string] {
  const kind = /^(prompt|model) (?:of the )?(.+)$/.exec(label);
  if (kind) return [kind[1] ?? '', kind[2] ?? ''];
  const own = /^(.+)(?:\.([^.\s]+)| (knows))$/.exec(label);
  return own ? [own[1] ?? '', own[2] ?? own[3] ?? ''] : [label, ''];
}
