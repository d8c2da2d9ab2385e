import { type Note, ScriptGenError } from '../../core/index.ts';
import { type Outline, type SceneCard, sceneNumber } from '../card.ts';
import type { Bible } from '../entry.ts';
import { validateCards } from '../validate/bible.ts';
import { faultOf } from '../validate/fault.ts';
import { nameOf } from './names.ts';
import { CardShape } from './shape.ts';

/**
 * Refuse an outline in which a card that is new or was changed cannot be written from: a value that its field does not
 * take, somebody who speaks and is not there. What was so before is no reason to refuse another change.
 *
 * @throws ScriptGenError `input/invalid`.
 */
export function checkCards(bible: Bible, before: Outline, after: Outline): void {
  const old = new Set(before.cards);
  for (const card of after.cards.filter((one) => !old.has(one))) {
    const title = `Scene ${sceneNumber(after, card.id)}`;
    const { id: _, version: __, ...fields } = card;
    const [issue] = CardShape.safeParse(fields).error?.issues ?? [];
    if (issue !== undefined) {
      const { path, expected, got } = faultOf(issue, fields);
      throw refused(`${title}, ${path || 'card'}: expected ${expected}, got ${got}.`);
    }
    checkPeople({ bible, outline: after }, card, title);
  }
  const [note] = newNotes(validateCards(bible, before), validateCards(bible, after)).filter(
    ({ severity }) => severity === 'blocker',
  );
  if (note !== undefined) throw refused(note.message, note.fix);
}

function checkPeople(told: { readonly bible: Bible; readonly outline: Outline }, card: SceneCard, title: string): void {
  const { cast, speakers, lead } = card;
  const stranger = speakers.find((id) => !cast.includes(id));
  if (stranger !== undefined)
    throw refused(
      `${title}: ${nameOf(told, stranger)} speaks and is not in its cast.`,
      'Set cast and speakers together, in one command.',
    );
  if (lead !== '' && !cast.includes(lead))
    throw refused(
      `${title}: ${nameOf(told, lead)} drives it and is not in its cast.`,
      'Set cast and lead together, in one command.',
    );
}

/** The notes that were not there before, whatever number their scenes have now. */
export function newNotes(before: readonly Note[], after: readonly Note[]): readonly Note[] {
  const keyOf = ({ rule, scene = '', message }: Note): string =>
    [rule, scene, message.replaceAll(/\bscene \d+\b/gi, 'scene')].join('\n');
  const known = new Set(before.map(keyOf));
  return after.filter((note) => !known.has(keyOf(note)));
}

function refused(message: string, hint?: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
