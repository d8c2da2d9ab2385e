import { splitCue } from '../cue.ts';
import { splitRemarks } from '../inline/hide.ts';
import { dialogueLine } from '../normalize-dialogue.ts';
import type { Block, DialoguePart } from '../tree.ts';
import { isEmptyLine } from './line.ts';
import type { Lines, SourceLine } from './source-line.ts';

/** One block as it stands in the text, and the index of the line after it. */
export interface Read {
  readonly block: Block;
  readonly next: number;
  /** Whether its cue ends in `^`. */
  readonly dual?: boolean;
  /** Whether it is in normal form as it is. */
  readonly normal?: boolean;
}

/** A cue of single words and whole extensions: nothing in it has to be normalized. */
const PLAIN_CUE = /^[^\s()^[\]/*]+(?: [^\s()^[\]/*]+)*(?: \([^\s()^[\]/*]+(?: [^\s()^[\]/*]+)*\))*$/;

/** Words in parentheses with nothing in them that has to be normalized. */
const PLAIN_PARENTHETICAL = /^\([^\s()[\]/*]+(?: [^\s()[\]/*]+)*\)$/;

/** Read a dialogue from the line of its cue on; `cue` is that line without spaces around it and without `@`. */
export function readDialogue(lines: Lines, at: number, cue: string): Read {
  const said: SourceLine[] = [];
  for (
    let line = lines.at(at + 1);
    line !== undefined && !isEmptyLine(line.text);
    line = lines.at(at + 1 + said.length)
  )
    said.push(line);
  const next = at + 1 + said.length;
  return plainDialogue(cue, said, next) ?? anyDialogue(cue, said, next);
}

/** What begins a line that is no plain speech, and what in one may have to be normalized. */
const NOT_SPOKEN = /^[(~]|\[\[|\/\*/;

/** A dialogue as nearly all are; `undefined` when a line of it asks for more. Gives what {@link anyDialogue} would. */
function plainDialogue(cue: string, said: readonly SourceLine[], next: number): Read | undefined {
  if (!PLAIN_CUE.test(cue)) return undefined;
  const parts: DialoguePart[] = [];
  let speech = '';
  for (let index = 0; index < said.length; index += 1) {
    const words = said[index]?.words ?? '';
    if (words === '') return undefined;
    if (!NOT_SPOKEN.test(words)) speech = speech === '' ? words : `${speech}\n${words}`;
    else if (PLAIN_PARENTHETICAL.test(words)) {
      if (speech !== '') parts.push({ type: 'speech', text: speech });
      speech = '';
      parts.push({ type: 'parenthetical', text: words.slice(1, -1) });
    } else return undefined;
  }
  if (speech !== '') parts.push({ type: 'speech', text: speech });
  const { name, extensions } = splitCue(cue);
  return { block: { type: 'dialogue', name, extensions, parts }, next, normal: true };
}

function anyDialogue(line: string, said: readonly SourceLine[], next: number): Read {
  const { shown, remark } = splitRemarks(line);
  const cue = shown.trim();
  const dual = cue.endsWith('^');
  const { name, extensions } = splitCue(dual ? cue.slice(0, -1) : cue);
  const parts = said.map(({ words }) => dialogueLine(words));
  return {
    block: { type: 'dialogue', name, extensions, ...(remark === '' ? {} : { remark }), parts },
    next,
    dual,
  };
}
