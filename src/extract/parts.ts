import { type Block, type Screenplay, scenesOf } from '../screenplay/index.ts';

/** A stretch of the script that plays as one: a scene, or where there are no headings an act or a section. */
export interface Part {
  /** What it begins with; absent for what stands before the first heading, and for a script without any. */
  readonly head?: Block & { readonly text: string };
  /** Its blocks, the head among them. */
  readonly blocks: readonly Block[];
}

const DIVISION =
  '(?:ACT|SCENE|PART|PROLOGUE|EPILOGUE|AKT|SZENE|AUFZUG|AUFTRITT|ACTE|ACTO|ATTO|SCÈNE|ESCENA|SCENA|ДЕЙСТВИЕ|СЦЕНА|АКТ|ЯВЛЕНИЕ|КАРТИНА)';
const NUMBER =
  '(?:\\d{1,3}|[IVXLC]{1,6}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|(?:THE )?(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|LAST)|[А-ЯЁ]{4,10})';

/** A line of its own that begins an act or a scene of a stage play: `ACT II`, `Scene 3`, `ACT I, SCENE 2`. */
const ACT = new RegExp(`^${DIVISION}(?: ${NUMBER})?(?:[,.:]? +${DIVISION} ${NUMBER})?[.:]?$`, 'iu');

/** Whether a heading names an act or a scene by its number, and so no place. */
export function isActTitle(text: string): boolean {
  return ACT.test(text.trim());
}

/**
 * The parts of a script in order: its scenes; without headings its sections, or what acts and scenes begin that stand on
 * a line of their own; without those the whole. Parts in which nothing is said or told are left out.
 */
export function partsOf(script: Screenplay): readonly Part[] {
  const { children } = script;
  if (children.some(({ type }) => type === 'sceneHeading'))
    return scenesOf(script)
      .map(({ heading, blocks }): Part => (heading === undefined ? { blocks } : { head: heading, blocks }))
      .filter((part) => part.head !== undefined || part.blocks.some(hasStory));
  const isHead = children.some(isActLine)
    ? isActLine
    : (block: Block): block is Block & { readonly text: string } => block.type === 'section';
  const starts = children.flatMap((block, at) => (at === 0 || isHead(block) ? [at] : []));
  return starts
    .map((from, at): Part => {
      const blocks = children.slice(from, starts[at + 1] ?? children.length);
      const [first] = blocks;
      return first !== undefined && isHead(first) ? { head: first, blocks } : { blocks };
    })
    .filter(({ blocks }) => blocks.some(hasStory));
}

function isActLine(block: Block): block is Block & { readonly text: string } {
  if (block.type === 'actBreak') return block.edge === 'start';
  const mayBe = block.type === 'action' || block.type === 'centered' || block.type === 'section';
  return mayBe && isActTitle(block.text);
}

function hasStory({ type }: Block): boolean {
  return type === 'dialogue' || type === 'dualDialogue' || type === 'action' || type === 'general';
}
