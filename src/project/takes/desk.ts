import type { Wiring } from '../wiring.ts';
import { mixTakes, proposeTake, useTake } from './choose.ts';
import { numberedLines } from './numbered-lines.ts';
import type { ProjectTakes, ScriptTakes, ShownTake } from './script-takes.ts';
import { compareTakes, compareTexts, takesOf } from './stand.ts';
import { takeNumbered } from './take.ts';
import { writeTakes } from './write.ts';

/** Open that part of a project. */
export function openTakes(wiring: Wiring): ProjectTakes {
  return { takes: async (name) => takesOfScript(wiring, (await wiring.getScript(name)).id) };
}

function takesOfScript(wiring: Wiring, id: string): ScriptTakes {
  const at = (scene: string) => takesOf(wiring, id, scene);
  const show = async (scene: string, number?: number): Promise<ShownTake> => {
    const { place, takes, current } = await at(scene);
    const take = number === undefined ? undefined : takeNumbered(takes, number, place.number);
    return { scene: place, ...(take === undefined ? {} : { take }), lines: numberedLines(take?.blocks ?? current) };
  };
  return {
    write: async (scene, options = {}) => {
      const stand = await at(scene);
      return { scene: stand.place, ...(await writeTakes(wiring, stand, options)) };
    },
    list: async (scene) => {
      const { place, takes, choice } = await at(scene);
      return { scene: place, chosen: choice?.take ?? 0, takes };
    },
    show,
    diff: async (scene, take, other) => compareTakes(await at(scene), take, other),
    use: async (scene, take, how = {}) => useTake(wiring, await at(scene), take, how),
    mix: async (scene, picks, { after, ...how } = {}) => {
      const before = await at(scene);
      const changeSet = await mixTakes(before, { picks, after }, how);
      const diff = compareTexts(before.current, (await at(scene)).current);
      return { scene: before.place, diff, ...(changeSet === undefined ? {} : { changeSet }) };
    },
    propose: async (scene, take, how = {}) => proposeTake(await at(scene), take, how),
  };
}
