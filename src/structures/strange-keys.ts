import { nearest } from '../core/index.ts';
import { Act, Beat, File, Point, Structure } from './schema.ts';

/** Keys of a structures file that nothing reads: `structures.own.beats.0.purpos is not known. Did you mean "purpose"?` */
export function strangeKeys(file: unknown): readonly string[] {
  const structures = partsOf(file, 'structures');
  return [
    ...strangeIn(file, '', Object.keys(File.shape)),
    ...structures.flatMap(([id, structure]) => {
      const path = `structures.${id}.`;
      const inside = (part: 'beats' | 'acts' | 'tension', known: readonly string[]): readonly string[] =>
        partsOf(structure, part).flatMap(([at, one]) => strangeIn(one, `${path}${part}.${at}.`, known));
      return [
        ...strangeIn(structure, path, Object.keys(Structure.shape)),
        ...inside('beats', Object.keys(Beat.shape)),
        ...inside('acts', Object.keys(Act.shape)),
        ...inside('tension', Object.keys(Point.shape)),
      ];
    }),
  ];
}

function strangeIn(value: unknown, path: string, known: readonly string[]): readonly string[] {
  const strange = Object.keys(Object(value)).filter((key) => !known.includes(key));
  return strange.map((key) => {
    const meant = nearest(key, known);
    return `${path}${key} is not known. ${meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${JSON.stringify(meant)}?`}`;
  });
}

function partsOf(value: unknown, key: string): readonly [string, unknown][] {
  return Object.entries(Object(Reflect.get(Object(value), key)));
}
