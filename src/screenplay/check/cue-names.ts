import type { Facts } from './facts.ts';
import type { Fault, Rule } from './rule.ts';
import { findSlips, lettersOf } from './spelling.ts';

/** A speaker who speaks once under a name one letter off another's. */
export const cueSlip: Rule = {
  id: 'cue/unknown',
  severity: 'minor',
  title: 'A name that stands once and is one letter from another',
  why: 'A slip in a cue makes a new person in every list, and their line is lost to the actor. Left alone: names under five letters, numbered ones, plurals, and a name that the action or another speech mentions.',
  source: 'Own rule; Damerau distance 1.',
  find: ({ speakers, dialogues, material, script }) => {
    const slips = findSlips([...speakers].map(([name, count]) => ({ name, count })));
    if (slips.length === 0) return [];
    const usual = new Map(slips.map((slip) => [slip.rare, slip.usual]));
    const said = new Set([...material.told, ...material.speeches].flatMap(({ words }) => words));
    const cast = new Set((script.production?.cast ?? []).map(({ name }) => name.toUpperCase()));
    return dialogues.flatMap(({ speaker, dialogue, block }): readonly Fault[] => {
      const other = usual.get(speaker);
      if (other === undefined || cast.has(speaker)) return [];
      const known = other.split(' ');
      if (speaker.split(' ').some((word) => !known.includes(word) && said.has(word.toLowerCase()))) return [];
      const message = `${speaker} speaks once, and ${other} often: one letter apart.`;
      return [{ block, message, quote: dialogue.name, fix: `If they are one person, write ${other}.` }];
    });
  },
};

/** One name in two spellings that differ in capitals, spaces or marks only. */
export const cueSpelling: Rule = {
  id: 'cue/spelling',
  severity: 'minor',
  title: 'One name spelled in two ways',
  why: 'MR. HALL and MR HALL, MARYANN and MARY ANN, or Maria in a cue that is MARIA elsewhere, are counted as two people by most programs. A name that is always written alike (McAVOY) is left alone.',
  source: 'Own rule.',
  find: ({ dialogues }) => {
    const spellings = new Map<string, Map<string, number>>();
    for (const { dialogue } of dialogues) {
      const key = lettersOf(dialogue.name);
      const forms = spellings.get(key) ?? new Map<string, number>();
      forms.set(dialogue.name, (forms.get(dialogue.name) ?? 0) + 1);
      spellings.set(key, forms);
    }
    const reported = new Set<string>();
    return dialogues.flatMap(({ dialogue: { name }, block }): readonly Fault[] => {
      const forms = spellings.get(lettersOf(name));
      if (lettersOf(name) === '' || forms === undefined || forms.size < 2 || reported.has(name)) return [];
      const usual = [...forms].reduce((most, form) => (form[1] > most[1] ? form : most))[0];
      if (usual === name) return [];
      reported.add(name);
      return [{ block, message: `${name} is ${usual} elsewhere.`, quote: name, fix: `Write ${usual}.` }];
    });
  },
};

/** A line in capitals that was probably meant as action and is read as a cue. */
export const cueNoName: Rule = {
  id: 'cue/not-a-name',
  severity: 'minor',
  title: 'A cue that reads like action',
  why: 'In Fountain a line in capitals with text right under it is a cue: BANG! or FADE IN: above a line of action becomes somebody who speaks. Told by a name that stands once and ends in !, ? or :, or has more than six words.',
  source: 'Fountain 1.1, Character and Action (fountain.io/syntax).',
  find: ({ dialogues, speakers }) =>
    dialogues.flatMap(({ speaker, dialogue: { name }, block }): readonly Fault[] => {
      if (speakers.get(speaker) !== 1) return [];
      if (!/[!?:]$/.test(speaker) && speaker.split(' ').length <= 6) return [];
      const message = `"${name}" is read as the name of somebody who speaks.`;
      return [{ block, message, quote: name, fix: 'If it is action, put ! in front of it, or a blank line below it.' }];
    }),
};

