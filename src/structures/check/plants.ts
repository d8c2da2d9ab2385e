import type { SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { type Laid, remark, titleOf } from './laid.ts';

/** What is planted is paid off later, unless it is left open on purpose; in the order in which an audience sees it. */
export function plantNotes(laid: Laid): readonly Note[] {
  const { cards, outline } = laid;
  const planted = firstScenes(cards, ({ setsUp = [] }) => setsUp);
  const paid = firstScenes(cards, ({ paysOff = [] }) => paysOff);
  return [
    ...cards.flatMap((card, place) =>
      [...new Set(card.paysOff)].flatMap((id) => payoffNotes(laid, { id, card, place, planted: planted.get(id) })),
    ),
    ...[...planted].flatMap(([id, place]) => {
      const isOpen = outline.plan?.plants.some((plant) => plant.id === id && plant.open) ?? false;
      return paid.has(id) || isOpen ? [] : [unpaid(laid, id, cards[place])];
    }),
    ...namedNotes(laid, planted),
  ];
}

function firstScenes(
  cards: readonly SceneCard[],
  idsOf: (card: SceneCard) => readonly string[],
): ReadonlyMap<string, number> {
  return new Map(cards.flatMap((card, place) => idsOf(card).map((id) => [id, place] as const)).reverse());
}

interface Payoff {
  readonly id: string;
  readonly card: SceneCard;
  readonly place: number;
  /** Where it is planted first. */
  readonly planted: number | undefined;
}

function payoffNotes(laid: Laid, { id, card, place, planted }: Payoff): readonly Note[] {
  const what = `${titleOf(laid, card)} pays off ${wordsOf(laid, id)}`;
  if (planted === undefined)
    return [
      remark('payoff-unplanted', {
        severity: 'blocker',
        card,
        message: `${what}, which no scene sets up: it comes from nowhere.`,
        fix: 'Set it up in an earlier scene, or take the pay-off out.',
      }),
    ];
  if (planted > place)
    return [
      remark('payoff-early', {
        severity: 'blocker',
        card,
        message: `${what}, which is set up only in scene ${planted + 1}: nobody has seen it yet.`,
        fix: 'Set it up in an earlier scene.',
      }),
    ];
  if (planted < place) return [];
  return [
    remark('payoff-at-once', {
      severity: 'major',
      card,
      message: `${what} in the scene that sets it up: there is nothing to remember.`,
      fix: 'Set it up some scenes earlier.',
    }),
  ];
}

function unpaid(laid: Laid, id: string, card: SceneCard | undefined): Note {
  return remark('plant-unpaid', {
    severity: 'major',
    card,
    message: `${card === undefined ? 'A scene' : titleOf(laid, card)} sets up ${wordsOf(laid, id)}, which nothing pays off: an audience waits for it.`,
    fix: 'Pay it off in a later scene, take it out, or say that it stays open.',
  });
}

/** Plants that only the plan or only a card knows of. */
function namedNotes(laid: Laid, planted: ReadonlyMap<string, number>): readonly Note[] {
  const { plan } = laid.outline;
  if (plan === undefined) return [];
  const known = new Set(plan.plants.map(({ id }) => id));
  return [
    ...laid.cards.flatMap((card) =>
      [...new Set([...(card.setsUp ?? []), ...(card.paysOff ?? [])])]
        .filter((id) => !known.has(id))
        .map((id) =>
          remark('plant-unknown', {
            severity: 'major',
            card,
            message: `${titleOf(laid, card)} names the plant ${JSON.stringify(id)}, which the plan does not know: no writer is told what it is.`,
            fix: 'Name a plant of the plan, or add it there.',
          }),
        ),
    ),
    ...plan.plants
      .filter(({ id }) => !planted.has(id))
      .map(({ what }) =>
        remark('plant-unused', {
          severity: 'minor',
          message: `The plan plants “${what}”, and no scene sets it up.`,
          fix: 'Let an early scene set it up, or take it out of the plan.',
        }),
      ),
  ];
}

function wordsOf({ outline }: Laid, id: string): string {
  const what = outline.plan?.plants.find((plant) => plant.id === id)?.what;
  return what === undefined ? id : `“${what}”`;
}
