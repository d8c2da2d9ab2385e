import { entriesOf } from '../../bibles/index.ts';
import type { Note } from '../../core/index.ts';
import { type Laid, nameOf, percent, remark, titleOf } from './laid.ts';

/** By when those whom the story is about must have been seen, as a fraction of the pages. */
const QUARTER = 0.25;

/** Who leads and who speaks is on stage, and those whom the story is about are seen early. */
export function peopleNotes(laid: Laid): readonly Note[] {
  return [...stageNotes(laid), ...introductionNotes(laid)];
}

function stageNotes(laid: Laid): readonly Note[] {
  return laid.cards.flatMap((card) => {
    const title = titleOf(laid, card);
    // Speakers that there are not are told with the other names that lead nowhere.
    const absent = card.speakers.filter((id) => !card.cast.includes(id) && laid.entries.has(id));
    return [
      ...[...new Set(absent)].map((id) =>
        remark('speaker-absent', {
          severity: 'blocker',
          card,
          message: `${title}: ${nameOf(laid, id)} speaks and is not on stage.`,
          fix: `Add ${nameOf(laid, id)} to the cast, or give the lines to somebody who is there.`,
        }),
      ),
      ...(card.cast.includes(card.lead)
        ? []
        : [
            remark('lead-absent', {
              severity: 'blocker',
              card,
              message: `${title}: ${nameOf(laid, card.lead) || 'nobody'} drives the scene and is not on stage.`,
              fix: 'Let somebody of the cast drive it.',
            }),
          ]),
    ];
  });
}

function introductionNotes(laid: Laid): readonly Note[] {
  if (laid.cards.length === 0) return [];
  return entriesOf(laid.bible, 'character').flatMap((entry): readonly Note[] => {
    const { role } = entry.document;
    if (role !== 'protagonist' && role !== 'antagonist') return [];
    const first = laid.spans.find(({ card }) => card.cast.includes(entry.id));
    if (first !== undefined && first.from <= QUARTER) return [];
    const name = nameOf(laid, entry.id);
    const when = first === undefined ? 'is never on stage' : `is first seen at ${percent(first.from)} of the pages`;
    return [
      remark('introduced-late', {
        severity: 'major',
        card: first?.card,
        message: `${name}, the ${role}, ${when}: until then nobody knows whom the story is about.`,
        fix: `Bring ${name} on stage in the first quarter.`,
      }),
    ];
  });
}
