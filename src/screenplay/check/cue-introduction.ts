import { mentionFinder } from '../measure/mentions.ts';
import type { Facts } from './facts.ts';
import type { Fault, Rule } from './rule.ts';

/** From how many speeches on somebody is a character to be introduced. */
const SPEECHES = 5;

/** Who speaks and never appears. */
export const cueIntroduction: Rule = {
  id: 'cue/introduction',
  severity: 'info',
  title: 'Somebody speaks who is never introduced in capitals',
  why: 'The action shows a character in capitals at the first appearance, so that casting and reader find them. Only told of characters with five speeches or more who are seen, in a script that introduces most of them.',
  source: 'The custom of screenplay format guides, which agree on it.',
  find: missing,
};

function missing({ speakers, dialogues, material }: Facts): readonly Fault[] {
  const seen = new Set(
    dialogues.filter(({ dialogue }) => !dialogue.extensions.some(isVoice)).map(({ speaker }) => speaker),
  );
  const names = [...speakers].filter(([name, count]) => count >= SPEECHES && seen.has(name)).map(([name]) => name);
  const words = new Map(names.map((name) => [name, nameWords(name)]));
  const find = mentionFinder([...words.values()].flat());
  const told = material.told.map((block) => ({ ...block, text: (block.text.match(CAPITALS) ?? []).join(' ') }));
  const found = find(told);
  const unknown = names.filter((name) => !words.get(name)?.some((word) => found.has(word)));
  if (unknown.length * 2 > names.length) return [];
  const firsts = new Map(dialogues.toReversed().map((placed) => [placed.speaker, placed]));
  return unknown.flatMap((name): readonly Fault[] => {
    const first = firsts.get(name);
    if (first === undefined) return [];
    const message = `${name} speaks, and the action never shows ${name} in capitals.`;
    return [
      { block: first.block, message, quote: first.dialogue.name, fix: 'Introduce them in the action, in capitals.' },
    ];
  });
}

/** Words of two letters or more that are all capitals. */
const CAPITALS = /(?<![\p{L}\p{M}\p{N}])[\p{Lu}\p{N}][\p{Lu}\p{M}\p{N}]+(?![\p{L}\p{M}\p{N}])/gu;

/** The words of a name by which the action may call somebody: those of three letters, or all. */
function nameWords(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length >= 3);
  return long.length > 0 ? long : words;
}

function isVoice(extension: string): boolean {
  return /^(?:V\.? ?O\.?|O\.? ?[SC]\.?|OFF)/i.test(extension);
}
