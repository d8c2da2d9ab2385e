import { randomUUID } from 'node:crypto';
import { type NewEntry, type Script, templateFor } from '../bibles/index.ts';
import { ScriptGenError } from '../core/index.ts';

/** A bible to begin by hand. */
export interface NewScript {
  readonly title: string;
  /** What it begins with: `short`, `feature`, `series`, `season`, `episode`; nothing unless given. */
  readonly template?: string;
  /** The series or season that it belongs to, by slug or id. */
  readonly series?: string;
  /** `writer` unless given. */
  readonly author?: string;
}

/** A script without scenes, and the entries of its template. Throws `input/invalid` for an unknown template or no title. */
export function newScript(
  { title: given, template }: NewScript,
  { title, slug }: { readonly title: string; readonly slug: string },
  parent: Script | undefined,
): { readonly script: Script; readonly entries: readonly NewEntry[] } {
  if (given.trim() === '')
    throw new ScriptGenError({
      code: 'input/invalid',
      message: 'The title is empty.',
      hint: 'Give the bible a title: scriptgen bible new "The Lighthouse"',
    });
  const id = `sp_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const entries = template === undefined ? [] : templateFor(template).entries(id);
  const script: Script = {
    id,
    slug,
    title,
    logline: '',
    premise: '',
    format: template === 'feature' ? 'feature' : template === 'short' || template === undefined ? 'short' : 'tv-hour',
    scenes: 0,
    ...(parent === undefined ? {} : { parent: parent.id }),
  };
  return { script, entries };
}
