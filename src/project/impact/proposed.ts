import type { Role } from '../../prompts/index.ts';
import type { OutlineChange } from '../outline/change.ts';

/** A change that is not made: one of the bible, of the outline, or of how scenes are asked for. */
export type Proposed =
  /** One field of an entry, as {@link ScriptBible.setField} takes it. */
  | { readonly type: 'entry'; readonly entry: string; readonly field: string; readonly value: string }
  | OutlineChange
  /** Another model, for one role or for all. */
  | { readonly type: 'model'; readonly role?: Role; readonly model: string }
  /** Another text of a prompt: the whole file. */
  | { readonly type: 'prompt'; readonly prompt: string; readonly text: string }
  /** What the director is told of a scene beside its card; nothing any more where it is empty. */
  | { readonly type: 'instruction'; readonly scene: string; readonly text: string };
