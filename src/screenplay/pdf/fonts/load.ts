import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
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
  const finders = [...folders, '.'].map((folder) => createRequire(`${resolve(folder)}/`));
  finders.push(createRequire(import.meta.url));
  const fonts = new Map<string, Font | undefined>();
  return (family, style) => {
    const file = `${family.name}/${family.files[style]}`;
    if (!fonts.has(file)) fonts.set(file, readFrom(finders, file));
    return fonts.get(file);
  };
}

function readFrom(finders: readonly NodeJS.Require[], file: string): Font | undefined {
  for (const finder of finders) {
    const path = found(finder, file);
    if (path !== undefined) return readFont(readFileSync(path));
  }
  return undefined;
}

function found(finder: NodeJS.Require, file: string): string | undefined {
  try {
    return finder.resolve(file);
  } catch {
    return undefined;
  }
}
