import type { Facts } from './facts.ts';
import type { Fault, Rule } from './rule.ts';

/** What is meant by common misspellings of extensions, in capitals. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['VO', 'V.O.'],
  ['V.O', 'V.O.'],
  ['VO.', 'V.O.'],
  ['V/O', 'V.O.'],
  ['V. O.', 'V.O.'],
  ['OV', 'V.O.'],
  ['OS', 'O.S.'],
  ['O.S', 'O.S.'],
  ['OS.', 'O.S.'],
  ['O/S', 'O.S.'],
  ['O. S.', 'O.S.'],
  ['OC', 'O.C.'],
  ['O.C', 'O.C.'],
  ['OC.', 'O.C.'],
  ['O/C', 'O.C.'],
  ['CONTD', "CONT'D"],
  ['CONT’D.', "CONT'D"],
  ["CONT'D.", "CONT'D"],
  ["CON'T", "CONT'D"],
  ['CON’T', "CONT'D"],
  ["CON'TD", "CONT'D"],
  ["CONT'", "CONT'D"],
]);

/** An extension that is nearly one that everybody knows. */
export const cueExtension: Rule = {
  id: 'cue/extension',
  severity: 'info',
  title: 'A misspelt extension',
  why: "Programs know voices by V.O., O.S., O.C. and CONT'D; (VO) is in use as well, and another word to them. An extension of the writer's own (FILTERED, INTO PHONE) is left alone.",
  source: "Final Draft's extensions are (V.O.), (O.S.), (O.C.), (CONT'D); Fountain 1.1, Character.",
  find: ({ dialogues }) =>
    dialogues.flatMap(({ dialogue: { extensions }, block }) =>
      extensions.flatMap((extension): readonly Fault[] => {
        const meant = MEANT.get(extension.toUpperCase());
        if (meant === undefined) return [];
        const message = `The extension (${extension}) is usually written (${meant}).`;
        return [{ block, message, quote: `(${extension})`, fix: `Write (${meant}).` }];
      }),
    ),
};

const CONTINUED = /^(?:CONT['’]?D?\.?|CON['’]TD?|CONTINUED|CONTINUING)$/i;

/** Somebody goes on who has not begun. */
export const cueContinued: Rule = {
  id: 'cue/continued',
  severity: 'minor',
  title: "A (CONT'D) with nothing to continue",
  why: "(CONT'D) says that the same person has spoken in this scene. It is left over when the earlier speech is cut or moved. A missing one is no fault: the layout may add it. Left alone: a voice that goes on over a cut, where the last speech of the scene before was theirs.",
  source: "Final Draft adds (CONT'D) by itself when a character speaks twice in a row in a scene.",
  find: orphans,
};

function orphans({ dialogues }: Facts): readonly Fault[] {
  const faults: Fault[] = [];
  let spoken = new Set<string>();
  let scene = -1;
  let last = '';
  for (const { dialogue, speaker, block, scene: own } of dialogues) {
    if (own !== scene) spoken = new Set([last]);
    scene = own;
    const extension = dialogue.extensions.find((text) => CONTINUED.test(text));
    if (extension !== undefined && !spoken.has(speaker)) {
      const message = `${speaker} goes on (${extension}), but has not spoken in this scene.`;
      faults.push({ block, message, quote: `(${extension})`, fix: `Take out (${extension}).` });
    }
    spoken.add(speaker);
    last = speaker;
  }
  return faults;
}

/** Two at once who are one. */
export const dualSamePerson: Rule = {
  id: 'dual/same-person',
  severity: 'major',
  title: 'Dual dialogue by one person',
  why: 'Nobody speaks two speeches at once: a ^ stands at the wrong cue, or a name is wrong.',
  source: 'Fountain 1.1, Dual Dialogue.',
  find: ({ script, dialogues }) =>
    dialogues.flatMap(({ dialogue, speaker, block }, at): readonly Fault[] => {
      const parent = script.children[block];
      if (parent?.type !== 'dualDialogue' || parent.right !== dialogue || dialogues[at - 1]?.speaker !== speaker)
        return [];
      return [
        {
          block,
          message: `${speaker} speaks twice at once.`,
          quote: dialogue.name,
          fix: 'Correct the name, or take out the ^.',
        },
      ];
    }),
};
