import { deriveId } from '../core/index.ts';
import { oneLine, plainText, type Screenplay, sceneReport } from '../screenplay/index.ts';
import type { Cast } from './cast/cast.ts';
import type { ExtractedScene } from './extracted.ts';
import type { Material } from './material.ts';
import type { Part } from './parts.ts';

/** Ids for the parts of a script: the same for the same heading, so that a scene put in elsewhere changes none. */
export function sceneIds(script: string, parts: readonly Part[]): readonly string[] {
  const seen = new Map<string, number>();
  return parts.map((part) => {
    const heading = headingOf(part);
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return deriveId('sc', script, heading, String(before));
  });
}

/** What a list of scenes is made of. */
export interface SceneSource {
  readonly script: Screenplay;
  readonly material: Material;
  readonly ids: readonly string[];
  readonly cast: Cast;
  readonly settingOf: readonly (string | null)[];
}

/** The scenes of a script, in order. */
export function scenesIn({ script, material, ids, cast, settingOf }: SceneSource): readonly ExtractedScene[] {
  const { parts, speeches } = material;
  const headed = parts.filter(({ head }) => head?.type === 'sceneHeading');
  const rows = new Map(headed.length === 0 ? [] : sceneReport(script).map((row, at) => [headed[at], row] as const));
  const speakers = parts.map((): string[] => []);
  for (const { cue, part } of speeches) push(speakers[part], cast.idOf(cue));
  const named = parts.map((): string[] => []);
  for (const [id, places] of cast.named) for (const { told } of places) push(named[told.part], id);
  return parts.map((part, at): ExtractedScene => {
    const row = rows.get(part);
    const own = speakers[at] ?? [];
    return {
      id: ids[at] ?? '',
      number: row?.number ?? String(at + 1),
      heading: headingOf(part),
      setting: settingOf[at] ?? null,
      cast: [...new Set([...own, ...(named[at] ?? [])])],
      speakers: own,
      line: part.blocks[0]?.position?.line ?? null,
      eighths: row?.eighths ?? null,
      page: row?.page ?? null,
    };
  });
}

function headingOf({ head }: Part): string {
  return head === undefined ? '' : oneLine(plainText(head.text)).toUpperCase();
}

function push(list: string[] | undefined, id: string | undefined): void {
  if (id !== undefined && list?.includes(id) === false) list.push(id);
}
