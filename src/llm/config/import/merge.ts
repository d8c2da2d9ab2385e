import type { ModelsConfig } from '../config.ts';
import { isObject } from './draft.ts';

/** A configuration with another under it, and a remark on every field that stands in both and differs. */
export interface Merged {
  readonly value: object;
  readonly remarks: readonly string[];
}

/** Lay an import under what a models.json says already: nothing in it is changed or taken away. */
export function mergeModels(present: object, imported: ModelsConfig): Merged {
  const remarks: string[] = [];
  const merge = (above: unknown, below: unknown, path: string): unknown => {
    if (above === undefined) return below;
    // A base URL and its key belong together: options are one value.
    if (isObject(above) && isObject(below) && !path.endsWith('.options'))
      return Object.fromEntries(
        [...new Set([...Object.keys(above), ...Object.keys(below)])].map((key) => [
          key,
          merge(above[key], below[key], path === '' ? key : `${path}.${key}`),
        ]),
      );
    if (below !== undefined && JSON.stringify(above) !== JSON.stringify(below))
      remarks.push(`${path} is there already and was kept.`);
    return above;
  };
  const { version, ...rest } = imported;
  const value = merge(present, { ...('version' in present ? {} : { version }), ...rest }, '');
  return { value: isObject(value) ? value : {}, remarks };
}
