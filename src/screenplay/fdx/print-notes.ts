import type { Note } from '../../core/note.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import type { Block, Dialogue, Screenplay, TextSpan } from '../tree.ts';
import { writeColor } from './color.ts';
import { isDefaultLook } from './text-run.ts';

/** Kinds of paragraph that are blocks of their own, so that a `general` block of that name would be read as another. */
const OWN_ELEMENTS = new Set([
  'Scene Heading',
  'Action',
  'Character',
  'Parenthetical',
  'Dialogue',
  'Lyrics',
  'Transition',
  'Shot',
  'New Act',
  'End of Act',
  'Outline Body',
  'Outline 1',
  'Outline 2',
  'Outline 3',
  'Outline 4',
]);

/** Name what of a screenplay a Final Draft file does not hold. */
export function printNotes({ children, titlePage }: Screenplay): readonly Note[] {
  const remarks = (titlePage?.entries ?? []).flatMap(({ lines }) => lines.flatMap((line) => inlineRemarks(line)));
  const titled = remarks.map(({ text }) =>
    note('title-remark', 'A title page holds no notes and no boneyards; this one is left out.', text),
  );
  return [...titled, ...children.flatMap(blockNotes)];
}

interface SetText {
  readonly text: string;
  readonly spans?: readonly TextSpan[];
}

function blockNotes(block: Block): readonly Note[] {
  switch (block.type) {
    case 'boneyard':
      return [note('boneyard', 'Final Draft has no place for a boneyard; this one is left out.', block.text)];
    case 'pageBreak':
      return revisionNotes(block, '');
    case 'note':
      return [
        ...revisionNotes(block, block.text),
        ...colorNotes(block.color, block.color?.toUpperCase() === '#000000'),
      ];
    case 'dialogue':
      return dialogueNotes(block);
    case 'dualDialogue':
      return [...revisionNotes(block, block.left.name), ...dialogueNotes(block.left), ...dialogueNotes(block.right)];
    case 'general':
      return [...elementNotes(block.element, block.text), ...textNotes(block)];
    case 'sceneHeading':
      return [...colorNotes(block.color, false), ...textNotes(block)];
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'actBreak':
    case 'section':
    case 'synopsis':
      return textNotes(block);
  }
}

function dialogueNotes({ name, remark, parts }: Dialogue): readonly Note[] {
  const cue = remark === undefined ? [] : remarkNotes(remark, name);
  return [...cue, ...parts.flatMap(textNotes)];
}

function textNotes({ text, spans = [] }: SetText): readonly Note[] {
  const looks = spans.some(isDefaultLook)
    ? [note('default-look', 'Text that is set as all text is by default is not told apart when it is read back.', text)]
    : [];
  const colors = spans.flatMap(({ color, background }) => [
    ...colorNotes(color, false),
    ...colorNotes(background, false),
  ]);
  return [...looks, ...colors, ...remarkNotes(text, text)];
}

function remarkNotes(text: string, quote: string): readonly Note[] {
  return inlineRemarks(text).map(({ type, text: words }) =>
    type === 'boneyard'
      ? note('boneyard', 'Final Draft has no place for a boneyard; this one is left out.', words)
      : note(
          'inline-note',
          'A note inside a line becomes a script note at its place; read back, it stands behind the paragraph.',
          quote,
        ),
  );
}

function elementNotes(element: string, text: string): readonly Note[] {
  if (!OWN_ELEMENTS.has(element) && element.trim() !== '') return [];
  return [
    note(
      'general-element',
      `A paragraph of the kind ${JSON.stringify(element)} is read back as that, not as a general one.`,
      text,
    ),
  ];
}

function revisionNotes({ revision }: Block, quote: string): readonly Note[] {
  if (revision === undefined) return [];
  return [
    note(
      'revision',
      'Final Draft marks words as revised: a page break, a note and a dual dialogue as a whole have no mark.',
      quote,
    ),
  ];
}

function colorNotes(color: string | undefined, unset: boolean): readonly Note[] {
  if (color === undefined || (!unset && writeColor(color) !== undefined)) return [];
  return [
    note(
      'color',
      'This colour is not read back: a colour is #RRGGBB, and a black note is one without a colour.',
      color,
    ),
  ];
}

function note(rule: string, message: string, quote: string): Note {
  return { rule: `fdx/${rule}`, severity: 'minor', message, ...(quote === '' ? {} : { quote: quote.slice(0, 80) }) };
}
