import type { Screenplay } from '../screenplay/index.ts';
import { castOf } from './cast/cast.ts';
import { draftEntries } from './entries.ts';
import type { Extracted } from './extracted.ts';
import { readMaterial } from './material.ts';
import { placesOf } from './places/settings.ts';
import { quoter } from './quote.ts';
import { sceneIds, scenesIn } from './scenes.ts';

/**
 * Read a bible off a script, with no model: who is in it, where it plays, and which scenes it has.
 *
 * Pure and deterministic, and never throws. What is surely one person is put together; what only may be is said to be
 * doubtful and left apart. Every quote stands in the script, with its line.
 *
 * @param id The script's id, of which all ids are made: the same script read again gets the same ones.
 */
export function extractBible(script: Screenplay, { id }: { readonly id: string }): Extracted {
  const material = readMaterial(script);
  const ids = sceneIds(id, material.parts);
  const quote = quoter(script);
  const cast = castOf({ script, id, material, quote, sceneIds: ids });
  const places = placesOf({ id, parts: material.parts, sceneIds: ids, told: material.told, quote });
  const scenes = scenesIn({ script, material, ids, cast, settingOf: places.settingOf });
  const { characters } = cast;
  const { settings } = places;
  return {
    characters,
    settings,
    scenes,
    doubtful: [...cast.doubtful, ...places.doubtful],
    missed: [...cast.missed, ...places.missed],
    entries: draftEntries({ characters, settings }),
  };
}
