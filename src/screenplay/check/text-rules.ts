import { emphasizedStretches } from '../inline/emphasis.ts';
import { inlineRemarks } from '../inline/remarks.ts';
import type { Block } from '../tree.ts';
import type { Facts } from './facts.ts';
import type { Fault, Rule } from './rule.ts';

/** Marks that stay in the text because their partner is missing. */
export const textOpenMark: Rule = {
  id: 'text/open-mark',
  severity: 'minor',
  title: 'A mark that is opened and never closed',
  why: 'A note, a boneyard or emphasis without its second mark is printed as it stands. Emphasis ends with its line. Left alone: a lone * or _ between spaces or inside a word.',
  source: 'Fountain 1.1, Notes, Boneyard and Emphasis.',
  find: (facts) =>
    texts(facts, (text, block) => {
      if (!/[[*_/]/.test(text)) return [];
      const mark = openMark(text);
      if (mark === undefined) return [];
      return [
        {
          block,
          message: `${mark.name} is opened here and never closed.`,
          quote: mark.quote,
          fix: 'Close it, or put \\ in front of it.',
        },
      ];
    }),
};

/** Characters no page can show. */
export const textUnprintable: Rule = {
  id: 'text/unprintable',
  severity: 'minor',
  title: 'A character that no page can show',
  why: 'Control characters, zero-width spaces and private characters come along with copied text; they break searches and lists. Joiners that scripts and emoji need, and marks of direction, are left alone.',
  source: 'Unicode general categories Cc, Co and Cs; U+200B, U+2060, U+FEFF.',
  find: (facts) =>
    texts(facts, (text, block) => {
      const found = /[\p{Co}\p{Cs}\u200b\u2060\ufeff]|(?![\n\t])\p{Cc}/u.exec(text)?.[0];
      if (found === undefined) return [];
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return [{ block, message: `The text holds the character U+${code}.`, fix: 'Take it out.' }];
    }),
};

/** Text that was read in the wrong encoding. */
export const textEncoding: Rule = {
  id: 'text/encoding',
  severity: 'major',
  title: 'Text that was read in the wrong encoding',
  why: 'A replacement character, or UTF-8 read as Windows-1252 (â€™ for an apostrophe, Ã© for é): letters are lost.',
  source: 'Unicode U+FFFD; the bytes of UTF-8 punctuation seen as Windows-1252.',
  find: (facts) =>
    texts(facts, (text, block) => {
      const found = /\ufffd|â€[™œ“”˜¦]|Ã[©¨¼¶¤«¯±³º§]/u.exec(text)?.[0];
      if (found === undefined) return [];
      return [
        {
          block,
          message: 'These letters come from a wrong encoding.',
          quote: found,
          fix: 'Open the original as UTF-8, or put the letters right.',
        },
      ];
    }),
};

interface OpenMark {
  readonly name: string;
  readonly quote: string;
}

function openMark(text: string): OpenMark | undefined {
  const remarks = inlineRemarks(text);
  const pieces: string[] = [];
  let from = 0;
  for (const remark of remarks) {
    pieces.push(text.slice(from, remark.from));
    from = remark.to;
  }
  pieces.push(text.slice(from));
  const rest = pieces.join('');
  if (rest.includes('[[')) return { name: 'A note', quote: '[[' };
  if (rest.includes('/*')) return { name: 'A boneyard', quote: '/*' };
  for (const line of rest.split('\n')) {
    const quote = /[*_]/.test(line) ? openEmphasis(line) : undefined;
    if (quote !== undefined) return { name: 'Emphasis', quote };
  }
  return undefined;
}

/** A mark that is shown, begins a word and is not escaped: `**bold`, `_line`. */
function openEmphasis(line: string): string | undefined {
  for (const { from, to } of emphasizedStretches(line)) {
    const found = /(?<![\\\p{L}\p{N}*_])(?:\*{1,3}|_)(?=\p{L})/u.exec(line.slice(Math.max(0, from - 1), to));
    const at = found === null ? -1 : Math.max(0, from - 1) + found.index;
    if (found !== null && at >= from) return line.slice(at, at + found[0].length + 12).split(' ')[0];
  }
  return undefined;
}

/** Look at every text of a script, at most one fault each. */
function texts({ script }: Facts, check: (text: string, block: number) => readonly Fault[]): readonly Fault[] {
  return script.children.flatMap((block, index) =>
    textsOf(block)
      .flatMap((text) => check(text, index))
      .slice(0, 1),
  );
}

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'dialogue':
      return [block.name, ...block.parts.map(({ text }) => text)];
    case 'dualDialogue':
      return [...textsOf(block.left), ...textsOf(block.right)];
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
    case 'note':
    case 'boneyard':
    case 'pageBreak':
      return [];
  }
}
