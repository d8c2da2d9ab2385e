import { contextFor, entryAt, findMentions, knows, nameIndex, type Viewer, validateBible } from '../../bibles/index.ts';
import { markupFrom, textOfScene } from '../../markup/index.ts';
import { draftsFrom, placeOf as scenePlace } from '../../orchestrator/index.ts';
import { blockText } from '../../screenplay/index.ts';
import { allEntries, type Desk, loadBible, placeOf, sceneNamed } from './desk.ts';
import { findEntry } from './find-entry.ts';
import type { ScriptBible, Use } from './script-bible.ts';

type Reading = Pick<
  ScriptBible,
  'load' | 'scenes' | 'list' | 'get' | 'getAt' | 'validate' | 'search' | 'mentions' | 'whereUsed' | 'context' | 'knows'
>;

/** Read the bible of one script. */
export function readEntries(desk: Desk): Reading {
  const { store, script } = desk;
  return {
    load: () => loadBible(desk),
    scenes: async () => {
      const [bible, outline] = await Promise.all([loadBible(desk), store.loadOutline(script.id)]);
      return outline.cards.map((card, place) => scenePlace({ script, bible, outline }, card, place));
    },
    list: async (states = ['accepted']) => (await allEntries(desk)).filter(({ state }) => states.includes(state)),
    get: async (asked) => (await placeOf(desk, asked)).entry,
    getAt: async (asked, scene) => entryAt((await placeOf(desk, asked)).entry, await sceneNamed(desk, scene)),
    validate: async () => {
      const [bible, outline] = await Promise.all([loadBible(desk), store.loadOutline(script.id)]);
      return validateBible(bible, outline);
    },
    search: (query, options) => store.search(script.id, query, options),
    mentions: async (text) => {
      const { entries } = await loadBible(desk);
      const names = new Map(entries.map(({ id, name }) => [id, name]));
      return findMentions(text, nameIndex(entries)).map((found) => ({
        ...found,
        name: names.get(found.entry) ?? found.entry,
      }));
    },
    whereUsed: (asked, field) => whereUsed(desk, asked, field),
    context: async (scene, viewer, limits) => {
      const [bible, moment] = await Promise.all([loadBible(desk), sceneNamed(desk, scene)]);
      const seen: Viewer =
        typeof viewer === 'string'
          ? { role: viewer }
          : { role: 'character', character: findEntry(bible.entries, viewer.character).id };
      return contextFor(bible, moment, seen, limits);
    },
    knows: async (character, scene) => {
      const [bible, { outline, card }] = await Promise.all([loadBible(desk), sceneNamed(desk, scene)]);
      return knows(bible, outline, findEntry(bible.entries, character).id, card.id);
    },
  };
}

/** The scenes whose last build read an entry, or whose drafts name it. A part of a field is read with the whole. */
async function whereUsed(desk: Desk, asked: string, field: string | undefined): Promise<readonly Use[]> {
  const { store, journal, runs, script } = desk;
  const [{ entry }, bible, outline] = await Promise.all([
    placeOf(desk, asked),
    loadBible(desk),
    store.loadOutline(script.id),
  ]);
  const [slots, artifacts, records] = await Promise.all([
    journal.loadSlots(script.id),
    runs.loadArtifacts(script.id),
    store.loadRecords(script.id, ['edit', 'lock']),
  ]);
  const markup = markupFrom(records);
  const drafts = draftsFrom(artifacts);
  const index = nameIndex(bible.entries);
  const wanted = field?.startsWith('facts.') ? field : field?.split('.')[0];
  const read = new Map<string, Set<string>>();
  for (const { slot, references } of slots.values()) {
    const scene = slot.split('/')[0] ?? slot;
    for (const reference of references)
      if (reference.source === entry.id && (wanted === undefined || reference.field === wanted))
        read.set(scene, (read.get(scene) ?? new Set()).add(reference.field));
  }
  return outline.cards.flatMap((card, place): Use[] => {
    const { blocks } = textOfScene(markup, drafts.get(card.id) ?? { scene: card.id, blocks: [] });
    const text = blocks.map(blockText).join('\n');
    const mentions =
      wanted === undefined ? findMentions(text, index).filter((one) => one.entry === entry.id).length : 0;
    const fields = [...(read.get(card.id) ?? [])];
    if (fields.length + mentions === 0) return [];
    return [{ ...scenePlace({ script, bible, outline }, card, place), fields, mentions }];
  });
}
