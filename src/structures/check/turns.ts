import type { Note } from '../../core/index.ts';
import { tensionFit } from '../tension.ts';
import { alike, folded, type Laid, remark, titleOf } from './laid.ts';

/** More neighbours than this with the same tension are a plateau. */
const MOST_LEVEL = 4;
/** More neighbours than this that turn the same way are a rut. */
const MOST_CHANGES = 2;
/** Below this rank correlation a curve is another one than the structure's; fewer scenes than this have no curve. */
const LEAST_FIT = 0.4;
const LEAST_SCENES = 8;

/** Every scene turns something; tension and fortune do not stand still. */
export function turnNotes(laid: Laid): readonly Note[] {
  const { cards } = laid;
  return [
    ...cards
      .filter(({ turn }) => folded(turn.from) === folded(turn.to))
      .map((card) =>
        remark('no-turn', {
          severity: 'major',
          card,
          message: `${titleOf(laid, card)} begins and ends with “${card.turn.from}”: nothing has happened.`,
          fix: 'Let it end on another value than it begins with, or cut it.',
        }),
      ),
    ...alike(cards, MOST_CHANGES + 1, ({ change }) => change).map(({ start, end }) =>
      remark('change-run', {
        severity: 'major',
        card: cards[start + MOST_CHANGES],
        message: `Scenes ${start + 1} to ${end} all end ${cards[start]?.change} for their leads: an audience knows what comes.`,
        fix: `Let scene ${start + MOST_CHANGES + 1} turn another way.`,
      }),
    ),
    ...alike(cards, MOST_LEVEL + 1, ({ tension }) => tension).map(({ start, end }) =>
      remark('tension-flat', {
        severity: 'major',
        card: cards[start + MOST_LEVEL],
        message: `Scenes ${start + 1} to ${end} all have the tension ${cards[start]?.tension}: a plateau lets go of an audience.`,
        fix: `Let scene ${start + MOST_LEVEL + 1} press harder, or give relief.`,
      }),
    ),
    ...curveNotes(laid),
  ];
}

function curveNotes({ cards, structure }: Laid): readonly Note[] {
  const fit = cards.length < LEAST_SCENES ? undefined : tensionFit(cards, structure);
  if (fit === undefined || fit >= LEAST_FIT) return [];
  return [
    remark('tension-curve', {
      severity: 'minor',
      message: `Tension hardly follows the curve of ${structure.id}: rank correlation ${fit.toFixed(2)}, expected ${LEAST_FIT} or more.`,
      fix: 'Let tension rise towards the beats of the structure, and fall after them.',
    }),
  ];
}
