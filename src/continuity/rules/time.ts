import { readHeading } from '../../screenplay/index.ts';
import type { Found } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import { sentencesOf } from '../script/sentences.ts';
import type { StagedScene } from '../script/staged.ts';
import { type ContinuityRule, opening, sceneName } from './rule.ts';

const AT_ONCE = /\b(?:CONTINUOUS|CONTINUING|SIMULTANEOUS|SAME TIME|MEANWHILE)\b/;
const AFTER =
  /\b(?:LATER|CONTINUOUS|CONTINUING|NEXT (?:DAY|MORNING|NIGHT|EVENING|AFTERNOON)|THAT (?:NIGHT|EVENING|AFTERNOON))\b/;
const SIMULTANEOUS = /\b(?:SIMULTANEOUS|SAME TIME|MEANWHILE)\b/;

/** Scenes whose headings and story time contradict each other. */
export const timeOrder: ContinuityRule = {
  id: 'continuity/time-order',
  severity: 'major',
  confidence: 0.95,
  title: 'A heading against the order of time',
  why: 'A heading says LATER or CONTINUOUS, and the card puts the scene before the one that it follows; or CONTINUOUS, and it is another day, or another time of day stands beside it; or days are counted (DAY 3) and go back. Told of neighbours in the story’s present; a step back in story time alone is the writer’s choice.',
  find: ({ scenes }) => {
    const present = scenes.filter(({ mode, heading }) => mode === 'present' && heading !== '');
    return present.flatMap((scene, at): readonly Found[] => {
      const before = present[at - 1];
      const fault = before === undefined ? undefined : orderFault(before, scene);
      if (before === undefined || fault === undefined) return [];
      return [
        {
          message: `${sceneName(scene)} ${fault}.`.replace(/^s/, 'S'),
          fix: "Change the heading's time, or the card's story time.",
          evidence: [headingOf(before), headingOf(scene)],
          also: [
            { source: before.id, field: 'storyTime' },
            { source: scene.id, field: 'storyTime' },
          ],
        },
      ];
    });
  },
};

function orderFault(before: StagedScene, scene: StagedScene): string | undefined {
  const words = timeWords(scene);
  const [then, now] = [before.card?.storyTime, scene.card?.storyTime];
  const number = `scene ${before.number}`;
  if (then !== undefined && now !== undefined && now < then && AFTER.test(words))
    return `is ${words}, and on day ${now} of the story, before ${number} (day ${then})`;
  if (then !== undefined && now !== undefined && Math.abs(now - then) >= 1 && AT_ONCE.test(words))
    return `is ${words}, and ${Math.abs(now - then)} days from ${number}`;
  const [day, last] = [countedDay(scene), countedDay(before)];
  if (day !== undefined && last !== undefined && day < last) return `is on day ${day}, after day ${last} in ${number}`;
  if (
    /\bCONTINUOUS\b/.test(words) &&
    isNight(scene) !== undefined &&
    isNight(before) !== undefined &&
    isNight(scene) !== isNight(before)
  )
    return `goes straight on from ${number}, and it is ${isNight(scene) ? 'night' : 'day'} here and ${isNight(before) ? 'night' : 'day'} there`;
  return undefined;
}

