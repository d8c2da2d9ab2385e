import type { BibleStore } from '../bibles/index.ts';

/** The file-name form of a title: lower-case letters and digits of any script, joined by hyphens; 60 characters at most. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return [...slug].slice(0, 60).join('').replace(/-+$/, '') || 'script';
}

/** A slug that none of these has: `-2`, `-3` … is added where it must be. */
export function freeSlug(title: string, taken: readonly string[]): string {
  const slug = slugOf(title);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** A title and a slug that no script has: the title that was asked for, else the suggested one. */
export async function freeTitle(
  store: Pick<BibleStore, 'listScripts'>,
  asked: string | undefined,
  suggested: string,
): Promise<{ readonly title: string; readonly slug: string }> {
  const title = asked?.trim() || suggested;
  const taken = (await store.listScripts()).map(({ slug }) => slug);
  return { title, slug: freeSlug(title, taken) };
}
