import { toJson } from '../../core/index.ts';
import { FRONT, type FrontDocument } from '../edit.ts';
import { castNotes } from './cast-notes.ts';
import { type ExportedText, type FileText, sameText } from './exported-text.ts';
import { fatesOf } from './fates.ts';
import type { SceneItem } from './items.ts';
import { itemsOf } from './items.ts';
import { matchScenes } from './match-scenes.ts';
import { newCard } from './new-card.ts';
import { movedScenes, placedBehind } from './order.ts';
import { proposalsOf } from './proposals.ts';
import { refusalsOf } from './refusals.ts';
import { remembered } from './remembered.ts';
import { headed } from './retitle.ts';
import { sceneEdit } from './scene-edit.ts';
import type { ScriptNow } from './script-now.ts';
import type { SyncPlan, SyncWrite } from './sync-plan.ts';

/**
 * Say what a file that a person edited makes of a script. Pure; what did not change is not in it.
 *
 * @param exported The file as it was written.
 * @param file The file as it is.
 */
export function planSync(now: ScriptNow, exported: ExportedText, file: FileText): SyncPlan {
  const match = matchScenes(exported.scenes, file.scenes);
  const items = itemsOf(now, { match, exported, file });
  const gone = match.gone.map((one) => ({
    id: one.scene,
    blocks: exported.scenes.find(({ id }) => id === one.scene)?.blocks ?? [],
    ...(one.mergedInto === undefined ? {} : { into: items[one.mergedInto]?.id ?? '' }),
  }));
  const ids = items.map(({ id }) => id);
  const known = new Set(exported.scenes.map(({ id }) => id));
  const there = new Set(now.cards.map(({ id }) => id));
  const isInOrder = sameJson(
    now.cards.map(({ id }) => id).filter((id) => ids.includes(id)),
    ids.filter((id) => there.has(id)),
  );
  const moves = isInOrder ? new Set<string>() : movedScenes([...known], ids);
  const refused = refusalsOf(now, { items, gone, moves });
  const moved = [...moves].filter((id) => there.has(id) && !refused.moves.has(id));
  const isNew = ({ id, exported: was }: SceneItem): boolean => !there.has(id) && (was === undefined || isChanged(id));
  const isChanged = (id: string): boolean => items.some((item) => item.id === id && (item.isEdited || item.isRetitled));
  const taken = items.filter(({ id }) => !refused.scenes.has(id));
  const added = taken.filter(isNew);
  const placed = new Set([...moved, ...added.map(({ id }) => id)]);
  const left = gone.filter(({ id }) => !refused.scenes.has(id) && there.has(id));
  const leaving = new Set(left.map(({ id }) => id));
  const behind = placedBehind(ids, placed, (id) => there.has(id) && !leaving.has(id));
  const conflicts = new Map<string, number>();
  const writes = items.flatMap((item): readonly SyncWrite[] => {
    const after = behind.get(item.id);
    const place = after === undefined ? {} : { after };
    if (!refused.scenes.has(item.id) && isNew(item)) return newScene(now, item, place);
    const card = now.cards.find(({ id }) => id === item.id);
    if (card === undefined) return [];
    const isTaken = item.exported !== undefined && !refused.scenes.has(item.id);
    const edit = isTaken && item.exported ? sceneEdit(now, card, item.exported, item.file) : { conflicts: 0 };
    conflicts.set(item.id, edit.conflicts);
    const isCard = edit.card !== undefined || after !== undefined;
    return [
      ...(isCard ? [{ type: 'card' as const, id: item.id, card: edit.card ?? card, ...place }] : []),
      ...(edit.document === undefined ? [] : [record('edit', item.id, edit.document)]),
      ...(edit.document === undefined || isWritten(now, item.id) ? [] : [record('pin', item.id, {})]),
    ];
  });
  const front = frontOf(now, exported, file);
  return {
    scenes: fatesOf({ items, gone, exported, refused, moves, conflicts }),
    front: front !== undefined,
    writes: [
      ...writes,
      ...left.map(({ id }) => ({ type: 'card' as const, id, card: null })),
      ...(front === undefined ? [] : [record('edit', FRONT, front)]),
    ],
    proposals: proposalsOf(now, taken),
    notes: castNotes(now, taken),
    exported: remembered({ items, exported, file, refused }),
    kept: exported.scenes.length - gone.length,
  };
}

/** A scene that a person wrote: a card that says what the text tells, the text, and a pin. */
function newScene(
  now: ScriptNow,
  { id, file }: SceneItem,
  place: { readonly after?: string | null },
): readonly SyncWrite[] {
  const { card, heading } = headed(newCard(id, file, now.bible), file.heading, now);
  const edit = { base: [], text: file.blocks, ...(heading === undefined ? {} : { heading }) };
  return [{ type: 'card', id, card, ...place }, record('edit', id, edit), record('pin', id, {})];
}

/** Whether a scene has a generated text, or a person's that keeps it from getting one. */
function isWritten({ generated, markup }: ScriptNow, id: string): boolean {
  return generated.has(id) || markup.pins.has(id);
}

function record(kind: 'edit' | 'pin', id: string, document: object): SyncWrite {
  return { type: 'record', kind, id, document: toJson(document) };
}

/** What a person made of what stands outside of the scenes; `undefined` when nothing changed. */
function frontOf(now: ScriptNow, exported: ExportedText, file: FileText): FrontDocument | undefined {
  const isTitled = !sameJson(file.titlePage, exported.titlePage) && !sameJson(file.titlePage, now.text.titlePage);
  const isFront = !sameText(file.front, exported.front) && !sameText(file.front, now.text.front);
  const isEnd = !sameText(file.end, exported.end) && !sameText(file.end, now.text.end);
  if (!isTitled && !isFront && !isEnd) return undefined;
  return {
    ...now.markup.front,
    ...(isTitled ? { titlePage: file.titlePage } : {}),
    ...(isFront ? { front: file.front } : {}),
    ...(isEnd ? { end: file.end } : {}),
  };
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
