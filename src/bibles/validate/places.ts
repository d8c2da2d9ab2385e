import type { Note } from '../../core/index.ts';
import type { Entry } from '../entry.ts';
import { foldName } from '../mentions.ts';
import { placeChain } from '../stage.ts';
import type { Known } from './known.ts';
import { meant } from './meant.ts';
import { makeNote, titleOf } from './title.ts';

/** Places that are in nothing, in what is no place, or in themselves. */
export function placeNotes(known: Known): readonly Note[] {
  const settings = known.all.filter(({ kind }) => kind === 'setting');
  const inLoop = new Set<Entry>();
  return settings.flatMap((setting): readonly Note[] => {
    const inside = setting.document['inside'];
    if (typeof inside !== 'string' || inside === '') return [];
    const outer = known.byId(inside);
    if (outer === undefined) return [nowhere(known, setting, inside)];
    if (outer.kind !== 'setting') return [noPlace(setting, outer)];
    return inLoop.has(setting) ? [] : loopNotes(known, setting, inLoop);
  });
}

function nowhere(known: Known, setting: Entry, inside: string): Note {
  const settings = known.all.filter(({ kind }) => kind === 'setting');
  const named = settings.find(({ name }) => foldName(name) === foldName(inside));
  const fix =
    named === undefined
      ? meant(
          inside,
          settings.map(({ id }) => id),
        )
      : `Write the id of ${titleOf(named)}: ${named.id}.`;
  return makeNote(
    'inside',
    'major',
    `${titleOf(setting)}.inside is ${JSON.stringify(inside)}, which is the id of nothing.`,
    fix ?? 'Write the id of a place, or leave it empty.',
  );
}

function noPlace(setting: Entry, outer: Entry): Note {
  return makeNote(
    'inside',
    'major',
    `${titleOf(setting)}.inside is ${outer.id}, ${titleOf(outer)}: a ${outer.kind}, no place.`,
    'Write the id of a place, or leave it empty.',
  );
}

/** One note for all places of a loop. */
function loopNotes(known: Known, setting: Entry, inLoop: Set<Entry>): readonly Note[] {
  const chain = placeChain({ entries: known.all }, setting.id).map((id) => known.byId(id));
  const entries = chain.filter((entry) => entry !== undefined);
  if (entries.at(-1)?.document['inside'] !== setting.id) return [];
  for (const entry of entries) inLoop.add(entry);
  const around = [...entries, setting].map(titleOf).join(' in ');
  return [
    makeNote('inside-loop', 'major', `${around}: a place is inside itself.`, `Empty the field inside of one of them.`),
  ];
}
