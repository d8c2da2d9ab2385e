import type { ActBreak, Action, Centered, General, Lyrics, Shot, Transition } from '../tree.ts';
import type { GroupKind } from './group.ts';
import { type PassageStyle, passageStyle } from './passage.ts';
import type { Profile } from './profile.ts';

/** A block that is nothing but its text. */
type TextBlock = Action | Lyrics | Shot | Transition | Centered | General | ActBreak;

/** Where the text of a block stands and how it looks. */
export interface TextLayout {
  readonly kind: GroupKind;
  readonly spaceBefore: number;
  readonly style: PassageStyle;
}

/** How blocks are laid out that are nothing but their text. */
export type TextLayouts = Readonly<
  Record<Exclude<TextBlock['type'], 'actBreak'> | 'castList' | 'actStart' | 'actEnd', TextLayout>
>;

/** Read them from a profile. A cast list and the lines around an act are in capitals, as in Final Draft. */
export function textLayouts({ body, speech, transition, general, castList, spacing }: Profile): TextLayouts {
  const above = spacing.other;
  const act = passageStyle({ column: body, element: 'actBreak', align: 'center', capitals: true, underline: true });
  return {
    action: { kind: 'action', spaceBefore: above, style: passageStyle({ column: body, element: 'action' }) },
    lyrics: {
      kind: 'lyrics',
      spaceBefore: above,
      style: passageStyle({ column: speech, element: 'lyrics', italic: true }),
    },
    shot: { kind: 'shot', spaceBefore: above, style: passageStyle({ column: body, element: 'shot', capitals: true }) },
    transition: {
      kind: 'transition',
      spaceBefore: above,
      style: passageStyle({ column: transition, element: 'transition', align: 'right', capitals: true }),
    },
    centered: {
      kind: 'centered',
      spaceBefore: above,
      style: passageStyle({ column: body, element: 'centered', align: 'center' }),
    },
    general: {
      kind: 'general',
      spaceBefore: spacing.general,
      style: passageStyle({ column: general, element: 'general' }),
    },
    castList: {
      kind: 'general',
      spaceBefore: spacing.castList,
      style: passageStyle({ column: castList, element: 'general', capitals: true }),
    },
    actStart: { kind: 'actStart', spaceBefore: above, style: act },
    actEnd: { kind: 'actEnd', spaceBefore: spacing.actEnd, style: act },
  };
}

/** How a block is laid out that is nothing but its text. */
export function textLayout(block: TextBlock, layouts: TextLayouts): TextLayout {
  if (block.type === 'actBreak') return block.edge === 'start' ? layouts.actStart : layouts.actEnd;
  return block.type === 'general' && block.element === 'Cast List' ? layouts.castList : layouts[block.type];
}
