import { fingerprint, type Reference } from '../core/index.ts';

/** A scene that was written before another one, as those who make the other read it. */
export interface EarlierScene {
  readonly heading: string;
  readonly synopsis: string;
  /** Its last lines, or all of it, as plain text; `''` where it is not written. */
  readonly text: string;
}

/** Earlier scenes as text for a prompt, in the order of the script. */
export function printEarlier(scenes: readonly EarlierScene[] = []): string {
  if (scenes.length === 0) return 'not given';
  return scenes.map(({ heading, synopsis, text }) => [heading, `(${synopsis})`, text].join('\n').trim()).join('\n\n');
}

/** What was read of earlier scenes, as a reference; none where nothing was. */
export function earlierReferences(scenes: readonly EarlierScene[] | undefined): readonly Reference[] {
  if (scenes === undefined) return [];
  return [{ source: 'script', field: 'earlier', label: 'the scenes before', version: fingerprint(scenes) }];
}
