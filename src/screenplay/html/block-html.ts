import { joinCue } from '../cue.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import type { Block, Dialogue, DialoguePart, DualDialogue, NoteBlock, SceneHeading } from '../tree.ts';
import { escapeHtml, isShown } from './escape.ts';
import { inlineHtml, type SpannedText } from './inline-html.ts';

/** How blocks are written. */
export interface BlockStyle {
  /** Whether notes and synopses are shown. */
  readonly notes: boolean;
  /** The attribute that says that words of this program are English; empty in an English script. */
  readonly english: string;
}

/**
 * A block as HTML, with `anchor` as its name where it has one; empty when it shows nothing.
 *
 * Who speaks is a paragraph before what is said, and what only a look would tell (that two speak at once, that words
 * are sung) stands in words for those who listen: screen readers pass on neither classes nor, mostly, groups.
 */
export function blockHtml(block: Block, anchor: string | undefined, style: BlockStyle): string {
  const id = anchor === undefined ? '' : ` id="${anchor}"`;
  return [shownHtml(block, id, style), ...(style.notes ? inlineNotes(block, style) : [])]
    .filter((html) => html !== '')
    .join('\n');
}

function shownHtml(block: Block, id: string, style: BlockStyle): string {
  switch (block.type) {
    case 'sceneHeading':
      return heading(id, headingHtml(block, style));
    case 'action':
    case 'transition':
    case 'centered':
    case 'shot':
    case 'general':
      return paragraph(block.type, inlineHtml(block));
    case 'lyrics':
      return paragraph(block.type, sungHtml(block, style));
    case 'actBreak':
      return block.edge === 'start'
        ? heading(id && `${id} class="act"`, wordsHtml(block))
        : paragraph('act', inlineHtml(block));
    case 'section':
      return heading(id && `${id} class="section"`, wordsHtml(block));
    case 'dialogue':
      return dialogueHtml(block, style);
    case 'dualDialogue':
      return dualHtml(block, style);
    case 'synopsis':
      return style.notes ? remarkHtml('synopsis', 'Synopsis', inlineHtml(block), style) : '';
    case 'note':
      return style.notes ? noteHtml(block, style) : '';
    case 'boneyard':
      return '';
    case 'pageBreak':
      return '<hr class="page-break"/>';
  }
}

/** What has no name in a list has no words either, and is no heading. */
function heading(attributes: string, html: string): string {
  return attributes && `<h2${attributes}>${html}</h2>`;
}

/** The words of a heading. One that holds nothing but a note is shown as it is written. */
export function wordsHtml(block: SpannedText): string {
  return inlineHtml(block) || (isShown(block.text) ? escapeHtml(block.text) : '');
}

/** A heading's number and words, for its place in the script and in the list of scenes. */
export function headingHtml(heading: SceneHeading, { english }: Pick<BlockStyle, 'english'>): string {
  const { number = '' } = heading;
  const shown = isShown(number) ? `<span class="number">${escapeHtml(number)}</span> ` : '';
  return shown + (heading.omitted ? `<span${english}>Omitted</span>` : wordsHtml(heading));
}

function dualHtml({ left, right }: DualDialogue, style: BlockStyle): string {
  const both = [dialogueHtml(left, style), dialogueHtml(right, style)].filter((html) => html !== '');
  const told = both.length < 2 ? [] : [`<p class="heard"${style.english}>Both at once:</p>`];
  return both.length === 0 ? '' : ['<div class="dual">', ...told, ...both, '</div>'].join('\n');
}

/** The cue first. Somebody must speak: a cue that holds nothing but a note is shown as it is written. */
function dialogueHtml(dialogue: Dialogue, style: BlockStyle): string {
  const cue = joinCue(dialogue);
  const lines = [
    paragraph('cue', wordsHtml({ text: cue })),
    ...dialogue.parts.map((part) => partHtml(part, style)),
  ].filter((html) => html !== '');
  return lines.length === 0 ? '' : ['<div class="dialogue">', ...lines, '</div>'].join('\n');
}

function partHtml(part: DialoguePart, style: BlockStyle): string {
  switch (part.type) {
    case 'speech':
      return paragraph(part.type, inlineHtml(part));
    case 'parenthetical': {
      const words = inlineHtml(part);
      return paragraph(part.type, words && `(${words})`);
    }
    case 'lyrics':
      return paragraph(part.type, sungHtml(part, style));
  }
}

function sungHtml(text: SpannedText, { english }: BlockStyle): string {
  const words = inlineHtml(text);
  return words && `<span class="heard"${english}>Sung: </span>${words}`;
}

function paragraph(name: string, html: string): string {
  return html === '' ? '' : `<p class="${name}">${html}</p>`;
}

function noteHtml({ text, author }: Pick<NoteBlock, 'text' | 'author'>, style: BlockStyle): string {
  const lines = text.split('\n').map(escapeHtml).join('<br/>');
  return remarkHtml('note', author ? `Note (${author})` : 'Note', isShown(text) ? lines : '', style);
}

function remarkHtml(name: string, label: string, html: string, { english }: BlockStyle): string {
  return paragraph(name, html && `<span class="key"${english}>${escapeHtml(label)}: </span>${html}`);
}

/** The notes that stand inside the words of a block, each after it. */
function inlineNotes(block: Block, style: BlockStyle): readonly string[] {
  return writtenTexts(block)
    .flatMap((text) => inlineRemarks(text))
    .filter(({ type }) => type === 'note')
    .map(({ text }) => noteHtml({ text: text.trim() }, style));
}

/** Every text of a block in which `[[…]]` is a note. */
function writtenTexts(block: Block): readonly string[] {
  switch (block.type) {
    case 'dialogue':
      return [block.remark ?? '', ...block.parts.map(({ text }) => text)];
    case 'dualDialogue':
      return [...writtenTexts(block.left), ...writtenTexts(block.right)];
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return [];
    case 'sceneHeading':
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'actBreak':
    case 'general':
    case 'section':
    case 'synopsis':
      return [block.text];
  }
}
