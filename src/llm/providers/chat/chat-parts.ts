import type { Gathered } from '../gather.ts';
import { fieldsOf } from '../said.ts';

/** The texts of the `content` of a message: one text, or a list of parts (Mistral), of which thinking is not kept. */
export function textsOf(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  return Array.isArray(content) ? content.map(textOf) : [];
}

function textOf(part: unknown): string {
  const { type, text } = fieldsOf(part);
  return type === 'text' && typeof text === 'string' ? text : '';
}

/** What a `finish_reason` means. */
export function finishOf(raw: string | undefined, refused: boolean): NonNullable<Gathered['finish']>['unified'] {
  switch (raw) {
    case 'stop':
      return refused ? 'content-filter' : 'stop';
    case 'length':
      return 'length';
    case 'content_filter':
      return 'content-filter';
    default:
      return 'other';
  }
}
