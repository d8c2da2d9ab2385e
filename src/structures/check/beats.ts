import { type Note, nearest } from '../../core/index.ts';
import { carriers, stateOf, TOLERANCE } from '../beat-table.ts';
import type { StructureBeat } from '../structure.ts';
import { type Laid, percent, remark, titleOf } from './laid.ts';

/** Beats of the structure that no scene carries, or that fall elsewhere than most scripts have them. Never more than a diagnosis. */
export function beatNotes(laid: Laid): readonly Note[] {
  const { structure, cards, outline } = laid;
  if (structure.beats.length === 0 || cards.length === 0) return [];
  const known = new Set(structure.beats.map(({ id }) => id));
  const own = outline.plan?.structure ?? structure.id;
  const strange = own === structure.id ? strangeNotes(laid, known) : [];
  if (!cards.some(({ beat }) => beat !== undefined && known.has(beat)))
    return [
      ...strange,
      remark('beats-untold', {
        severity: 'info',
        message: `No card says which beat of ${structure.id} falls in it.`,
        fix: 'Name beats on the cards that carry them, or hold the outline against another structure.',
      }),
    ];
  return [...strange, ...structure.beats.flatMap((beat) => oneBeat(laid, beat))];
}

function strangeNotes(laid: Laid, known: ReadonlySet<string>): readonly Note[] {
  return laid.cards.flatMap((card): readonly Note[] => {
    if (card.beat === undefined || known.has(card.beat)) return [];
    const meant = nearest(card.beat, known);
    return [
      remark('beat-unknown', {
        severity: 'minor',
        card,
        message: `${titleOf(laid, card)} carries the beat ${JSON.stringify(card.beat)}, which ${laid.structure.id} does not have.`,
        fix: meant === undefined ? `It has ${[...known].join(', ')}.` : `Did you mean ${JSON.stringify(meant)}?`,
      }),
    ];
  });
}

function oneBeat(laid: Laid, beat: StructureBeat): readonly Note[] {
  const [first] = carriers(laid.spans, beat);
  if (first === undefined)
    return beat.optional
      ? []
      : [
          remark('beat-missing', {
            severity: 'minor',
            message: `No scene carries ${beat.name} (${beat.id}), expected ${around(beat)}.`,
            fix: `Let a scene there do this: ${beat.purpose}`,
          }),
        ];
  const state = stateOf(first, beat);
  if (state === 'in place') return [];
  const middle = (first.from + first.to) / 2;
  return [
    remark('beat-off', {
      severity: 'minor',
      card: first.card,
      message: `${beat.name} falls at ${percent(middle)} of the pages, in ${titleOf(laid, first.card).toLowerCase()}; most have it ${around(beat)}.`,
      fix: `Move it ${state === 'early' ? 'later' : 'earlier'}, where that serves the story.`,
    }),
  ];
}

/** `at 54 %, give or take 10` or `from 9 % to 27 %` */
function around({ from, to, sd = TOLERANCE }: StructureBeat): string {
  return from === to
    ? `at ${percent(from)}, give or take ${Math.round(sd * 100)}`
    : `from ${percent(from)} to ${percent(to)}`;
}
