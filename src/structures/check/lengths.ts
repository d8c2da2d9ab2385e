import type { SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import type { SceneLength } from '../format-shape.ts';
import { expectedWords, LENGTH_WORDS } from '../pages.ts';
import { alike, type Laid, percent, remark } from './laid.ts';

/** How far a share may be from what the format has, and by how many scenes at least. */
const SHARE_OFF = 0.12;
const SCENES_OFF = 2;
/** Neighbours of one length. */
const MOST_ALIKE = 2;
/** How uneven lengths must be, as a part of how uneven the format's own are. */
const LEAST_UNEVEN = 0.75;
/** Fewer scenes than this have no mix. */
const LEAST_SCENES = 6;

/** Scenes are of different lengths, as the format mixes them, and as often silent. */
export function lengthNotes(laid: Laid): readonly Note[] {
  const { cards } = laid;
  const runs = alike(cards, MOST_ALIKE + 1, ({ length }) => length).map(({ start, end }) =>
    remark('length-run', {
      severity: 'minor',
      card: cards[start + MOST_ALIKE],
      message: `Scenes ${start + 1} to ${end} are all ${NAMES[cards[start]?.length ?? 'short']}: a beat that never changes tires.`,
      fix: `Make scene ${start + MOST_ALIKE + 1} longer or shorter.`,
    }),
  );
  return cards.length < LEAST_SCENES ? runs : [...runs, ...mixNotes(laid), ...evenNotes(laid), ...silenceNotes(laid)];
}

const NAMES: Readonly<Record<SceneLength, string>> = {
  flash: 'flashes',
  short: 'short',
  standard: 'of standard length',
  setPiece: 'set pieces',
};

function mixNotes({ cards, shape }: Laid): readonly Note[] {
  return (Object.keys(LENGTH_WORDS) as SceneLength[]).flatMap((length): readonly Note[] => {
    const count = cards.filter((card) => card.length === length).length;
    const wanted = shape.lengths[length] * cards.length;
    if (Math.abs(count - wanted) <= Math.max(SCENES_OFF, SHARE_OFF * cards.length)) return [];
    const way = count > wanted ? 'fewer' : 'more';
    return [
      remark('length-mix', {
        severity: 'minor',
        message: `${count} of ${cards.length} scenes are ${NAMES[length]}; a ${shape.format} has about ${Math.round(wanted)}.`,
        fix: `Plan ${way} that are ${NAMES[length]}.`,
      }),
    ];
  });
}

function evenNotes({ cards, shape }: Laid): readonly Note[] {
  const mix = Object.entries(shape.lengths) as [SceneLength, number][];
  const wanted =
    LEAST_UNEVEN * variation(mix.map(([length, weight]) => ({ words: expectedWords({ length }), weight })));
  const found = variation(cards.map((card) => ({ words: expectedWords(card), weight: 1 })));
  if (found >= wanted) return [];
  return [
    remark('length-even', {
      severity: 'minor',
      message: `Scenes are nearly all of one length (variation ${found.toFixed(2)}, expected ${wanted.toFixed(2)} or more): the script has no pulse.`,
      fix: 'Set long scenes beside flashes.',
    }),
  ];
}

/** Standard deviation by mean, of weighted values. */
function variation(values: readonly { readonly words: number; readonly weight: number }[]): number {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  const mean = values.reduce((sum, { words, weight }) => sum + words * weight, 0) / whole;
  return Math.sqrt(values.reduce((sum, { words, weight }) => sum + weight * (words - mean) ** 2, 0) / whole) / mean;
}

function silenceNotes({ cards, shape }: Laid): readonly Note[] {
  const { silent } = shape;
  if (silent === undefined) return [];
  const count = cards.filter(isSilent).length;
  if (count > silent.from * cards.length - 1 && count < silent.to * cards.length + 1) return [];
  const way = count < silent.from * cards.length ? 'fewer' : 'more';
  return [
    remark('silence', {
      severity: 'minor',
      message: `Nobody speaks in ${count} of ${cards.length} scenes, ${way} than the ${percent(silent.from)} to ${percent(silent.to)} of a ${shape.format}.`,
      fix:
        way === 'fewer' ? 'Tell some scenes by what is seen alone.' : 'Let people speak in some of the silent scenes.',
    }),
  ];
}

function isSilent({ speakers, extras = [] }: SceneCard): boolean {
  return speakers.length === 0 && extras.length === 0;
}
