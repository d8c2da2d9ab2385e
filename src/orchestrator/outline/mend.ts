import type { Note } from '../../core/index.ts';
import { type MendInput, mendCards } from '../../generators/index.ts';
import type { Run } from '../../steps/index.ts';
import { notesBySequence } from '../../structures/index.ts';
import { type CardsBySequence, type CardWork, faultsOf, outlineOf } from './draft-outline.ts';
import { aboutAll, leftOut } from './left-out.ts';
import { isGrave, weigh } from './weigh.ts';

/** How often a plan is mended at most: more rounds make it worse, not better (PLOTTER, arXiv 2604.21253). */
const ROUNDS = 2;

/**
 * Have the planner mend what a check finds, sequence by sequence and side by side. A mended sequence is taken only if the
 * outline has fewer faults with it.
 */
export async function mendOutline(run: Run, work: CardWork, cards: CardsBySequence): Promise<CardsBySequence> {
  let standing = cards;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const asks = mendAsks(work, standing);
    if (asks.length === 0) break;
    const answers = await Promise.all(
      asks.map((input) => mendCards(run, input, { references: work.references, round })),
    );
    const before = standing;
    for (const [at, { cards: mended }] of answers.entries()) {
      const ask = asks[at];
      if (ask === undefined || mended.length === 0) continue;
      const changed = ask.cards.map((card, place) => {
        const own = mended.find(({ scene }) => scene === ask.firstScene + place);
        if (own === undefined) return card;
        const { scene: _, ...whole } = own;
        return whole;
      });
      const next = standing.map((own, sequence) => (sequence === ask.sequence ? changed : own));
      if (weightOf(work, next) < weightOf(work, standing)) standing = next;
    }
    if (standing === before) break;
  }
  return standing;
}

function weightOf(work: CardWork, cards: CardsBySequence): number {
  return weigh([...faultsOf(work, cards), ...leftOut(work, cards)]);
}

/** What is left to whoever was to pay it off: the one who planted it did well. */
const TOLD_ELSEWHERE = 'outline/plant-unpaid';

/** What is to be asked of the planner of each sequence that has grave faults. */
function mendAsks(work: CardWork, cards: CardsBySequence): readonly MendInput[] {
  const outline = outlineOf(work, cards);
  const numbers = new Map(outline.cards.map(({ id }, at) => [id, at + 1]));
  const grave = faultsOf(work, cards).filter((note) => isGrave(note) && note.rule !== TOLD_ELSEWHERE);
  const groups = notesBySequence(grave, outline);
  const whole = groups.find(({ sequence }) => sequence === undefined)?.notes ?? [];
  const missing = [...aboutAll(work, cards, whole), ...leftOut(work, cards)];
  const all = cards.flat();
  return work.asks.flatMap((ask): readonly MendInput[] => {
    const own = cards[ask.sequence] ?? [];
    const notes = groups.find(({ sequence }) => sequence === ask.sequence + 1)?.notes ?? [];
    const lacks = missing.filter(({ sequence }) => sequence === ask.sequence).map(({ sequence: _, ...note }) => note);
    if (notes.length + lacks.length === 0) return [];
    const near = [ask.firstScene - 1, ask.firstScene + own.length];
    return [
      {
        ...ask,
        cards: own,
        notes: [...notes.map((note) => told(note, numbers)), ...lacks],
        around: near.flatMap((scene) => {
          const synopsis = all[scene - 1]?.synopsis;
          return synopsis === undefined ? [] : [{ scene, synopsis }];
        }),
      },
    ];
  });
}

function told(
  { rule, severity, message, fix, scene }: Note,
  numbers: ReadonlyMap<string, number>,
): MendInput['notes'][number] {
  const number = scene === undefined ? undefined : numbers.get(scene);
  return {
    ...{ rule, severity, message },
    ...(fix === undefined ? {} : { fix }),
    ...(number === undefined ? {} : { scene: number }),
  };
}
