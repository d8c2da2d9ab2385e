import { deriveId } from '../../core/index.ts';
import { byUse } from '../cast/cues.ts';
import type { Doubt, ExtractedSetting, Missed, Quote } from '../extracted.ts';
import type { Told } from '../material.ts';
import { isActTitle, type Part } from '../parts.ts';
import { type Quoter, shortened } from '../quote.ts';
import { type Place, placeKey, placeOf } from './place.ts';
import { settingDoubts } from './setting-doubts.ts';
import { stagePlace } from './stage-place.ts';

/** The settings of a script, and the setting of each of its parts. */
export interface Places {
  readonly settings: readonly ExtractedSetting[];
  readonly doubtful: readonly Doubt[];
  readonly missed: readonly Missed[];
  /** By the part's place in the script. */
  readonly settingOf: readonly (string | null)[];
}

/** Where settings are looked for. */
export interface PlaceSource {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly sceneIds: readonly string[];
  readonly told: readonly Told[];
  readonly quote: Quoter;
}

/** A part with its place. */
interface Placed {
  readonly place: Place;
  readonly part: number;
}

/** Find every setting once, with the places that it is in. */
export function placesOf(source: PlaceSource): Places {
  const { id, parts, sceneIds, told, quote } = source;
  const placed = parts.map(
    (part, at): Placed => ({
      place: partPlace(
        part,
        told.filter((one) => one.part === at),
      ),
      part: at,
    }),
  );
  const groups = new Map<
    string,
    { readonly path: readonly string[]; readonly own: Placed[]; readonly below: Placed[] }
  >();
  for (const one of placed) {
    for (const [depth] of one.place.path.entries()) {
      const path = one.place.path.slice(0, depth + 1);
      const key = placeKey(path);
      const group = groups.get(key) ?? { path, own: [], below: [] };
      (depth + 1 === one.place.path.length ? group.own : group.below).push(one);
      groups.set(key, group);
    }
  }
  const idOf = (path: readonly string[]): string => deriveId('st', id, placeKey(path));
  const settings = [...groups.values()].map(({ path, own, below }): ExtractedSetting => {
    const [name = path.join(' - '), ...spellings] = byUse(own.map(({ place }) => place.written));
    const all = [...own, ...below];
    const inside = all.filter(({ place }) => place.prefix !== 'EXT').length;
    const shown = all.flatMap(({ part }) => told.find((one) => one.part === part && one.text.trim() !== '') ?? [])[0];
    return {
      id: idOf(path),
      name,
      spellings,
      inside: path.length > 1 ? idOf(path.slice(0, -1)) : null,
      interior: inside * 2 >= all.length,
      times: [...new Set(own.flatMap(({ place }) => place.time ?? []))],
      description: own.length === 0 ? null : describe(shown, quote),
      scenes: own.flatMap(({ part }) => sceneIds[part] ?? []),
    };
  });
  const guesses = placed.filter(({ place }) => place.isGuess).map(({ place }) => place.path.slice(0, 2).join('\n'));
  return {
    settings,
    doubtful: [
      ...settingDoubts(settings),
      ...[...new Set(guesses)].map((pair): Doubt => {
        const [outer = '', inner = ''] = pair.split('\n');
        return {
          kind: 'setting',
          ids: [idOf([outer]), idOf([outer, inner])],
          names: [outer, inner],
          reason: `${inner} may not be inside ${outer}`,
        };
      }),
    ],
    missed: [
      ...placed
        .filter(({ place }) => place.path.length === 0)
        .map(({ part }): Missed => ({ what: 'place', id: sceneIds[part] ?? '', name: headText(parts[part]) })),
      ...settings
        .filter(({ description, scenes }) => description === null && scenes.length > 0)
        .map(({ id: own, name }): Missed => ({ what: 'description', id: own, name })),
    ],
    settingOf: placed.map(({ place }) => (place.path.length === 0 ? null : idOf(place.path))),
  };
}

/** The place of a part: of its heading, or where that names an act or there is none, of the action that stands first. */
function partPlace({ head }: Part, told: readonly Told[]): Place {
  const isHeading = head?.type === 'sceneHeading';
  if (isHeading && !isActTitle(head.text)) return placeOf(head.text);
  const name = stagePlace(told[0]?.text ?? '');
  const written = name ?? '';
  return { path: name === undefined ? [] : [name], written, prefix: undefined, time: undefined, isGuess: false };
}

function describe(told: Told | undefined, quote: Quoter): Quote | null {
  return told === undefined ? null : quote(told.block, shortened(told.text));
}

function headText(part: Part | undefined): string {
  return part?.head?.text ?? '';
}
