import type { Entry } from '../entry.ts';
import type { Kind, Kinds } from '../kinds/kind.ts';
import type { FileForm } from './file.ts';

/** File names that Windows keeps for devices. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Where the entries of a kind stand: `characters`, `cities`, `glasses`. */
export function folderOf({ name }: Pick<Kind, 'name'>): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** The kind whose entries stand in a folder, by its plural or its name; the first where two share a plural. */
export function kindOfFolder(kinds: Kinds, folder: string): Kind | undefined {
  const all = [...kinds.values()];
  return all.find((kind) => folderOf(kind) === folder) ?? kinds.get(folder);
}

/** The folder that a file stands in, without those above. */
export function folderIn(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** Whether a path can be that of a file of a bible: an entry in the folder of a kind, or a whole bible as `bible.json`. */
export function isBibleFile(path: string, kinds: Kinds): boolean {
  const isEntry = /\.(?:ya?ml|md)$/.test(path) && kindOfFolder(kinds, folderIn(path)) !== undefined;
  return isEntry || path.split('/').at(-1) === 'bible.json';
}

/** The path of an entry's file that none of `taken` is: `characters/maya.yaml`, then `characters/maya-2.yaml`. */
export function pathOf(
  { name, id = '' }: Pick<Entry, 'name'> & { readonly id?: string },
  { kind, form, taken }: { readonly kind: Kind; readonly form: FileForm; readonly taken?: ReadonlySet<string> },
): string {
  const slug = slugOf(name) || slugOf(id) || 'entry';
  for (let count = 1; ; count += 1) {
    const path = `${folderOf(kind)}/${slug}${count === 1 ? '' : `-${count}`}.${form}`;
    if (taken === undefined || !taken.has(path)) return path;
  }
}

/** A name as a file name: letters and digits of any script in lower case, without accents, 60 at most. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.replaceAll(/['’]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '');
  return DEVICES.test(slug) ? `${slug}-entry` : slug;
}
