import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Font, readFont } from '../truetype/font.ts';
import type { FontPackage } from './packages.ts';
import type { FontStyle } from './style.ts';

/** Gives a font of a package; `undefined` when the package is not installed. Each file is read once. */
export type FontLoader = (family: FontPackage, style: FontStyle) => Font | undefined;

/**
 * Look for font packages as Node looks for modules: from these folders, then from the folder the process runs in,
 * then from this package.
 *
 * The loader throws `input/invalid` when a package is there but its file is no TrueType font.
 */
export function openFontLoader(folders: readonly string[]): FontLoader {
  const places = [...folders, '.'].map((folder) => resolve(folder));
  places.push(import.meta.dirname);
  const fonts = new Map<string, Font | undefined>();
  return (family, style) => {
    const file = `${family.name}/${family.files[style]}`;
    if (!fonts.has(file)) fonts.set(file, readFrom(places, file));
    return fonts.get(file);
  };
}

function readFrom(places: readonly string[], file: string): Font | undefined {
  for (const find of [installed, resolved])
    for (const place of places) {
      const path = find(place, file);
      if (path !== undefined) return readFont(readFileSync(path));
    }
  return undefined;
}

/** Where a file of a package stands in the nearest `node_modules`, which is faster found than Node resolves a module. */
function installed(place: string, file: string): string | undefined {
  const path = join(place, 'node_modules', file);
  if (existsSync(path)) return path;
  const above = dirname(place);
  return above === place ? undefined : installed(above, file);
}

/** The same as Node finds it, in which a package manager without such folders may have a hand. */
function resolved(place: string, file: string): string | undefined {
  try {
    return createRequire(`${place}/`).resolve(file);
  } catch {
    return undefined;
  }
}
