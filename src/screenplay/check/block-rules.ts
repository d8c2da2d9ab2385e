import { plainText } from '../inline/inline.ts';
import { countWords } from '../measure/words.ts';
import type { Facts } from './facts.ts';
import type { Fault, Rule } from './rule.ts';

/** An action block with more words is long: 1 in 100 of the blocks in produced scripts is. */
const LONG_ACTION = 60;

/** A parenthetical with more words is long: about eight lines in its narrow column. */
const LONG_PARENTHETICAL = 25;

/** A paragraph nobody wants to read. */
export const actionLong: Rule = {
  id: 'action/long',
  severity: 'info',
  title: 'A long block of action',
  why: `More than ${LONG_ACTION} words in one block, about six lines: readers skip it. Only told where fewer than one block in ten is so long; otherwise it is the manner of the script, and the measure says so.`,
  source:
    'Own measurement on 77 produced features: 1.1 in 100 blocks are longer (median), 7.6 in 100 at the 95th percentile.',
  find: ({ material: { told } }) => {
    const long = told.filter(({ words }) => words.length > LONG_ACTION);
    if (long.length * 10 > told.length && told.length >= 10) return [];
    return long.map(({ block, words, text }) => ({
      block,
      message: `This action has ${words.length} words in one block.`,
      quote: opening(text),
      fix: 'Begin a new block where the eye moves to something else.',
    }));
  },
};

/** A direction in parentheses that is longer than a direction. */
export const parentheticalLong: Rule = {
  id: 'parenthetical/long',
  severity: 'info',
  title: 'A long parenthetical',
  why: `More than ${LONG_PARENTHETICAL} words in the narrow column of a parenthetical: that is action.`,
  source: 'Own number; (wryly), (to Tom) and (beat) are what they are for.',
  find: (facts) =>
    parentheticals(facts, ({ text, block }) => {
      const words = countWords(plainText(text));
      if (words <= LONG_PARENTHETICAL) return [];
      return [
        { block, message: `This parenthetical has ${words} words.`, quote: opening(text), fix: 'Make it action.' },
      ];
    }),
};

/** A direction that no words follow. */
export const parentheticalLast: Rule = {
  id: 'parenthetical/last',
  severity: 'minor',
  title: 'A parenthetical at the end of a speech',
  why: 'A parenthetical says how the words below it are spoken. Where none follow it is action. Left alone: a break-off that the writer marks, such as (beat) or (pause).',
  source: 'The custom of screenplay format guides; Final Draft puts Dialogue after a Parenthetical.',
  find: (facts) =>
    parentheticals(facts, ({ text, block, last, spoken }) => {
      if (!last || !spoken || /^(?:beat|pause|silence|more|then|off|cont)/i.test(text)) return [];
      return [
        {
          block,
          message: 'No words follow this parenthetical.',
          quote: `(${opening(text)})`,
          fix: 'Make it action below the speech.',
        },
      ];
    }),
};

/** A parenthesis at the start of a line of speech that never ends. */
export const parentheticalOpen: Rule = {
  id: 'parenthetical/open',
  severity: 'minor',
  title: 'A parenthetical that is not closed',
  why: 'Without its closing parenthesis a line is spoken.',
  source: 'Fountain 1.1, Parenthetical.',
  find: ({ dialogues }) =>
    dialogues.flatMap(({ dialogue, block }): readonly Fault[] => {
      const lines = dialogue.parts.flatMap(({ type, text }) => (type === 'speech' ? text.split('\n') : []));
      const open = lines.findIndex((line) => line.startsWith('('));
      if (open < 0 || lines.slice(open).some((line) => line.includes(')'))) return [];
      const quote = opening(lines[open] ?? '');
      return [
        {
          block,
          message: 'This line begins with a parenthesis that is not closed, so it is spoken.',
          quote,
          fix: 'Close it.',
        },
      ];
    }),
};

/** What the layout writes, written by hand. */
export const pageFurniture: Rule = {
  id: 'page/by-hand',
  severity: 'minor',
  title: '(MORE) or CONTINUED written by hand',
  why: 'The layout puts them where a page ends; written into the text they stand wherever it ends today.',
  source: 'Fountain has neither; they are left over from a converted PDF.',
  find: ({ script, dialogues }) => {
    const fix = 'Take it out: the layout writes it where it belongs.';
    const spoken = dialogues.flatMap(({ dialogue, block }) => {
      const more = dialogue.parts.find(
        ({ type, text }) => type === 'parenthetical' && /^(?:MORE|CONTINUED)$/.test(text),
      );
      return more === undefined
        ? []
        : [{ block, message: `(${more.text}) is written by hand.`, quote: `(${more.text})`, fix }];
    });
    const told = script.children.flatMap((block, index): readonly Fault[] => {
      if (block.type !== 'action' && block.type !== 'transition') return [];
      const text = block.text.trim();
      if (!/^(?:\(CONTINUED\)|CONTINUED:(?: ?\(\d{1,3}\))?|\(MORE\))$/.test(text)) return [];
      return [{ block: index, message: `${text} is written by hand.`, quote: text, fix }];
    });
    return [...spoken, ...told];
  },
};

interface PlacedParenthetical {
  readonly text: string;
  readonly block: number;
  /** Whether nothing follows it under its cue. */
  readonly last: boolean;
  /** Whether something is spoken above it. */
  readonly spoken: boolean;
}

function parentheticals(
  { dialogues }: Facts,
  check: (found: PlacedParenthetical) => readonly Fault[],
): readonly Fault[] {
  return dialogues.flatMap(({ dialogue: { parts }, block }) =>
    parts.flatMap(({ type, text }, at) =>
      type === 'parenthetical' ? check({ text, block, last: at === parts.length - 1, spoken: at > 0 }) : [],
    ),
  );
}

/** The first words of a text, for a quotation that can still be found. */
function opening(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 60 ? line : line.slice(0, line.lastIndexOf(' ', 60) > 20 ? line.lastIndexOf(' ', 60) : 60);
}
