import { joinCue } from '../cue.ts';
import type { InlineRun } from '../inline/inline.ts';
import type { Block, Dialogue, DialoguePart, SceneHeading, TextSpan } from '../tree.ts';
import { type FdxParagraph, OMITTED } from './paragraph.ts';
import { plainRun, runsText, textRuns } from './text-runs.ts';

/** Final Draft has outline levels 1 to 4. */
const DEEPEST_OUTLINE = 4;

/** What is said in one block, as the paragraphs Final Draft has for it: none for a note, a boneyard and a page break. */
export function blockParagraphs(block: Block): readonly FdxParagraph[] {
  switch (block.type) {
    case 'sceneHeading':
      return [headingParagraph(block)];
    case 'action':
      return [textParagraph('Action', block)];
    case 'centered':
      return [{ ...textParagraph('Action', block), centered: true }];
    case 'lyrics':
      return [{ ...textParagraph('Lyrics', block), centered: true }];
    case 'transition':
      return [textParagraph('Transition', block)];
    case 'shot':
      return [textParagraph('Shot', block)];
    case 'actBreak':
      return [textParagraph(block.edge === 'start' ? 'New Act' : 'End of Act', block)];
    case 'general':
      return [textParagraph(block.element, block)];
    case 'section': {
      const paragraph = textParagraph(`Outline ${Math.min(block.depth, DEEPEST_OUTLINE)}`, block);
      return [block.depth > DEEPEST_OUTLINE ? { ...paragraph, outlineLevel: block.depth } : paragraph];
    }
    case 'synopsis':
      return [textParagraph('Outline Body', block)];
    case 'dialogue':
      return dialogueParagraphs(block);
    case 'dualDialogue':
      return [{ runs: [], dual: [...dialogueParagraphs(block.left), ...dialogueParagraphs(block.right)], remarks: [] }];
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return [];
  }
}

/** Text with the revision of its block laid under its spans. */
interface SetText {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
  readonly revision?: number;
}

/** The runs of a text, with the revision of its block where they have none of their own. */
export function blockRuns({ text, spans, revision }: SetText): Pick<FdxParagraph, 'runs' | 'remarks'> {
  const { runs, remarks } = textRuns(text, spans);
  return { runs: revision === undefined ? runs : runs.map((run) => revised(run, revision)), remarks };
}

function revised(run: InlineRun, revision: number): InlineRun {
  return { ...run, span: { revision, ...run.span } };
}

function textParagraph(type: string, text: SetText): FdxParagraph {
  return { type, ...blockRuns(text) };
}

function headingParagraph(block: SceneHeading): FdxParagraph {
  const { runs, remarks } = blockRuns(block);
  const scene = {
    ...(block.title === undefined ? {} : { title: block.title }),
    ...(block.color === undefined ? {} : { color: block.color }),
  };
  const common = {
    type: 'Scene Heading',
    ...(block.number === undefined ? {} : { number: block.number }),
    ...(Object.keys(scene).length === 0 ? {} : { scene }),
    remarks,
  };
  if (block.omitted !== true) return { ...common, runs };
  return runsText(runs) === OMITTED ? { ...common, runs } : { ...common, runs: [plainRun(OMITTED)], omitted: runs };
}

function dialogueParagraphs(dialogue: Dialogue): readonly FdxParagraph[] {
  const cue = plainRun(joinCue(dialogue));
  const { remarks } = textRuns(dialogue.remark ?? '');
  return [
    {
      type: 'Character',
      runs: [dialogue.revision === undefined ? cue : revised(cue, dialogue.revision)],
      remarks: remarks.map((remark) => ({ ...remark, at: cue.text.length })),
    },
    ...dialogue.parts.map(partParagraph),
  ];
}

function partParagraph(part: DialoguePart): FdxParagraph {
  const { runs, remarks } = blockRuns(part);
  switch (part.type) {
    case 'speech':
      return { type: 'Dialogue', runs, remarks };
    case 'lyrics':
      return { type: 'Lyrics', runs, remarks };
    case 'parenthetical':
      return {
        type: 'Parenthetical',
        runs: enclosed(runs),
        remarks: remarks.map((remark) => ({ ...remark, at: remark.at + 1 })),
      };
  }
}

/** Runs with parentheses around them, in the style of the first and the last. */
function enclosed(runs: readonly InlineRun[]): readonly InlineRun[] {
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return [plainRun('()')];
  if (runs.length === 1) return [{ ...first, text: `(${first.text})` }];
  return [{ ...first, text: `(${first.text}` }, ...runs.slice(1, -1), { ...last, text: `${last.text})` }];
}
