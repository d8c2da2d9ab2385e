import type { Area } from '../areas.ts';

/** A report as what stands on its pages, before it is printed in any form. Texts may hold anything but layout. */
export type Piece =
  | { readonly type: 'title' | 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  /** What stands beside a label. */
  | { readonly type: 'rows'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'list'; readonly items: readonly string[] };

/** The title of a part of the report. */
export function heading(text: string): Piece {
  return { type: 'heading', text };
}

/** Running text. */
export function paragraph(text: string): Piece {
  return { type: 'paragraph', text };
}

/** A list under a title of its own; nothing where there is nothing to list. */
export function listed(title: string, items: readonly string[]): readonly Piece[] {
  return items.length === 0
    ? []
    : [
        { type: 'subheading', text: title },
        { type: 'list', items },
      ];
}

/** An area as it begins a line. */
export function capital(area: Area | 'overall'): string {
  return area.charAt(0).toUpperCase() + area.slice(1);
}

/** A count and its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number with its sign: `+0.50`. */
export function signed(value: number, digits = 2): string {
  return `${value > 0 ? '+' : value < 0 ? '-' : ''}${Math.abs(value).toFixed(digits)}`;
}

/** A signed number without zeros behind the point: `+0.5`. */
export function trimmed(value: number): string {
  return signed(value).replace(/\.?0+$/u, '');
}
