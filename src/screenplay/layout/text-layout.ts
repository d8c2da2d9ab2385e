import type { ActBreak, Action, Centered, General, Lyrics, Shot, Transition } from '../tree.ts';
import type { GroupKind } from './group.ts';
import type { PassageStyle } from './passage.ts';
import type { Profile } from './profile.ts';

/** Where the text of a block stands and how it looks. */
export interface TextLayout {
  readonly kind: GroupKind;
  readonly spaceBefore: number;
  readonly style: PassageStyle;
}

/** How a block that is nothing but its text is laid out. A cast list and the lines around an act are in capitals, as in Final Draft. */
export function textLayout(
  block: Action | Lyrics | Shot | Transition | Centered | General | ActBreak,
  { body, speech, transition, general, castList, spacing }: Profile,
): TextLayout {
  const { type } = block;
  const spaceBefore = spacing.other;
  switch (type) {
    case 'action':
      return { kind: type, spaceBefore, style: { column: body, element: type } };
    case 'lyrics':
      return { kind: type, spaceBefore, style: { column: speech, element: type, italic: true } };
    case 'shot':
      return { kind: type, spaceBefore, style: { column: body, element: type, capitals: true } };
    case 'transition':
      return { kind: type, spaceBefore, style: { column: transition, element: type, align: 'right', capitals: true } };
    case 'centered':
      return { kind: type, spaceBefore, style: { column: body, element: type, align: 'center' } };
    case 'general':
      return block.element === 'Cast List'
        ? { kind: type, spaceBefore: spacing.castList, style: { column: castList, element: type, capitals: true } }
        : { kind: type, spaceBefore: spacing.general, style: { column: general, element: type } };
    case 'actBreak': {
      const style = { column: body, element: type, align: 'center', capitals: true, underline: true } as const;
      return block.edge === 'start'
        ? { kind: 'actStart', spaceBefore, style }
        : { kind: 'actEnd', spaceBefore: spacing.actEnd, style };
    }
  }
}
