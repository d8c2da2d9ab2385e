import type { SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { type Laid, remark, titleOf } from './laid.ts';

/**
 * Scenes follow from others that come before them. Between scenes of the present that is story time; a flashback, a
 * flash-forward or a dream may follow from what is told before it or from what happened before it.
 */
export function causeNotes(laid: Laid): readonly Note[] {
  const sound = new Map(laid.cards.map((card) => [card.id, card.becauseOf.filter((id) => isEarlier(laid, id, card))]));
  return [
    ...laid.cards.flatMap((card) => ownNotes(laid, card)),
    ...loops(laid, sound).map((card) =>
      remark('cause-loop', {
        severity: 'blocker',
        card,
        message: `${titleOf(laid, card)} follows from scenes that follow from it: nothing sets the circle going.`,
        fix: 'Take out the link of the circle that says least.',
      }),
    ),
    ...orphans(laid),
  ];
}

function ownNotes(laid: Laid, card: SceneCard): readonly Note[] {
  return [...new Set(card.becauseOf)].flatMap((id): readonly Note[] => {
    const title = titleOf(laid, card);
    if (laid.placeOf(id) === undefined)
      return [
        remark('cause-unknown', {
          severity: 'blocker',
          card,
          message: `${title} follows from ${JSON.stringify(id)}, which is no scene.`,
          fix: 'Name an earlier scene, or none.',
        }),
      ];
    if (isEarlier(laid, id, card)) return [];
    const cause = id === card.id ? 'itself' : titleOf(laid, { id });
    return [
      remark('cause-later', {
        severity: 'blocker',
        card,
        message: `${title} follows from ${cause}, which does not come before it.`,
        fix: `Name an earlier scene, or let ${titleOf(laid, { id })} follow from this one.`,
      }),
    ];
  });
}

function isEarlier({ cards, placeOf, timeline }: Laid, cause: string, card: SceneCard): boolean {
  const [from, to] = [placeOf(cause), placeOf(card.id)];
  const [since, now] = [timeline.rank(cause), timeline.rank(card.id)];
  if (from === undefined || to === undefined || since === undefined || now === undefined) return false;
  const isPresent = [cards[from], card].every((one) => (one?.mode ?? 'present') === 'present');
  return since < now || (!isPresent && from < to);
}

/** The first scene, in script order, of every circle of causes. */
function loops({ cards, placeOf }: Laid, causes: ReadonlyMap<string, readonly string[]>): readonly SceneCard[] {
  const state = new Map<string, 'open' | 'done'>();
  const found = new Set<number>();
  // A stack of its own, since two hundred scenes in a chain are no reason to run out of the other one.
  for (const { id } of cards) {
    const path = state.has(id) ? [] : [{ id, next: 0 }];
    if (path.length > 0) state.set(id, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const cause = (causes.get(top.id) ?? [])[top.next];
      top.next += 1;
      if (cause === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(cause) === 'open') {
        const circle = path.slice(path.findIndex((one) => one.id === cause));
        found.add(Math.min(...circle.map((one) => placeOf(one.id) ?? 0)));
      } else if (!state.has(cause)) {
        state.set(cause, 'open');
        path.push({ id: cause, next: 0 });
      }
    }
  }
  return [...found].toSorted((a, b) => a - b).flatMap((place) => cards[place] ?? []);
}

/** Scenes that nothing leads to: neither the first, nor the opening of a thread. */
function orphans(laid: Laid): readonly Note[] {
  const seen = new Set<string>();
  return laid.cards.flatMap((card, place): readonly Note[] => {
    const opens = card.threads.some((thread) => !seen.has(thread));
    for (const thread of card.threads) seen.add(thread);
    if (place === 0 || opens || card.becauseOf.length > 0) return [];
    return [
      remark('orphan', {
        severity: 'major',
        card,
        message: `${titleOf(laid, card)} follows from nothing: it could be cut, or stand anywhere.`,
        fix: 'Say which earlier scene makes it happen, or let it open a thread.',
      }),
    ];
  });
}
