import { type Item, isEmpty } from './item.ts';
import { printItem } from './print.ts';

/** How long a context may be. */
export interface Limits {
  /** Tokens of the printed entries; no limit unless given. */
  readonly tokens?: number;
  /** Counts the tokens of a text. Unless given a token is taken for four characters, as in English prose. */
  readonly countTokens?: (text: string) => number;
}

/** Something that is there and is not shown. */
export interface LeftOut {
  /** `MAYA.backstory`; for what a character does not know, never its value. */
  readonly label: string;
  /** `limit`: the context would be too long; `unknown`: the character does not know it. */
  readonly reason: 'limit' | 'unknown';
}

/** An item with the tokens it takes. */
export interface FittedItem {
  readonly item: Item;
  readonly tokens: number;
}

/** What fits. */
export interface Fitted {
  readonly items: readonly FittedItem[];
  readonly left: readonly LeftOut[];
}

/**
 * Leave out the items of least weight until the rest fits, of equal weight the later ones first. Names go last: who is
 * there is known as long as anything fits.
 */
export function fitItems(
  all: readonly Item[],
  { tokens = Number.POSITIVE_INFINITY, countTokens = quarter }: Limits,
): Fitted {
  const fitted = all.map((item) => ({ item, tokens: isEmpty(item) ? 0 : countTokens(printedItem(item)) }));
  let sum = fitted.reduce((total, one) => total + one.tokens, 0);
  const out = new Set<FittedItem>();
  const order = fitted.map((one, place) => ({ one, place })).filter(({ one }) => one.tokens > 0);
  order.sort((a, b) => a.one.item.weight - b.one.item.weight || b.place - a.place);
  for (const { one } of order) {
    if (sum <= tokens) break;
    out.add(one);
    sum -= one.tokens;
  }
  const items = fitted.filter((one) => !out.has(one));
  const left = [...out].map(({ item }): LeftOut => ({ label: item.reference.label, reason: 'limit' }));
  return { items, left };
}

/** An item with the line ends that it takes in a context: entries are a blank line apart. */
function printedItem(item: Item): string {
  return `${printItem(item)}\n${item.as === 'name' ? '\n' : ''}`;
}

/** Four characters a token: a common rule of thumb (https://help.openai.com/en/articles/4936856). */
function quarter(text: string): number {
  return Math.ceil(text.length / 4);
}
