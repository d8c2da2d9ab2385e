import { ScriptGenError } from '../../core/index.ts';
import { NO_MARKUP, type NoteDocument, type SceneNote } from '../../markup/index.ts';
import { placeOf } from '../../orchestrator/index.ts';
import { noteId, noteState } from '../../rewrite/index.ts';
import { cardNamed } from '../bible/desk.ts';
import { recordWrite } from '../record-write.ts';
import { readStanding, type Standing } from '../rewrite/standing.ts';
import type { Wiring } from '../wiring.ts';
import type { NoteView, ScriptNotes } from './script-notes.ts';

/** The part of a project that keeps notes on scenes. */
export interface ProjectNotes {
  /** The notes on a script's scenes. */
  sceneNotes(script?: string): Promise<ScriptNotes>;
}

/** Open that part of a project. */
export function openNotes(wiring: Wiring): ProjectNotes {
  return { sceneNotes: async (name) => notesOf(wiring, (await wiring.getScript(name)).id) };
}

function notesOf(wiring: Wiring, id: string): ScriptNotes {
  const now = (): Promise<Standing> => readStanding(wiring, id);
  const write = async (
    standing: Standing,
    note: { readonly id: string; readonly document: NoteDocument },
    { author = 'writer', reason }: { readonly author?: string | undefined; readonly reason: string },
  ): Promise<NoteView> => {
    await standing.desk.store.write({
      script: id,
      writes: await recordWrite(standing.desk, { kind: 'note', ...note }),
      author: { type: 'person', name: author },
      reason: reason.replaceAll('\0', ''),
    });
    return viewOf(await now(), note.id);
  };
  return {
    add: async ({ scene: asked, message, quote, severity = 'major', author }) => {
      const standing = await now();
      const { outline, script } = standing.story;
      const scene = cardNamed(outline, asked, script.title).id;
      const text = message.trim();
      if (text === '') throw invalid('A note says something.', 'For example: scriptgen note add 9 "make her crueller"');
      const document: NoteDocument = {
        ...{ scene, source: 'person', rule: 'note', severity, message: text, state: 'open' },
        ...(quote === undefined ? {} : { quote: quote.trim() }),
      };
      if (quote !== undefined && (quote.trim() === '' || stateIn(standing, document) === 'stale'))
        throw invalid(
          `The words ${JSON.stringify(quote)} do not stand in scene ${asked}.`,
          'Quote from one line or one paragraph, letter for letter.',
        );
      return write(standing, { id: noteId(document), document }, { author, reason: `note on scene ${asked}` });
    },
    list: async ({ scene, all = false } = {}) => {
      const standing = await now();
      const { outline, script, markup = NO_MARKUP } = standing.story;
      const wanted = scene === undefined ? undefined : cardNamed(outline, scene, script.title).id;
      return markup.notes
        .filter((note) => (wanted === undefined || note.scene === wanted) && (all || note.state === 'open'))
        .map((note) => viewIn(standing, note))
        .sort((a, b) => a.scene.number - b.scene.number);
    },
    show: async (asked) => {
      const standing = await now();
      return viewIn(standing, noteNamed(standing, asked));
    },
    decide: async (asked, state, { author, reason } = {}) => {
      const standing = await now();
      const note = noteNamed(standing, asked);
      const document = { ...documentOf(note), state };
      return write(standing, { id: note.id, document }, { author, reason: reason ?? `note ${state}` });
    },
  };
}

/** A note by its id, which may be cut short. @throws ScriptGenError `markup/not-found` */
export function noteNamed({ story: { markup = NO_MARKUP, script } }: Standing, asked: string): SceneNote {
  const wanted = asked.trim();
  const begun = markup.notes.filter(({ id }) => wanted !== '' && id.startsWith(wanted));
  const found = markup.notes.find(({ id }) => id === wanted) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found !== undefined) return found;
  throw new ScriptGenError({
    code: 'markup/not-found',
    message: `There is no note ${JSON.stringify(asked)} on ${script.title}.`,
    hint:
      begun.length > 1
        ? `${begun.length} begin so: ${begun.map(({ id }) => id).join(', ')}.`
        : `List them with their ids: scriptgen note list --all --script ${script.slug}`,
  });
}

/** What a note says, as it is kept. */
export function documentOf({
  id: _,
  by: __,
  time: ___,
  reason: ____,
  version: _____,
  ...document
}: SceneNote): NoteDocument {
  return document;
}

/** A note as it is shown. */
export function viewIn(standing: Standing, note: SceneNote): NoteView {
  const { story } = standing;
  const place = story.outline.cards.findIndex(({ id }) => id === note.scene);
  const card = story.outline.cards[place];
  const scene = card === undefined ? { id: note.scene, number: 0, heading: '' } : placeOf(story, card, place);
  return { ...note, scene, state: stateIn(standing, note) };
}

function viewOf(standing: Standing, id: string): NoteView {
  return viewIn(standing, noteNamed(standing, id));
}

/** How a note stands against its scene as it reads now. */
export function stateIn({ scenes }: Standing, note: NoteDocument): NoteView['state'] {
  return noteState(note, scenes.find(({ card }) => card.id === note.scene)?.blocks ?? []);
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'markup/invalid', message, hint });
}
