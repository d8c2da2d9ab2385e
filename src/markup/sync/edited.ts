import type { Block } from '../../screenplay/index.ts';
import type { EditDocument } from '../edit.ts';

/** The edit of a scene after a person made this of it as it reads. */
export function edited(
  generated: readonly Block[],
  edit: EditDocument | undefined,
  text: readonly Block[],
): EditDocument {
  return { ...edit, base: generated, text };
}
