import type { Story } from '../../agents/index.ts';
import { factText } from '../../bibles/fact.ts';
import { type Entry, kindOf } from '../../bibles/index.ts';
import type { Json } from '../../core/index.ts';
import type { EditedEntry, EditFactsInput } from '../../generators/index.ts';
import type { ExportedText, SyncPlan } from '../../markup/index.ts';
import { type Block, blockText, dialoguesOf, plainText, speakerName } from '../../screenplay/index.ts';

/** A scene that a person edited, as a reader gets it. */
export interface EditedScene {
  readonly scene: string;
  readonly input: EditFactsInput;
}

/** The scenes whose text a file changed, each with what is new in it, what is gone, and the entries that are in it. */
export function editedScenes(story: Story, exported: ExportedText, plan: SyncPlan): readonly EditedScene[] {
  const before = new Map(exported.scenes.map(({ id, blocks }) => [id, blocks]));
  const after = new Map(plan.exported.scenes.map((scene) => [scene.id, scene]));
  return plan.scenes.flatMap(({ scene: id, refused, added }): readonly EditedScene[] => {
    const scene = after.get(id);
    if (scene === undefined || refused !== undefined || added === 0) return [];
    const old = before.get(id) ?? [];
    const entries = entriesIn(story, id, scene.blocks);
    if (entries.length === 0) return [];
    const { title } = story.script;
    const input = {
      ...{ title, heading: scene.heading.text, entries },
      added: elementsOf(without(scene.blocks, old)),
      removed: elementsOf(without(old, scene.blocks)),
    };
    return [{ scene: id, input }];
  });
}

/** Blocks that are not among others. */
function without(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  const known = new Set(others.map((block) => JSON.stringify(block)));
  return blocks.filter((block) => !known.has(JSON.stringify(block)));
}

function elementsOf(blocks: readonly Block[]): EditFactsInput['added'] {
  return blocks.flatMap((block) => {
    const spoken = dialoguesOf(block);
    if (spoken.length === 0) return [{ speaker: '', text: plainText(blockText(block)) }];
    return spoken.map(({ name, parts }) => ({
      speaker: speakerName(name),
      text: plainText(parts.map(({ text }) => text).join(' ')),
    }));
  });
}

/** The people and the place of a scene: those of its card, and who speaks in it. */
function entriesIn({ bible, outline }: Story, scene: string, blocks: readonly Block[]): readonly EditedEntry[] {
  const card = outline.cards.find(({ id }) => id === scene);
  const cues = new Set(blocks.flatMap(dialoguesOf).map(({ name }) => speakerName(name)));
  const isIn = ({ id, name, aliases }: Entry): boolean =>
    card?.cast.includes(id) === true ||
    card?.setting === id ||
    [name, ...aliases].some((one) => cues.has(one.toUpperCase()));
  return bible.entries.filter(isIn).map((entry) => ({
    id: entry.id,
    name: entry.name,
    fields: textsOf(entry, kindOf(bible, entry)),
    facts: entry.facts.map(factText),
  }));
}

/** What an entry says in free text, by field. Writers' own notes are nobody's to read. */
function textsOf({ document }: Entry, kind: ReturnType<typeof kindOf>): Readonly<Record<string, string>> {
  const read = (kind?.fields ?? []).filter(({ readers, schema }) => readers.length > 0 && schema['enum'] === undefined);
  return Object.fromEntries(read.flatMap(({ name }) => leaves(name, document[name])));
}

function leaves(field: string, value: Json | undefined): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return value === '' ? [] : [[field, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => leaves(`${field}.${name}`, part));
}
