import { type Cue, splitCue } from '../cue.ts';
import { isMarked, splitRemarks } from '../inline/hide.ts';
import { dialogueLine } from '../normalize-dialogue.ts';
import type { Block, DialoguePart } from '../tree.ts';
import { isEmptyLine } from './line.ts';
import type { Lines } from './source-line.ts';

/** One block as it stands in the text, and the index of the line after it. */
export interface Read {
  readonly block: Block;
  readonly next: number;
  /** Whether its cue ends in `^`. */
  readonly dual: boolean;
  /** Whether it is in normal form as it is. */
  readonly normal: boolean;
}

/** A cue of single words and whole extensions: nothing in it has to be normalized. */
const PLAIN_CUE = /^[^\s()^[\]/*]+(?: [^\s()^[\]/*]+)*(?: \([^\s()^[\]/*]+(?: [^\s()^[\]/*]+)*\))*$/;

/** Words in parentheses with nothing in them that has to be normalized. */
const PLAIN_PARENTHETICAL = /^\([^\s()[\]/*]+(?: [^\s()[\]/*]+)*\)$/;

/** Read a dialogue from the line of its cue on; `cue` is that line without spaces around it and without `@`. */
export function readDialogue(lines: Lines, at: number, cue: string): Read {
  return plainDialogue(lines, at, cue) ?? anyDialogue(lines, at, cue);
}

/** Take a cue apart that holds nothing to be normalized; `undefined` for any other. A script has few cues, each many times: one look at each. */
function plainCue(cue: string, known: Map<string, Cue | undefined>): Cue | undefined {
  let parts = known.get(cue);
  if (parts !== undefined || known.has(cue)) return parts;
  if (PLAIN_CUE.test(cue)) parts = splitCue(cue);
  known.set(cue, parts);
  return parts;
}

/** A dialogue as nearly all are; `undefined` when a line of it asks for more. Gives what {@link anyDialogue} would. */
function plainDialogue(lines: Lines, at: number, line: string): Read | undefined {
  const dual = line.endsWith('^');
  const cue = plainCue(dual ? line.slice(0, -1).trimEnd() : line, lines.cues);
  if (cue === undefined) return undefined;
  let before: DialoguePart[] | undefined;
  let speech = '';
  let next = at + 1;
  for (let text = lines.texts[next]; text !== undefined && !isEmptyLine(text); text = lines.texts[next]) {
    const words = text.trim();
    if (words === '' || words.startsWith('~') || (lines.isMarked && isMarked(words))) return undefined;
    if (!words.startsWith('(')) speech = speech === '' ? words : `${speech}\n${words}`;
    else if (PLAIN_PARENTHETICAL.test(words)) {
      before ??= [];
      if (speech !== '') before.push({ type: 'speech', text: speech });
      speech = '';
      before.push({ type: 'parenthetical', text: words.slice(1, -1) });
    } else return undefined;
    next += 1;
  }
  const last: readonly DialoguePart[] = speech === '' ? [] : [{ type: 'speech', text: speech }];
  // A list of its own length: one that grew has room for many more, and a long script has a thousand dialogues.
  const parts = before === undefined ? last : before.concat(last);
  const { name, extensions } = cue;
  const block: Block = { type: 'dialogue', name, extensions, parts };
  return { block, next, dual, normal: true };
}

function anyDialogue({ texts }: Lines, at: number, line: string): Read {
  const { shown, remark } = splitRemarks(line);
  const cue = shown.trim();
  const dual = cue.endsWith('^');
  const { name, extensions } = splitCue(dual ? cue.slice(0, -1) : cue);
  const parts: DialoguePart[] = [];
  let next = at + 1;
  for (let text = texts[next]; text !== undefined && !isEmptyLine(text); text = texts[next]) {
    parts.push(dialogueLine(text.trim()));
    next += 1;
  }
  const block: Block = { type: 'dialogue', name, extensions, ...(remark === '' ? {} : { remark }), parts };
  return { block, next, dual, normal: false };
}
