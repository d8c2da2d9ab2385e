import type { Story } from '../../agents/index.ts';
import type { FieldChange } from '../../bibles/index.ts';
import { deriveId, isScriptGenError, type Note, toJson } from '../../core/index.ts';
import { wordFinder } from '../../extract/index.ts';
import { askEditFacts, type EditFactsAnswer } from '../../generators/index.ts';
import type { BibleProposal } from '../../markup/index.ts';
import type { Run } from '../../steps/index.ts';
import type { EditedScene } from './edited-scenes.ts';

/** What a model says that edits imply, held against their words. */
export interface ReadEdits {
  /** By the id under which each is kept. */
  readonly proposals: ReadonlyMap<string, BibleProposal>;
  /** Scenes that could not be read, and why. */
  readonly notes: readonly Note[];
}

/** Ask about every edited scene, at most once, side by side. One that fails loses nothing of the others. */
export async function readEdits(run: Run, story: Story, scenes: readonly EditedScene[]): Promise<ReadEdits> {
  const read = await Promise.all(
    scenes.map(async (scene) => {
      try {
        const answer = await askEditFacts(run, scene.scene, scene.input);
        return { found: heldAgainst(story, scene, { answer, keys: keysOf(run, scene) }), notes: [] };
      } catch (error) {
        if (!isScriptGenError(error)) throw error;
        return { found: [], notes: [notRead(scene, error.message)] };
      }
    }),
  );
  return {
    proposals: new Map(read.flatMap(({ found }) => found)),
    notes: read.flatMap(({ notes }) => notes),
  };
}

/** The proposals whose words stand in the edit, and that change something that may be changed. */
function heldAgainst(
  { script, bible }: Story,
  { scene, input }: EditedScene,
  { answer: { changes }, keys }: { readonly answer: EditFactsAnswer; readonly keys: readonly string[] },
): readonly (readonly [string, BibleProposal])[] {
  const stands = wordFinder(input.added.map(({ text }) => text).join('\n'));
  return changes.flatMap(({ entry: name, field, says, quote, why }) => {
    const shown = input.entries.find((one) => one.name === name);
    const entry = bible.entries.find(({ id }) => id === shown?.id);
    if (shown === undefined || entry === undefined || !stands(quote)) return [];
    const isNew = field === '';
    const old = shown.fields[field];
    if (isNew ? shown.facts.includes(says) : old === undefined || old === says) return [];
    if (entry.locked.includes(isNew ? 'facts' : (field.split('.')[0] ?? ''))) return [];
    const fact = deriveId('fa', script.id, entry.id, says);
    const change: FieldChange = isNew
      ? { field: `facts.${fact}`, to: toJson({ id: fact, value: says, from: scene }) }
      : { field, from: old ?? '', to: says };
    const id = deriveId('pr', script.id, 'edit', entry.id, field, says);
    return [
      [
        id,
        { type: 'bible', scene, quote, why, change: { type: 'update', entry: entry.id, changes: [change] }, keys },
      ] as const,
    ];
  });
}

function keysOf({ satisfied }: Run, { scene }: EditedScene): readonly string[] {
  const slot = satisfied.get(`edit/${scene}/facts`);
  return slot === undefined ? [] : [slot.key];
}

function notRead({ scene, input }: EditedScene, why: string): Note {
  return {
    ...{ rule: 'sync/not-read', severity: 'info', scene },
    message: `${input.heading} was taken in, but not read for what it implies: ${why}`,
    fix: 'Nothing is lost: its next edit is read again, with --ask.',
  };
}
