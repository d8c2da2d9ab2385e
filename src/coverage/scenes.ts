import { type Part, partsOf } from '../extract/index.ts';
import {
  type Block,
  blockText,
  type Dialogue,
  dialoguesOf,
  layoutScreenplay,
  measureScenes,
  oneLine,
  plainText,
  type Screenplay,
} from '../screenplay/index.ts';

/** A scene as a reader is given it; where a script has no headings, an act or a section. */
export interface CoveredScene {
  /** The heading's id, of a script whose blocks have ids. */
  readonly id?: string;
  /** As written, or its place in the script from 1; 0 for what stands before the first heading. */
  readonly number: string;
  /** In capitals; empty for what stands before the first heading. */
  readonly heading: string;
  /** What is told and said, without the heading, as plain text. */
  readonly text: string;
  /** The page it begins on; `null` where there is no heading to measure from. */
  readonly page: number | null;
  /** Where it begins, as a part of the script's length: 0 to 1. `null` as above. */
  readonly at: number | null;
  readonly blocks: readonly Block[];
}

/** A script as a reader goes through it. */
export interface CoveredScript {
  /** Body pages of US letter paper. */
  readonly pages: number;
  readonly scenes: readonly CoveredScene[];
}

/** Take a script apart for a reader. Notes, synopses and what is commented out are nothing that a reader sees. */
export function coveredScript(script: Screenplay): CoveredScript {
  const lengths = measureScenes(script, layoutScreenplay(script));
  const total = lengths.scenes.reduce((sum, { eighths }) => sum + eighths, 0);
  let before = 0;
  const places = new Map(
    lengths.scenes.map(({ block, page, eighths }) => {
      const place = { page, at: before / total };
      before += eighths;
      return [script.children[block], place] as const;
    }),
  );
  const kept = partsOf(script).filter(
    (part) => (part.head?.type !== 'sceneHeading' || part.head.omitted !== true) && !isOnlyFade(part),
  );
  // What stands before the first heading is scene 0, as reports count.
  const first = kept.length > 1 && kept[0]?.head === undefined ? 0 : 1;
  const scenes = kept.map(({ head, blocks }, index): CoveredScene => {
    const place = head === undefined ? undefined : places.get(head);
    const number = head?.type === 'sceneHeading' ? head.number : undefined;
    return {
      ...(head?.id === undefined ? {} : { id: head.id }),
      number: number ?? String(first + index),
      heading: head === undefined ? '' : oneLine(plainText(head.text)).toUpperCase(),
      text: blocks
        .filter((block) => block !== head)
        .map(printed)
        .filter((text) => text !== '')
        .join('\n\n'),
      page: place?.page ?? null,
      at: place?.at ?? null,
      blocks,
    };
  });
  return { pages: lengths.pages, scenes };
}

/** Whether nothing but `FADE IN:` stands there, before the first heading. */
function isOnlyFade({ head, blocks }: Part): boolean {
  return head === undefined && blocks.every((block) => /^(?:[\p{Lu} ]{1,20}[:.])?$/u.test(printed(block)));
}

function printed(block: Block): string {
  switch (block.type) {
    case 'note':
    case 'boneyard':
    case 'section':
    case 'synopsis':
    case 'pageBreak':
      return '';
    case 'dialogue':
    case 'dualDialogue':
      return dialoguesOf(block).map(printedDialogue).join('\n\n');
    default:
      return plainText(blockText(block)).trim();
  }
}

function printedDialogue({ name, extensions, parts }: Dialogue): string {
  const cue = [plainText(name).toUpperCase(), ...extensions.map((extension) => `(${extension})`)].join(' ');
  const lines = parts.map(({ type, text }) => (type === 'parenthetical' ? `(${plainText(text)})` : plainText(text)));
  return [cue, ...lines].join('\n');
}
