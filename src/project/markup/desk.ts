import { ScriptGenError } from '../../core/index.ts';
import { lockedLines, NO_MARKUP } from '../../markup/index.ts';
import { askedBy, placeOf } from '../../orchestrator/index.ts';
import { recordWrite } from '../record-write.ts';
import type { Wiring } from '../wiring.ts';
import { linesOf, locksNamed, lockWrites, onText } from './lock.ts';
import type { ScriptMarkup } from './script-markup.ts';
import { type Standing, standingOf, writeRecords, writtenText } from './standing.ts';

/** The part of a project that keeps what people decide about the text of its scripts. */
export interface ProjectMarkup {
  /** What is locked, approved and still fine in a script. */
  markup(script?: string): Promise<ScriptMarkup>;
}

/** Open that part of a project. */
export function openMarkup(wiring: Wiring): ProjectMarkup {
  return { markup: async (name) => markupOf(wiring, (await wiring.getScript(name)).id) };
}

function markupOf(wiring: Wiring, id: string): ScriptMarkup {
  const now = (): Promise<Standing> => standingOf(wiring, id);
  const asked = async ({ story }: Standing, scene: string) => {
    const { card } = (await now()).scene(scene);
    return askedBy((await wiring.runFor(id, 'plan')).run, story, card, wiring.agents);
  };
  return {
    marks: async () => {
      const standing = await now();
      const { story } = standing;
      const { locks, pins, fines } = story.markup ?? NO_MARKUP;
      const places = story.outline.cards.map((card, place) => placeOf(story, card, place));
      return {
        locks: locks.map((lock) => ({ ...lock, on: onText(standing, lock) })),
        pins: places.flatMap((place) => [pins.get(place.id)].flatMap((pin) => (pin ? [{ ...pin, ...place }] : []))),
        fines: await Promise.all(
          places.flatMap((place) => {
            const fine = fines.get(place.id);
            if (fine === undefined) return [];
            return [asked(standing, place.id).then(({ isFine }) => ({ ...fine, ...place, holds: isFine }))];
          }),
        ),
      };
    },
    lines: async (name) => {
      const standing = await now();
      const scene = standing.scene(name);
      const { conflicts } = writtenText(scene);
      const locks = lockedLines(standing.story.markup, scene.card.id);
      const locked = new Set(locks.flatMap(({ blocks }) => linesOf(scene, blocks)));
      return {
        ...scene.at,
        lines: scene.lines.map((line) => ({ ...line, locked: locked.has(line.line) })),
        conflicts,
      };
    },
    lock: async (what, how = {}) => {
      const standing = await now();
      const { id: lock, writes } = await lockWrites(standing, what, wiring.dir);
      await writeRecords(standing, writes, how);
      return found((await now()).story.markup?.locks.find((one) => one.id === lock));
    },
    unlock: async (what, how = {}) => {
      const standing = await now();
      const locks = locksNamed(standing, what, wiring.dir);
      const writes = locks.map(({ id: lock, version }) => ({
        ...({ type: 'record', kind: 'lock', id: lock, expected: version } as const),
        document: null,
      }));
      await writeRecords(standing, writes, how);
      return locks;
    },
    pin: async (name, how = {}) => {
      const standing = await now();
      const scene = standing.scene(name);
      writtenText(scene);
      const there = standing.story.markup?.pins.get(scene.card.id);
      if (there !== undefined)
        throw new ScriptGenError({
          code: 'markup/conflict',
          message: `Scene ${scene.at.number} is pinned already, by ${there.by.name} since ${there.time.slice(0, 10)}.`,
          hint: 'There is nothing to do.',
        });
      await write(standing, how, { kind: 'pin', id: scene.card.id, document: {} });
      return found((await now()).story.markup?.pins.get(scene.card.id));
    },
    unpin: async (name, how = {}) => {
      const standing = await now();
      const { card, at } = standing.scene(name);
      if (standing.story.markup?.pins.has(card.id) !== true) throw isNot(at.number, 'pinned');
      await write(standing, how, { kind: 'pin', id: card.id, document: null });
    },
    markFine: async (name, how = {}) => {
      const standing = await now();
      const scene = standing.scene(name);
      writtenText(scene);
      const { keys, isStale } = await asked(standing, scene.card.id);
      if (!isStale)
        throw new ScriptGenError({
          code: 'markup/invalid',
          message: `Scene ${scene.at.number} is fresh.`,
          hint: 'Only a stale scene can be still fine: scriptgen status shows which are.',
        });
      await write(standing, how, { kind: 'fine', id: scene.card.id, document: { keys } });
      return found((await now()).story.markup?.fines.get(scene.card.id));
    },
    unmarkFine: async (name, how = {}) => {
      const standing = await now();
      const { card, at } = standing.scene(name);
      if (standing.story.markup?.fines.has(card.id) !== true) throw isNot(at.number, 'marked as still fine');
      await write(standing, how, { kind: 'fine', id: card.id, document: null });
    },
  };
}

async function write(
  standing: Standing,
  how: Parameters<typeof writeRecords>[2],
  record: { readonly kind: 'pin' | 'fine'; readonly id: string; readonly document: object | null },
): Promise<void> {
  const { story, storage } = standing;
  await writeRecords(standing, await recordWrite({ store: storage.bibles, script: story.script }, record), how);
}

/** What was just written, read back. */
function found<T>(value: T | undefined): T {
  if (value !== undefined) return value;
  throw new ScriptGenError({ code: 'markup/not-found', message: 'It was taken away again by somebody else.' });
}

function isNot(number: number, what: string): ScriptGenError {
  return new ScriptGenError({
    code: 'markup/not-found',
    message: `Scene ${number} is not ${what}.`,
    hint: 'What people decided: scriptgen locks',
  });
}
