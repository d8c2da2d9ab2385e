import type { Note } from '../../core/index.ts';
import { expectedPages, pageBudget } from '../pages.ts';
import { type Laid, remark } from './laid.ts';

/** How far expected pages may be from the budget, as a part of it and in pages. */
const PAGES_OFF = 0.1;
const LEAST_OFF = 1;

/** The script is as long as its format, and has no more places and people than that can pay for. */
export function budgetNotes(laid: Laid): readonly Note[] {
  if (laid.cards.length === 0) return [];
  return [...pageNotes(laid), ...countNotes(laid), ...limitNotes(laid)];
}

function pageNotes({ cards, shape, asked }: Laid): readonly Note[] {
  const budget = pageBudget(shape, asked ?? cards.length);
  const pages = expectedPages(cards);
  if (Math.abs(pages - budget) <= Math.max(LEAST_OFF, PAGES_OFF * budget)) return [];
  const way = pages > budget ? 'shorter' : 'longer';
  return [
    remark('page-budget', {
      severity: 'major',
      message: `The scenes will take about ${pages.toFixed(0)} pages; ${budget.toFixed(0)} are planned for.`,
      fix: `Make scenes ${way}, or plan ${pages > budget ? 'fewer' : 'more'} of them.`,
    }),
  ];
}

function countNotes({ cards, shape, asked }: Laid): readonly Note[] {
  const { scenes, format } = shape;
  const [from, to] = asked === undefined ? [scenes.from, scenes.to] : [asked, asked];
  if (cards.length >= from && cards.length <= to) return [];
  const wanted = asked === undefined ? `a ${format} has ${from} to ${to}` : `${asked} were asked for`;
  return [
    remark('scene-count', {
      severity: 'minor',
      message: `There are ${cards.length} scenes; ${wanted}.`,
      fix: cards.length < from ? 'Plan more scenes.' : 'Plan fewer scenes.',
    }),
  ];
}

function limitNotes({ cards, shape }: Laid): readonly Note[] {
  const { roles, places, format } = shape;
  const speaking = new Set(
    cards.flatMap(({ speakers, extras = [] }) => [...speakers, ...extras.map(({ name }) => name.toLowerCase())]),
  );
  const settings = new Set(cards.map(({ setting }) => setting));
  const over = (rule: string, count: number, most: number, what: string): readonly Note[] =>
    count <= most
      ? []
      : [
          remark(rule, {
            severity: 'minor',
            message: `${count} ${what}, more than the ${most} that a ${format} can usually pay for.`,
            fix: 'Let some be one, where the story allows it.',
          }),
        ];
  return [
    ...over('roles', speaking.size, roles, 'people speak'),
    ...over('places', settings.size, places, 'places are shown'),
  ];
}
