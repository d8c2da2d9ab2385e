import type { Found } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import { sentencesOf } from '../script/sentences.ts';
import type { Element, StagedScene } from '../script/staged.ts';
import { type ContinuityRule, opening, sceneName, speechesOf, words } from './rule.ts';

/** Somebody speaks who is not there. */
export const absentSpeaker: ContinuityRule = {
  id: 'continuity/absent-speaker',
  severity: 'major',
  confidence: 0.95,
  title: 'Somebody speaks who is not in the scene',
  why: 'A scene with a card: they are neither in its cast nor among its extras. Any scene: the action has them leave, and nothing brings them back. Left alone: voices from off (O.S.), over a telephone or over the scene. Told once a person and scene.',
  find: (ledger) => {
    const told = new Set<string>();
    return speechesOf(ledger).flatMap(({ scene, speech }): readonly Found[] => {
      const key = `${scene.id} ${speech.speaker ?? speech.cue.toUpperCase()}`;
      if (speech.heard !== 'here' || told.has(key)) return [];
      const found = notInCast(ledger, scene, speech) ?? gone(ledger, scene, speech);
      if (found === undefined) return [];
      told.add(key);
      return [found];
    });
  },
};

function notInCast(ledger: Ledger, scene: StagedScene, speech: Element): Found | undefined {
  const { card } = scene;
  const { speaker, cue } = speech;
  const { people } = ledger;
  if (card === undefined) return undefined;
  const extras = (card.extras ?? []).map(({ name }) => name);
  if (speaker === undefined ? !isElsewhere(ledger, extras, cue) : card.cast.includes(speaker)) return undefined;
  const name = speaker === undefined ? cue : people.nameOf(speaker);
  const cast = [...card.cast.map(people.nameOf), ...extras].join(', ');
  return {
    message: `${name} speaks in ${sceneName(scene)}, and its card has only ${cast}.`,
    fix: `Give the line to somebody who is there, or put ${name} into the card's cast.`,
    evidence: [
      { from: 'card', scene: scene.id, source: { id: scene.id, field: 'cast' }, quote: cast },
      words(scene, speech, opening(speech)),
    ],
    also: [{ source: scene.id, field: 'extras' }],
  };
}

/** Whether a cue is an extra of other cards only. */
function isElsewhere({ outline }: Ledger, own: readonly string[], cue: string): boolean {
  const isCue = (name: string): boolean => name.toUpperCase() === cue.toUpperCase();
  return !own.some(isCue) && (outline?.cards ?? []).some(({ extras = [] }) => extras.some(({ name }) => isCue(name)));
}

const LEAVES =
  /@(\d+)(?:,[^,]*,)? (?:(?:exits|leaves|departs)(?=[.!]|$| (?:alone|quickly|quietly|without (?:a|another) word|by the [a-z]+|through the [a-z]+|the (?:room|house|building|kitchen|office|church|bar|shop)|into the night)\b)|(?:walks|goes|storms|runs|hurries|steps|slips|strides) out(?=[.!]|$| (?:of the|into the|through the|by the|without)\b)|drives (?:off|away)(?=[.!]|$)|is gone(?=[.!]|$))/;

/** A scene that somebody has left, and in which they speak on the spot all the same. */
function gone(ledger: Ledger, scene: StagedScene, speech: Element): Found | undefined {
  const { speaker } = speech;
  if (speaker === undefined) return undefined;
  const { index, nameOf } = ledger.people;
  const before = scene.elements.slice(0, scene.elements.indexOf(speech));
  const last = before
    .filter(({ type }) => type === 'action')
    .flatMap((element) => sentencesOf(element.text, index).map((sentence) => ({ element, sentence })))
    .findLast(({ sentence: { people } }) => people.includes(speaker));
  const leaving = last === undefined ? null : LEAVES.exec(last.sentence.marked);
  if (last === undefined || last.sentence.people[Number(leaving?.[1] ?? Number.NaN)] !== speaker) return undefined;
  // Where the picture has moved on, it may have gone along.
  const after = scene.elements.slice(scene.elements.indexOf(last.element) + 1, scene.elements.indexOf(speech));
  if (
    after.some(
      ({ type, text }) => type === 'action' && /\b(?:follow|outside|street|moments later|she|he|they)\b/i.test(text),
    )
  )
    return undefined;
  return {
    message: `${nameOf(speaker)} speaks in ${sceneName(scene)} after leaving it.`,
    fix: 'Mark the line (O.S.), bring them back, or move it before the exit.',
    evidence: [words(scene, last.element, last.sentence.text), words(scene, speech, opening(speech))],
    confidence: 0.8,
  };
}