/** A known name above lines of action, not in capitals. */
export const cueNotCapitals: Rule = {
  id: 'cue/not-capitals',
  severity: 'major',
  title: 'A speech read as action, because its cue is not in capitals',
  why: 'A cue is known by its capitals; otherwise name and speech are printed as action and counted for nobody. A list of names, one below the other, is left alone.',
  source: 'Fountain 1.1, Character.',
  find: ({ script, speakers }) =>
    script.children.flatMap((block, index): readonly Fault[] => {
      if (block.type !== 'action') return [];
      const [line = '', next] = block.text.split('\n', 2);
      const name = (line.split('(')[0] ?? '').trim();
      if (next === undefined || name === name.toUpperCase() || !speakers.has(name.toUpperCase())) return [];
      // A list of names, one below the other.
      if (speakers.has(next.trim().toUpperCase())) return [];
      const message = `${name} stands above a line of action, and ${name.toUpperCase()} speaks elsewhere.`;
      return [{ block: index, message, quote: name, fix: `Write ${name.toUpperCase()}, or @${name}.` }];
    }),
};

/** A cue with nothing under it that is spoken. */
export const cueWithoutSpeech: Rule = {
  id: 'cue/without-speech',
  severity: 'major',
  title: 'A cue without a speech',
  why: 'The actor has nothing to say. A lone name in capitals that is action is left alone: many writers set a beat off so.',
  source: 'Fountain 1.1, Dialogue; in Final Draft a Character paragraph is followed by Dialogue.',
  find: (facts) => [...emptyDialogues(facts), ...loneCues(facts)],
};

function emptyDialogues({ dialogues }: Facts): readonly Fault[] {
  return dialogues.flatMap(({ dialogue: { name, parts }, block }): readonly Fault[] => {
    if (parts.some(({ type, text }) => type !== 'parenthetical' && text.trim() !== '')) return [];
    return [
      { block, message: `${name} has a cue and says nothing.`, quote: name, fix: 'Add the speech, or make it action.' },
    ];
  });
}

/** A known name with an extension that is action: only a cue is written so. */
function loneCues({ script, speakers }: Facts): readonly Fault[] {
  return script.children.flatMap((block, index): readonly Fault[] => {
    if (block.type !== 'action' || block.text.length > 100) return [];
    const name = /^([^()\n]+?) *\((?:V\.?O\.?|O\.?S\.?|O\.?C\.?|CONT['’]?D)\)$/i.exec(block.text.trim())?.[1];
    if (name === undefined || !speakers.has(name)) return [];
    const message = `${block.text.trim()} is read as action: nothing stands under it.`;
    return [
      {
        block: index,
        message,
        quote: block.text.trim(),
        fix: 'Put the speech on the next line, without a blank line between.',
      },
    ];
  });
}

/** How many speeches a script has for one name that stands alone, where that is no habit of it. */
const SPEECHES_FOR_LONE_NAME = 25;

/** A name of somebody who speaks elsewhere, alone in its paragraph: a cue that a blank line parts from its speech. */
export const cueLoneName: Rule = {
  id: 'cue/lone-name',
  severity: 'info',
  title: 'A cue that a blank line parts from its speech',
  why: 'A blank line under a name in capitals makes name and speech action. Only told where fewer than one speech in 25 stands so, and two or fewer in a short script: otherwise it is how the writer sets a beat off.',
  source: 'Fountain 1.1, Character: a cue has no blank line after it.',
  find: ({ script, speakers, dialogues }) => {
    const found = script.children.flatMap((block, index): readonly Fault[] => {
      if (block.type !== 'action' || !speakers.has(block.text.trim())) return [];
      if (script.children[index + 1]?.type !== 'action') return [];
      const quote = block.text.trim();
      const message = `${quote} stands alone and is read as action.`;
      return [{ block: index, message, quote, fix: 'If the text below it is spoken, take the blank line out.' }];
    });
    return found.length <= Math.max(2, dialogues.length / SPEECHES_FOR_LONE_NAME) ? found : [];
  },
};
