import { randomUUID } from 'node:crypto';
import {
  type Author,
  type CardWrite,
  type ChangeSetWrite,
  type Content,
  contentOf,
  type NewEntry,
  type Outline,
  type RecordWrite,
  type SceneCard,
  type Script,
  type StoryPlan,
} from '../../bibles/index.ts';
import type { Call, JournalRow, SlotRecord } from '../../steps/index.ts';
import type { Storage } from '../storage.ts';

/** Who writes in the tests. */
export const PERSON: Author = { type: 'person', name: 'Ann' };

/** What writes in the tests without being a person. */
export const AGENT: Author = { type: 'agent', name: 'entries.develop' };

/** An id that no other test uses. */
export function fresh(prefix: string): string {
  return `${prefix}_${randomUUID()}`;
}

/** Keys that no other test uses. */
export function keys(count: number): readonly string[] {
  return Array.from({ length: count }, () => fresh('key'));
}

/** A journal row under a key that no other test uses: 100 tokens in, 10 out, 25 cents. */
export function answer(): JournalRow {
  return {
    key: fresh('key'),
    task: 'scene.direct',
    model: 'test/model',
    request: { messages: ['write'] },
    answer: {
      text: '{"beats":[]}',
      finishReason: 'stop',
      usage: { inputTokens: 100, outputTokens: 10, cachedTokens: 0 },
      cost: 0.25,
      attempts: 1,
      ms: 12,
    },
    time: new Date().toISOString(),
  };
}

/** The call that paid for a row, under an id that no other test uses; `own` replaces what a test cares about. */
export function callFor(row: JournalRow, own: Partial<Call> = {}): Call {
  const { key, time, task, model, answer: given } = row;
  return {
    ...{ id: fresh('call'), key, time, task, model, servedBy: model, outcome: 'answered', lane: 'interactive' },
    ...{ run: 'run_1', script: 'sp_1', slot: 'sc_1/direct', scene: 'sc_1', role: 'director', agent: 'director' },
    ...{ usage: given.usage, cost: given.cost, attempts: given.attempts, ms: given.ms },
    ...own,
  };
}

/** A slot that read nothing. */
export function slot(name: string, key: string): SlotRecord {
  return { slot: name, key, references: [] };
}

/** A script with its parts, ready to be created. */
export interface MadeScript {
  readonly script: Script;
  readonly entries: readonly NewEntry[];
  readonly setting: NewEntry;
  readonly outline: Outline;
}

/** A script with a theme and a setting, under ids that no other test uses. */
export function makeScript(outline: Outline = { cards: [card('sc_b'), card('sc_a')] }): MadeScript {
  const id = fresh('script');
  const script: Script = {
    id,
    slug: `slug-${id}`,
    title: 'The Lamp',
    logline: 'A keeper loses the light.',
    premise: '',
    format: 'short',
    scenes: outline.cards.length,
  };
  const theme = { question: 'Who keeps watch?', argument: 'All', counter: 'None', images: '', notes: '' };
  const place = { interior: true, look: 'A lamp room.', sound: 'Sea.', rules: '', notes: '' };
  const setting: NewEntry = { id: fresh('st'), kind: 'setting', name: 'LIGHTHOUSE', document: place };
  const entries: readonly NewEntry[] = [{ id: fresh('th'), kind: 'theme', name: 'Watch', document: theme }, setting];
  return { script, entries, setting, outline };
}

/** Create such a script. */
export async function created(storage: Storage, outline?: Outline): Promise<MadeScript> {
  const made = makeScript(outline);
  await storage.bibles.createScript(made.script, made.entries, made.outline, PERSON);
  return made;
}

/** What the setting of a made script says, with some of it changed: fields of the document, and the rest. */
export function settingContent(
  { setting }: Pick<MadeScript, 'setting'>,
  fields: NewEntry['document'] = {},
  rest: Partial<Content> = {},
): Content {
  return { ...contentOf({ ...setting, document: { ...setting.document, ...fields } }), ...rest };
}

/** A change of the setting of a made script to this content, made on the version `expected`. */
export function edit(
  { script, setting }: Pick<MadeScript, 'script' | 'setting'>,
  expected: number,
  content: Content,
): ChangeSetWrite {
  const writes = [{ type: 'update', id: setting.id, expected, content }] as const;
  return { script: script.id, writes, author: PERSON, reason: 'for the test' };
}

/** Write a change of one field of the setting's document. */
export async function changed(
  storage: Storage,
  made: MadeScript,
  expected: number,
  fields: NewEntry['document'],
): Promise<void> {
  await storage.bibles.write(edit(made, expected, settingContent(made, fields)));
}

/** Write one record or card of a made script, or several together. */
export async function decided(
  storage: Storage,
  { script }: Pick<MadeScript, 'script'>,
  ...writes: readonly (Omit<RecordWrite, 'type'> | CardWrite)[]
): Promise<string | undefined> {
  const { changeSet } = await storage.bibles.write({
    script: script.id,
    writes: writes.map((write) => ('kind' in write ? { type: 'record', ...write } : write)),
    author: PERSON,
    reason: 'decided',
  });
  return changeSet;
}

/** What an outline may be planned by. */
export const PLAN: StoryPlan = {
  structure: 'turning-points',
  spine: { want: 'light', need: 'help', lie: 'Alone is safe.', antagonist: 'the sea', question: 'Will they ask?' },
  sequences: [{ title: 'Dark', purpose: 'The lamp fails.', ends: 'A ship’s horn.', scenes: 1 }],
  beats: [{ beat: 'midpoint', sequence: 1, event: 'The ship answers.' }],
  plants: [{ id: 'pt_1', what: 'the spare wick', open: false }],
};

/** A scene card with this id. */
export function card(id: string): SceneCard {
  return {
    id,
    version: 1,
    interior: true,
    setting: 'st_1',
    time: 'NIGHT',
    cast: ['ch_1'],
    speakers: [],
    lead: 'ch_1',
    goal: 'to light the lamp',
    opposition: 'the wind',
    turn: { from: 'hope', to: 'fear' },
    tension: 5,
    beats: ['The lamp fails.'],
    pattern: 'struggle',
    length: 'short',
    learns: [],
    becauseOf: [],
    threads: [],
    synopsis: 'The lamp fails.',
  };
}
