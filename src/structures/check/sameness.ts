import type { SceneCard } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { folded, type Laid, remark, titleOf } from './laid.ts';

/** The share of their longer words from which on two images are the same one. */
const SAME_IMAGE = 0.7;
/** Of so many scenes, one pattern may serve one; and any pattern may serve three. */
const SCENES_PER_PATTERN = 8;
const ANY_PATTERN = 3;

/** No image is used twice, no pattern by neighbours or all the time, and no scene is its neighbour over again. */
export function samenessNotes(laid: Laid): readonly Note[] {
  return [...imageNotes(laid), ...neighbourNotes(laid), ...patternNotes(laid)];
}

function imageNotes(laid: Laid): readonly Note[] {
  const seen: { readonly card: SceneCard; readonly words: ReadonlySet<string> }[] = [];
  return laid.cards.flatMap((card): readonly Note[] => {
    const words = new Set(
      folded(card.image ?? '')
        .split(' ')
        .filter((word) => word.length > 3),
    );
    if (words.size === 0) return [];
    const before = seen.find((one) => overlap(one.words, words) >= SAME_IMAGE);
    seen.push({ card, words });
    if (before === undefined) return [];
    return [
      remark('image-twice', {
        severity: 'minor',
        card,
        message: `${titleOf(laid, card)} has the image of ${titleOf(laid, before.card).toLowerCase()}: “${card.image}”.`,
        fix: 'Find a picture that is this scene’s own.',
      }),
    ];
  });
}

/** What two sets have in common, as a share of both together. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

function neighbourNotes(laid: Laid): readonly Note[] {
  return laid.cards.flatMap((card, place): readonly Note[] => {
    const before = laid.cards[place - 1];
    if (before === undefined || folded(card.pattern) === '' || folded(before.pattern) !== folded(card.pattern))
      return [];
    const isAgain = card.setting === before.setting && castOf(card) === castOf(before);
    const title = titleOf(laid, card);
    return [
      isAgain
        ? remark('scene-again', {
            severity: 'major',
            card,
            message: `${title} has place, people and pattern (${card.pattern}) of the scene before it: it is the same scene again.`,
            fix: 'Make one scene of both, or change who is there or what they do to each other.',
          })
        : remark('pattern-next', {
            severity: 'minor',
            card,
            message: `${title} has the pattern of the scene before it: ${card.pattern}.`,
            fix: 'Give it another pattern.',
          }),
    ];
  });
}

function castOf({ cast }: SceneCard): string {
  return cast.toSorted().join(' ');
}

function patternNotes(laid: Laid): readonly Note[] {
  const most = Math.max(ANY_PATTERN, Math.ceil(laid.cards.length / SCENES_PER_PATTERN));
  const counts = new Map<string, number>();
  return laid.cards.flatMap((card): readonly Note[] => {
    const pattern = folded(card.pattern);
    const count = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, count);
    if (pattern === '' || count !== most + 1) return [];
    return [
      remark('pattern-often', {
        severity: 'minor',
        card,
        message: `${titleOf(laid, card)} is the ${count}th of the pattern ${card.pattern}: ${most} of ${laid.cards.length} are enough.`,
        fix: 'Give this scene, and those after it, other patterns.',
      }),
    ];
  });
}
