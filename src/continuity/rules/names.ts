import { entriesOf, foldName } from '../../bibles/index.ts';
import { nearest } from '../../core/index.ts';
import { findSlips, lettersOf, readHeading } from '../../screenplay/index.ts';
import { BIBLE, type Found } from '../finding.ts';
import { type ContinuityRule, opening, sceneName, speechesOf, words } from './rule.ts';

/** A cue that nobody answers to. */
export const unknownName: ContinuityRule = {
  id: 'continuity/unknown-name',
  severity: 'major',
  confidence: 0.95,
  title: 'Somebody speaks whom nobody knows',
  why: 'The cue is no character of the bible, no alias, no part of a name that only one has, and no extra of a card. Left alone: several at once (BOTH, MAYA AND TOM), voices (RADIO), and a known name with a word beside it (YOUNG TOM). Told once a name.',
  find: (ledger) => {
    const told = new Set<string>();
    const characters = entriesOf(ledger.bible, 'character');
    if (characters.length === 0) return [];
    return speechesOf(ledger).flatMap(({ scene, speech }): readonly Found[] => {
      const { cue } = speech;
      if (cue === '' || told.has(foldName(cue)) || ledger.people.isKnown(cue)) return [];
      told.add(foldName(cue));
      const names = characters.map(({ name }) => name);
      const near = nearest(cue, names);
      return [
        {
          message: `${cue} speaks in ${sceneName(scene)}, and the bible knows nobody of this name.`,
          fix: near === undefined ? `Add ${cue} to the bible, or as an extra to the card.` : `Is it ${near}?`,
          evidence: [
            { from: 'bible', source: { id: BIBLE, field: 'names' }, quote: names.join(', ') },
            words(scene, speech, opening(speech)),
          ],
        },
      ];
    });
  },
};

/** A heading whose place is not in the bible. */
export const unknownSetting: ContinuityRule = {
  id: 'continuity/unknown-setting',
  severity: 'minor',
  confidence: 0.9,
  title: 'A scene plays where nobody knows',
  why: 'The place in the heading is no setting of the bible and no alias of one. A part of a known place (HOUSE - KITCHEN) is known. Told once a place.',
  find: (ledger) => {
    const settings = entriesOf(ledger.bible, 'setting');
    if (settings.length === 0) return [];
    const known = new Set(settings.flatMap(({ name, aliases }) => [name, ...aliases].map(lettersOf)));
    const told = new Set<string>();
    return ledger.scenes.flatMap((scene): readonly Found[] => {
      const { location, sublocations } = readHeading(scene.heading);
      const places = [location, ...sublocations];
      const ways = places.flatMap((_, from) =>
        places.slice(from).map((_one, to) => places.slice(from, from + to + 1).join(' ')),
      );
      const key = lettersOf(places.join(' '));
      if (key === '' || told.has(key) || ways.some((way) => known.has(lettersOf(way)))) return [];
      // INT. CAR / STREET and INTERCUT name places of which each may be known.
      if (location.split('/').some((part) => known.has(lettersOf(part)))) return [];
      told.add(key);
      const names = settings.map(({ name }) => name);
      const near = nearest(places.join(' - '), names);
      return [
        {
          message: `${sceneName(scene)} plays in ${places.join(' - ')}, and the bible knows no such place.`.replace(
            /^s/,
            'S',
          ),
          fix: near === undefined ? 'Add the place to the bible.' : `Is it ${near}?`,
          evidence: [
            { from: 'bible', source: { id: BIBLE, field: 'names' }, quote: names.join(', ') },
            { from: 'script', scene: scene.id, source: { id: scene.id, field: 'heading' }, quote: scene.heading },
          ],
        },
      ];
    });
  },
};

/** A capital inside a sentence, in a word of five letters or more. */
const NAMED = /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}{4,}\b/gu;

/** A name that is a slip of another. */
export const nameSpelling: ContinuityRule = {
  id: 'continuity/name-spelling',
  severity: 'minor',
  confidence: 0.8,
  title: 'A name spelled in another way',
  why: 'A word that stands once, with a capital inside a sentence, one letter from a name of the bible that stands three times or more. Left alone: names of others, and words under five letters.',
  find: (ledger) => {
    const counts = new Map<string, number>();
    const places = new Map<string, Found['evidence'][1]>();
    const own = new Set<string>();
    for (const { name, aliases } of ledger.bible.entries)
      for (const word of [name, ...aliases].flatMap((one) => one.split(/[^\p{L}\p{M}]+/u))) own.add(word.toUpperCase());
    for (const scene of ledger.scenes)
      for (const element of scene.elements) {
        const cue = element.cue.toUpperCase();
        if (own.has(cue)) counts.set(cue, (counts.get(cue) ?? 0) + 1);
        for (const [word] of element.text.matchAll(NAMED)) {
          const key = word.toUpperCase();
          counts.set(key, (counts.get(key) ?? 0) + 1);
          if (!places.has(key)) places.set(key, words(scene, element, word));
        }
      }
    const counted = [...counts].map(([name, count]) => ({ name, count }));
    return findSlips(counted).flatMap(({ rare, usual }): readonly Found[] => {
      const place = places.get(rare);
      if (place === undefined || own.has(rare) || !own.has(usual)) return [];
      return [
        {
          message: `${place.quote} may be a slip of ${usual}.`,
          fix: `Write ${usual}, or add ${place.quote} to the bible.`,
          evidence: [{ from: 'bible', source: { id: BIBLE, field: 'names' }, quote: usual }, place],
        },
      ];
    });
  },
};
