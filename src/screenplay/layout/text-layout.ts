import type { ActBreak, Action, Centered, General, Lyrics, Shot, Transition } from '../tree.ts';
import type { GroupKind } from './group.ts';
import type { Profile } from './profile.ts';
import type { PassageStyle } from './row.ts';
import type { ElementStyle } from './styled-line.ts';

/** Where the text of a block stands and how it looks. */
export interface TextLayout extends PassageStyle {
  readonly kind: GroupKind;
  readonly spaceBefore: number;
  readonly style?: ElementStyle;
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
      return { kind: type, element: type, column: body, spaceBefore };
    case 'lyrics':
      return { kind: type, element: type, column: speech, spaceBefore, style: { italic: true } };
    case 'shot':
      return { kind: type, element: type, column: body, spaceBefore, style: { capitals: true } };
    case 'transition':
      return { kind: type, element: type, column: transition, align: 'right', spaceBefore, style: { capitals: true } };
    case 'centered':
      return { kind: type, element: type, column: body, align: 'center', spaceBefore };
    case 'general':
      return block.element === 'Cast List'
        ? { kind: type, element: type, column: castList, spaceBefore: spacing.castList, style: { capitals: true } }
        : { kind: type, element: type, column: general, spaceBefore: spacing.general };
    case 'actBreak':
      return {
        kind: block.edge === 'start' ? 'actStart' : 'actEnd',
        element: type,
        column: body,
        align: 'center',
        spaceBefore: block.edge === 'start' ? spacing.other : spacing.actEnd,
        style: { capitals: true, underline: true },
      };
  }
}
