import type { Bible, Format, Outline, Script } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { Structure } from '../structure.ts';

/** An outline, and what it is held against. */
export interface OutlineToCheck {
  readonly bible: Bible;
  readonly outline: Outline;
  /** How many scenes were asked for; the format's custom unless given. */
  readonly script?: Pick<Script, 'scenes'>;
  readonly format: Format;
  readonly structure: Structure;
}

/**
 * Hold an outline against all that can be known of it without reading a scene. Nothing is changed, nothing thrown.
 *
 * `blocker`: the script cannot be right (a cause that comes later, somebody who knows what they have not learnt).
 * `major`: costs the audience something. `minor` and `info`: a diagnosis. In script order within a rule; the rules are
 * those of docs/structures.md.
 */
export function checkOutline(_asked: OutlineToCheck): readonly Note[] {
  return [];
}
