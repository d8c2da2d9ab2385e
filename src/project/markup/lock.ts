import { randomUUID } from 'node:crypto';
import { foldName, type RecordWrite } from '../../bibles/index.ts';
import { ScriptGenError, toJson } from '../../core/index.ts';
import {
  blocksInLines,
  editDocument,
  edited,
  type Lock,
  type LockDocument,
  type LockedHeadings,
  lockedLines,
  lockText,
  NO_MARKUP,
  sameBlocks,
} from '../../markup/index.ts';
import type { Block } from '../../screenplay/index.ts';
import { recordWrite } from '../record-write.ts';
import { actNamed } from './acts.ts';
import { type Standing, type StandingScene, writtenText } from './standing.ts';
import { type Target, targetOf } from './target.ts';

/** The writes that lock something: the lock, and for lines the edit that says where they stand. */
export async function lockWrites(
  standing: Standing,
  what: string,
  dir: string,
): Promise<{ readonly id: string; readonly writes: readonly RecordWrite[] }> {
  const document = withHeadings(standing, documentOf(standing, targetOf(what), dir));
  const same = locksOn(standing, document)[0];
  if (same !== undefined)
    throw new ScriptGenError({
      code: 'markup/conflict',
      message: `${lockText(same, standing.story.outline).replace(/[.!?]$/, '')}.`,
      hint: 'There is nothing to lock.',
    });
  const id = `lk_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const lock: RecordWrite = { type: 'record', kind: 'lock', id, expected: 0, document: toJson(document) };
  const edit = document.scope === 'line' ? await editWrite(standing, standing.scene(document.scene)) : [];
  return { id, writes: [...edit, lock] };
}

/** The locks that a name means. @throws ScriptGenError `markup/not-found` */
export function locksNamed(standing: Standing, what: string, dir: string): readonly Lock[] {
  const { locks } = standing.story.markup ?? NO_MARKUP;
  const target = targetOf(what);
  const found =
    target.on === 'id'
      ? locks.filter(({ id }) => id === target.id)
      : target.on === 'lines'
        ? linesWithin(standing, target, locks)
        : target.on === 'act' && locks.some((lock) => isAct(lock, target.act))
          ? locks.filter((lock) => isAct(lock, target.act))
          : locksOn(standing, documentOf(standing, target, dir));
  if (found.length > 0) return found;
  throw new ScriptGenError({
    code: 'markup/not-found',
    message: `${JSON.stringify(what)} is not locked.`,
    hint: 'What is locked: scriptgen locks',
  });
}

/** What a lock is on, as people say it: `scene 4, lines 12-14`. */
export function onText(standing: Standing, lock: Lock): string {
  switch (lock.scope) {
    case 'outline':
      return 'the outline';
    case 'act':
      return `${lock.act} (${lock.scenes.length} scenes)`;
    default: {
      const card = standing.story.outline.cards.find(({ id }) => id === lock.scene);
      if (card === undefined) return 'a scene that is gone';
      const scene = standing.scene(card.id);
      const lines = lock.scope === 'line' ? linesOf(scene, lock.blocks) : [];
      const [first, last] = [lines[0], lines.at(-1)];
      const where = first === undefined ? '' : first === last ? `, line ${first}` : `, lines ${first}-${last}`;
      return `scene ${scene.at.label ?? scene.at.number}${where}`;
    }
  }
}

/** The printed lines that these blocks stand in. */
export function linesOf({ text, lines }: StandingScene, blocks: readonly Block[]): readonly number[] {
  const all = text?.blocks ?? [];
  const from = [...all.keys()].find((at) => sameBlocks(all.slice(at, at + blocks.length), blocks));
  if (from === undefined) return [];
  return lines.flatMap(({ line, block }) =>
    block !== undefined && from <= block && block < from + blocks.length ? [line] : [],
  );
}

function documentOf(standing: Standing, target: Target, dir: string): LockDocument {
  switch (target.on) {
    case 'outline':
      return { scope: 'outline' };
    case 'act': {
      const { name, scenes } = actNamed(standing.story, dir, target.act);
      return { scope: 'act', act: name, scenes };
    }
    case 'scene':
      return { scope: 'scene', scene: standing.scene(target.scene).card.id };
    case 'lines': {
      const scene = standing.scene(target.scene);
      const { blocks } = writtenText(scene);
      const span = blocksInLines(scene.lines, target.first, target.last);
      if (span === undefined) throw noLines(scene, target);
      return { scope: 'line', scene: scene.card.id, blocks: blocks.slice(span.from, span.to).map(bare) };
    }
    case 'id':
      throw new ScriptGenError({
        code: 'input/invalid',
        message: `${target.id} is a lock.`,
        hint: 'Name what to lock: 9:12-14, 9, act:2 or outline.',
      });
  }
}

function withHeadings(standing: Standing, document: LockDocument): LockDocument {
  if (document.scope === 'act') return { ...document, headings: headingsOf(standing, document.scenes) };
  return document.scope === 'scene' ? { ...document, headings: headingsOf(standing, [document.scene]) } : document;
}

/** The headings of written scenes; a scene that was taken over keeps its own by itself. */
function headingsOf(standing: Standing, scenes: readonly string[]): LockedHeadings {
  return Object.fromEntries(
    scenes.flatMap((id) => {
      const scene = standing.scene(id);
      writtenText(scene);
      return scene.draft?.pinned === true ? [] : [[id, scene.heading] as const];
    }),
  );
}

function noLines({ at, lines }: StandingScene, { first, last }: { readonly first: number; readonly last: number }) {
  return new ScriptGenError({
    code: 'markup/not-found',
    message: `Nothing of scene ${at.number} stands in the lines ${first === last ? first : `${first}-${last}`}.`,
    hint: `It has ${lines.length} lines: scriptgen locks ${at.number} prints them. A heading is locked with its scene.`,
  });
}

/** Whether a lock is on the act of this name, also when the structure has no such act any more. */
function isAct(lock: Lock, name: string): boolean {
  return lock.scope === 'act' && foldName(lock.act) === foldName(name);
}

/** The locks on the same thing. */
function locksOn({ story }: Standing, document: LockDocument): readonly Lock[] {
  return (story.markup ?? NO_MARKUP).locks.filter((lock) => isOnSame(lock, document));
}

function isOnSame(lock: LockDocument, other: LockDocument): boolean {
  switch (other.scope) {
    case 'outline':
      return lock.scope === 'outline';
    case 'act':
      return lock.scope === 'act' && lock.act === other.act;
    case 'scene':
      return lock.scope === 'scene' && lock.scene === other.scene;
    case 'line':
      return lock.scope === 'line' && lock.scene === other.scene && sameBlocks(lock.blocks, other.blocks);
  }
}

function linesWithin(
  standing: Standing,
  { scene: asked, first, last }: Extract<Target, { readonly on: 'lines' }>,
  locks: readonly Lock[],
): readonly Lock[] {
  const scene = standing.scene(asked);
  return locks.filter(
    (lock) =>
      lock.scope === 'line' &&
      lock.scene === scene.card.id &&
      linesOf(scene, lock.blocks).some((line) => first <= line && line <= last),
  );
}

/** The edit that has the scene as it reads: a generated line is locked at its place. */
async function editWrite(standing: Standing, scene: StandingScene): Promise<readonly RecordWrite[]> {
  const { card, draft } = scene;
  const { blocks } = writtenText(scene);
  const generated = draft?.blocks ?? [];
  const edit = standing.story.markup?.edits.get(card.id);
  const { story, storage } = standing;
  const document = editDocument(edited(generated, edit, blocks, lockedLines(story.markup, card.id)));
  return recordWrite({ store: storage.bibles, script: story.script }, { kind: 'edit', id: card.id, document });
}

function bare({ id: _, position: __, ...block }: Block): Block {
  return block as Block;
}