/** Somebody who is in two places at once. */
export const twoPlaces: ContinuityRule = {
  id: 'continuity/two-places',
  severity: 'major',
  confidence: 0.9,
  title: 'Somebody is in two places at once',
  why: 'Two scenes happen at the same time: the second heading says SAME TIME, SIMULTANEOUS or MEANWHILE, or both cards name one moment of a day (a story time with a fraction). Somebody is on stage in both, and the places differ. A place inside another is one place. Left alone: flashbacks, dreams, voices over.',
  find: (ledger) => {
    const present = ledger.scenes.filter(({ mode }) => mode === 'present');
    return present.flatMap((scene, at) =>
      present.slice(0, at).flatMap((other, place): readonly Found[] => {
        if (!isAtOnce(other, scene, place === at - 1) || isOnePlace(ledger, other, scene)) return [];
        const there = onStage(ledger, other);
        return [...onStage(ledger, scene)].flatMap(([person, quote]): readonly Found[] => {
          const first = there.get(person);
          if (first === undefined) return [];
          const name = ledger.people.nameOf(person);
          return [
            {
              message: `${name} is in ${sceneName(other)} and in ${sceneName(scene)}, which happen at the same time in two places.`,
              fix: `Take ${name} out of one of them, or let one be later.`,
              evidence: [first, quote],
              also: [
                { source: other.id, field: 'heading' },
                { source: scene.id, field: 'heading' },
                { source: other.id, field: 'storyTime' },
                { source: scene.id, field: 'storyTime' },
              ],
            },
          ];
        });
      }),
    );
  },
};

function isAtOnce(before: StagedScene, scene: StagedScene, areNeighbours: boolean): boolean {
  if (areNeighbours && SIMULTANEOUS.test(timeWords(scene))) return true;
  const [then, now] = [before.card?.storyTime, scene.card?.storyTime];
  return then !== undefined && then === now && !Number.isInteger(now);
}

function isOnePlace({ bible }: Ledger, one: StagedScene, other: StagedScene): boolean {
  const chain = (scene: StagedScene): readonly string[] => {
    const { location } = readHeading(scene.heading);
    const setting = scene.card?.setting;
    const inside = bible.entries.find(({ id }) => id === setting)?.document['inside'];
    return [location, setting, inside].filter((part): part is string => typeof part === 'string' && part !== '');
  };
  const known = new Set(chain(one));
  return chain(other).some((part) => known.has(part));
}

/** Who is surely there, with words that show it: who speaks on the spot, or does something at the start of a sentence. */
function onStage({ people }: Ledger, scene: StagedScene): ReadonlyMap<string, Found['evidence'][0]> {
  const found = new Map<string, Found['evidence'][0]>();
  const see = (person: string, element: string, quote: string): void => {
    if (!found.has(person)) found.set(person, { from: 'script', scene: scene.id, element, quote });
  };
  for (const element of scene.elements) {
    if (element.type === 'speech') {
      if (element.speaker !== undefined && element.heard === 'here') see(element.speaker, element.id, opening(element));
      continue;
    }
    for (const { text, marked, people: named } of sentencesOf(element.text, people.index)) {
      const subject = /^@(\d+)(?! (?:smiles|looks|stares) (?:from|out of))(?=[ ,])/.exec(marked)?.[1];
      const person = subject === undefined ? undefined : named[Number(subject)];
      if (person !== undefined) see(person, element.id, text);
    }
  }
  return found;
}

function timeWords({ heading }: StagedScene): string {
  const { time = '', remark = '' } = readHeading(heading);
  // MEANWHILE is no time of day, and stands where one would.
  const last = /[-\u2013\u2014] *(MEANWHILE)\b/i.exec(heading)?.[1] ?? '';
  return [time, remark, last]
    .filter((part) => part !== '')
    .join(' ')
    .toUpperCase();
}

function countedDay(scene: StagedScene): number | undefined {
  const day = /\bDAY (\d{1,3})\b/.exec(timeWords(scene))?.[1];
  return day === undefined ? undefined : Number(day);
}

function isNight(scene: StagedScene): boolean | undefined {
  // Of NIGHT - CONTINUOUS only the second is the heading's time.
  const words = [...readHeading(scene.heading).sublocations, timeWords(scene)].join(' ').toUpperCase();
  if (/\b(?:NIGHT|MIDNIGHT)\b/.test(words)) return true;
  return /\b(?:DAY|MORNING|AFTERNOON|NOON)\b/.test(words) ? false : undefined;
}

function headingOf({ id, heading }: StagedScene): Found['evidence'][0] {
  return { from: 'script', scene: id, source: { id, field: 'heading' }, quote: heading };
}
