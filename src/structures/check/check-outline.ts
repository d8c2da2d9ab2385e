import { validateCards } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { beatNotes } from './beats.ts';
import { budgetNotes } from './budget.ts';
import { causeNotes } from './causes.ts';
import { knowledgeNotes } from './knowledge.ts';
import { layOut, type OutlineToCheck, type Rule, remark, titleOf } from './laid.ts';
import { lengthNotes } from './lengths.ts';
import { peopleNotes } from './people.ts';
import { plantNotes } from './plants.ts';
import { samenessNotes } from './sameness.ts';
import { threadNotes } from './threads.ts';
import { turnNotes } from './turns.ts';

const RULES: readonly Rule[] = [
  ({ bible, outline }) => validateCards(bible, outline),
  (laid) =>
    laid.cards
      .filter(({ id }, place) => laid.placeOf(id) !== place)
      .map((card) =>
        remark('scene-twice', {
          severity: 'blocker',
          card,
          message: `Two scenes have the id ${card.id}; the first is ${titleOf(laid, card).toLowerCase()}.`,
          fix: 'Give one of them an id of its own.',
        }),
      ),
  peopleNotes,
  causeNotes,
  knowledgeNotes,
  plantNotes,
  turnNotes,
  threadNotes,
  samenessNotes,
  lengthNotes,
  budgetNotes,
  beatNotes,
];

/**
 * Hold an outline against all that can be known of it without reading a scene. Nothing is changed, nothing thrown.
 *
 * `blocker`: the script cannot be right (a cause that comes later, somebody who knows what they have not learnt).
 * `major`: costs the audience something. `minor` and `info`: a diagnosis. In script order within a rule; the rules are
 * those of docs/structures.md.
 */
export function checkOutline(asked: OutlineToCheck): readonly Note[] {
  const laid = layOut(asked);
  return RULES.flatMap((rule) => rule(laid));
}
