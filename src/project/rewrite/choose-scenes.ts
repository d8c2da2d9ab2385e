import { ScriptGenError } from '../../core/index.ts';
import { lockText, NO_MARKUP, refuseLocked, type SceneNote, sceneLock } from '../../markup/index.ts';
import { placeOf, type SceneTask } from '../../orchestrator/index.ts';
import { type Concern, concernOf, instructionOf, noteState } from '../../rewrite/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import { noteNamed, stateIn } from '../notes/open-notes.ts';
import { scopeOf } from '../scope.ts';
import type { Wiring } from '../wiring.ts';
import { lensesNamed } from './lenses.ts';
import type { RewriteOptions } from './rewriting.ts';
import type { Standing } from './standing.ts';

/** What is rewritten, and what is left as it is. */
export interface Chosen {
  readonly tasks: readonly SceneTask[];
  readonly left: readonly { readonly at: ScenePlace; readonly why: string }[];
}

/**
 * Choose the scenes to rewrite, and for what. Where notes or an instruction are given, just that is done; readers are asked
 * where nothing is given, or lenses are. `isTrusted`: whether the reviser may work on what nobody asked for.
 *
 * @throws ScriptGenError `markup/locked` for a named scene that is locked, `input/invalid` for one that is not written,
 * `markup/conflict` for a note that cannot be worked on.
 */
export function chooseScenes(
  { agents }: Pick<Wiring, 'agents'>,
  standing: Standing,
  how: RewriteOptions & { readonly isTrusted: boolean },
): Chosen {
  const { story, scenes: written, drafts } = standing;
  const { markup = NO_MARKUP, outline } = story;
  const { notes: ids, instruction, isTrusted } = how;
  const lenses = lensesNamed(how.lenses);
  const named = ids?.map((id) => workable(standing, noteNamed(standing, id)));
  const scope = scopeOf(story, how.scenes === undefined ? {} : { scenes: how.scenes }).scenes;
  const wanted = scope ?? (named === undefined ? undefined : new Set(named.map(({ scene }) => scene)));
  for (const { id, scene } of named ?? [])
    if (!wanted?.has(scene))
      throw conflict(`The note ${id} is on none of the scenes that are named.`, 'Name its scene, too.');

  const isRead = lenses !== undefined || (named === undefined && instruction === undefined);
  const readers = isRead && isTrusted ? { agents, lenses } : undefined;
  const concernsOf = (scene: string, blocks: SceneTask['scene']['blocks']): readonly Concern[] => {
    const open = named ?? (instruction === undefined ? markup.notes : []);
    const own = open
      .filter((note) => note.scene === scene && noteState(note, blocks) === 'open')
      .map((note) => concernOf(note, { named: named !== undefined }));
    const asked = instruction === undefined ? [] : [instructionOf(scene, instruction)];
    return [...asked, ...own.filter(({ asked: isAsked }) => isTrusted || isAsked === true)];
  };

  const tasks: SceneTask[] = [];
  const left: { at: ScenePlace; why: string }[] = [];
  for (const [place, card] of outline.cards.entries()) {
    if (wanted !== undefined && !wanted.has(card.id)) continue;
    const isNamed = wanted !== undefined;
    const at = placeOf(story, card, place);
    if (isNamed) refuseLocked(story, { type: 'scene', scene: card.id });
    const scene = written.find((one) => one.card.id === card.id);
    const lock = sceneLock(markup, card.id);
    const isPinned = markup.pins.has(card.id) || drafts.get(card.id)?.pinned === true;
    if (scene === undefined) {
      if (isNamed) throw notWritten(at);
      left.push({ at, why: 'it is not written yet' });
    } else if (lock !== undefined) left.push({ at, why: lockText(lock, outline) });
    else if (isPinned && !isNamed) left.push({ at, why: 'it is pinned: name it to have it rewritten' });
    else tasks.push({ scene, concerns: concernsOf(card.id, scene.blocks), readers });
  }
  return { tasks, left };
}

function workable(standing: Standing, note: SceneNote): SceneNote {
  const state = stateIn(standing, note);
  if (state === 'open') return note;
  const hint =
    state === 'stale' ? 'Write it anew, with words that stand there.' : `Open it again: scriptgen note open ${note.id}`;
  const why = state === 'stale' ? 'The words that the note is about are gone' : `The note is ${state}`;
  throw conflict(`${why}: ${note.id}, ${JSON.stringify(note.quote ?? note.message)}.`, hint);
}

function notWritten({ number }: ScenePlace): ScriptGenError {
  return new ScriptGenError({
    code: 'input/invalid',
    message: `Scene ${number} is not written yet.`,
    hint: `Write it first: scriptgen build --scenes ${number}`,
  });
}

function conflict(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'markup/conflict', message, hint });
}
