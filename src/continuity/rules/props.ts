import type { PlacedHandling } from '../facts/read-handlings.ts';
import type { Found } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { StagedScene } from '../script/staged.ts';
import { type ContinuityRule, sceneName, words } from './rule.ts';

/** Something is in the hands of somebody who cannot have it. */
export const propCustody: ContinuityRule = {
  id: 'continuity/prop-custody',
  severity: 'major',
  confidence: 0.85,
  title: 'A thing is in the wrong hands',
  why: 'Somebody puts a thing on them or is given it, and then somebody else has it whom nobody gave it to. Within a scene, or where both are there, only what comes out of somebody’s own pocket counts: people hand things about. Left alone: things of which there are many (a page, a cup), and another of the kind. Told once for each change of hands.',
  find: (ledger) => byThing(ledger).flatMap((handlings) => custodyFaults(ledger, handlings)),
};

function custodyFaults(ledger: Ledger, handlings: readonly PlacedHandling[]): readonly Found[] {
  const found: Found[] = [];
  let held: { readonly by: string; readonly since: PlacedHandling } | undefined;
  for (const one of handlings) {
    const { type, by, to } = one;
    if (type === 'destroy' || type === 'another' || type === 'whole' || type === 'mend') {
      held = undefined;
      continue;
    }
    if (held !== undefined && by !== undefined && by !== held.by && isImpossible(ledger, held, one)) {
      const [has, had] = [ledger.people.nameOf(by), ledger.people.nameOf(held.by)];
      found.push({
        message: `${has} has the ${one.thing} in ${sceneName(one.scene)}, and ${had} has had it since ${sceneName(held.since.scene)}.`,
        fix: `Let ${had} part with it first, or ${has} do without.`,
        evidence: [placeOf(held.since), placeOf(one)],
      });
      held = undefined;
    }
    if (type === 'keep' && by !== undefined) held = { by, since: one };
    else if (type === 'give' && to !== undefined) held = { by: to, since: one };
    else if (type === 'take' || type === 'put') held = undefined;
    // Who brings out what was theirs still has it.
    else if (type === 'produce' && by !== held?.by) held = undefined;
  }
  return found;
}

/** Whether somebody cannot have a thing that another keeps. */
function isImpossible(
  ledger: Ledger,
  { by: keeper, since }: { readonly by: string; readonly since: PlacedHandling },
  { type, scene, by = '', to }: PlacedHandling,
): boolean {
  if (to === keeper) return false;
  const isProduced = type === 'produce' || type === 'keep';
  if (since.scene === scene) return type === 'produce' && since.type === 'keep' && by !== keeper;
  return isProduced || !isThere(ledger, scene, keeper);
}

/** Whether somebody is in a scene: in its card's cast, or speaking; where there is no card, also who is named in its action. */
function isThere({ people }: Ledger, { card, elements }: StagedScene, person: string): boolean {
  if (card?.cast.includes(person) || elements.some(({ speaker }) => speaker === person)) return true;
  const name = people.nameOf(person);
  return card === undefined && elements.some(({ type, text }) => type === 'action' && text.includes(name));
}

/** Something is used that is no more. */
export const destroyedThing: ContinuityRule = {
  id: 'continuity/destroyed-thing',
  severity: 'major',
  confidence: 0.9,
  title: 'A thing is used that was destroyed',
  why: 'Action destroys a thing in so many words (burns, smashes, tears up, into the fire), and later in story time it is used, given or seen whole. Left alone: its pieces and ashes, a copy or another one, what was mended, things of which there are many, and dreams. Told once for each destruction.',
  find: (ledger) =>
    byThing(ledger).flatMap((handlings) => {
      const found: Found[] = [];
      let gone: PlacedHandling | undefined;
      for (const one of handlings) {
        if (one.type === 'destroy') gone = one;
        else if (one.type === 'mend' || one.type === 'another') gone = undefined;
        else if (gone !== undefined && one.element !== gone.element) {
          found.push({
            message: `The ${one.thing} is there in ${sceneName(one.scene)}, and was destroyed in ${sceneName(gone.scene)}.`,
            fix: `Let the ${one.thing} survive, be mended, or be another one.`,
            evidence: [placeOf(gone), placeOf(one)],
          });
          gone = undefined;
        }
      }
      return found;
    }),
};

function byThing({ handlings }: Ledger): readonly (readonly PlacedHandling[])[] {
  const things = new Map<string, PlacedHandling[]>();
  for (const one of handlings) {
    const own = things.get(one.thing);
    if (own === undefined) things.set(one.thing, [one]);
    else own.push(one);
  }
  return [...things.values()];
}

function placeOf({ scene, element, quote }: PlacedHandling): Found['evidence'][0] {
  return words(scene, element, quote);
}
