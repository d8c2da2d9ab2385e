import type { Story } from '../agents/index.ts';
import type { SceneCard } from '../bibles/index.ts';
import { type Json, type Note, toJson } from '../core/index.ts';
import type { SceneElement } from '../generators/index.ts';
import { type Markup, textOfScene } from '../markup/index.ts';
import type { Decision } from '../rewrite/index.ts';
import { type Block, blockText, type Dialogue } from '../screenplay/index.ts';

/** The text of one scene, as kept: its blocks, and where they came from. */
export interface Draft {
  readonly scene: string;
  readonly heading: string;
  /** Without the heading. */
  readonly blocks: readonly Block[];
  /** The keys of the steps it was made of, in slot order. */
  readonly keys: readonly string[];
  readonly model: string;
  /** What became of the dramaturge's notes. */
  readonly decisions: readonly Decision[];
  /** What code still finds wrong with how it is staged; absent where there is nothing. */
  readonly notes?: readonly Note[];
  /** What it was before the surface pass; absent where that changed nothing. What stands outside of it is what counts. */
  readonly base?: Pick<Draft, 'blocks' | 'keys' | 'decisions'>;
  /** The text of a person, or one that was taken over: no run writes it anew unless it is told to. */
  readonly pinned?: true;
}

/** A draft as it was before the surface pass: that much depends on its own scene alone. */
export function beforeSurface({ base, ...draft }: Draft): Draft {
  return { ...draft, ...base };
}

/** The elements that blocks were put together from, as far as blocks tell: names as on the cue. */
export function elementsOf(blocks: readonly Block[]): readonly SceneElement[] {
  const bare = { character: '', extension: '', parenthetical: '' } as const;
  return blocks.flatMap((block): readonly SceneElement[] => {
    if (block.type === 'dialogue')
      return block.parts.flatMap((part) =>
        part.type === 'parenthetical'
          ? []
          : [{ ...bare, type: 'line' as const, character: block.name, text: part.text }],
      );
    if (!('text' in block)) return [];
    return [{ ...bare, type: block.type === 'transition' ? 'transition' : 'action', text: block.text }];
  });
}

/** Drafts as they were kept under their scenes' ids: written by this package, in this shape, and only read back. */
export function draftsFrom(artifacts: ReadonlyMap<string, Json>): ReadonlyMap<string, Draft> {
  return artifacts as unknown as ReadonlyMap<string, Draft>;
}

/** The scenes as they read: drafts under what people made of them, and what people wrote where there is no draft. */
export function draftsAsRead(
  { outline, markup }: Pick<Story, 'outline'> & { readonly markup?: Markup | undefined },
  drafts: ReadonlyMap<string, Draft>,
): ReadonlyMap<string, Draft> {
  const bare = { heading: '', blocks: [], keys: [], model: 'person', decisions: [] };
  return new Map(
    outline.cards.flatMap(({ id }) => {
      const draft = drafts.get(id) ?? (markup?.edits.has(id) ? { scene: id, ...bare } : undefined);
      return draft === undefined ? [] : [[id, { ...draft, blocks: textOfScene(markup, draft).blocks }]];
    }),
  );
}

/** A draft as it is kept: under its scene's id, to be found by the words of the scene as it reads. */
export function draftArtifact(
  draft: Draft,
  markup?: Markup,
): { readonly name: string; readonly value: Json; readonly text: string } {
  const { blocks } = textOfScene(markup, draft);
  return { name: draft.scene, value: toJson(draft), text: blocks.map(blockText).join('\n') };
}

/**
 * Put scene elements into screenplay blocks. Layout is decided here, never by a model:
 * lines in a row by one speaker share a cue, and one who speaks again after action alone is (CONT'D).
 */
export function blocksOf(card: SceneCard, elements: readonly SceneElement[]): readonly Block[] {
  const blocks: Block[] = [];
  let speaker = '';
  for (const element of elements) {
    const id = `${card.id}.${blocks.length + 1}`;
    const text = element.text.trim();
    // A line that nobody speaks can only be something seen or heard.
    if (element.type === 'action' || (element.type === 'line' && element.character === ''))
      blocks.push({ type: 'action', id, text });
    else if (element.type === 'transition') {
      blocks.push({ type: 'transition', id, text: text.toUpperCase() });
      speaker = '';
    } else {
      const said = saidBy(element);
      const last = blocks.at(-1);
      if (last?.type === 'dialogue' && last.name === said.name && sameVoice(last, element)) {
        blocks[blocks.length - 1] = { ...last, parts: [...last.parts, ...said.parts] };
      } else {
        const continued = said.name === speaker ? ["CONT'D"] : [];
        blocks.push({ ...said, id, extensions: [...said.extensions, ...continued] });
      }
      speaker = said.name;
    }
  }
  return blocks;
}

function saidBy(element: SceneElement): Dialogue {
  const parenthetical = element.parenthetical.trim();
  return {
    type: 'dialogue',
    name: element.character.toUpperCase(),
    extensions: element.extension ? [element.extension] : [],
    parts: [
      ...(parenthetical ? [{ type: 'parenthetical' as const, text: parenthetical }] : []),
      { type: 'speech' as const, text: element.text.trim() },
    ],
  };
}

function sameVoice(dialogue: Dialogue, element: SceneElement): boolean {
  return dialogue.extensions.filter((extension) => extension !== "CONT'D").join() === element.extension;
}
