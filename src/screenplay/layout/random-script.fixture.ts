import fc from 'fast-check';
import * as build from '../build.ts';
import type { Block, Dialogue, Screenplay } from '../tree.ts';
import type { LayoutOptions } from './layout.ts';

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('a', 'lamp', 'keeper,', 'stands.', 'No!', 'the', 'everything', 'waits?', 'so…'),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('x', '漢', 'é', '🌊'), minLength: 1, maxLength: 90 }) },
);

const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength, size: 'max' }).map((all) => all.join(' '));

const lines = fc.array(words(60), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));

const dialogue: fc.Arbitrary<Dialogue> = fc
  .tuple(
    words(3),
    fc.array(fc.oneof(lines.map(build.speech), words(12).map(build.parenthetical), words(20).map(build.sung)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([name, parts]) => build.dialogue(name, parts));

/** Any block that is printed. */
export const printed: fc.Arbitrary<Block> = fc.oneof(
  { weight: 2, arbitrary: words(8).map((text) => build.heading(`int. ${text}`)) },
  { weight: 4, arbitrary: lines.map((text) => build.action(text)) },
  { weight: 6, arbitrary: dialogue },
  { weight: 1, arbitrary: fc.tuple(dialogue, dialogue).map(([left, right]) => build.dualDialogue(left, right)) },
  { weight: 1, arbitrary: fc.constant(build.transition('CUT TO:')) },
  { weight: 1, arbitrary: words(4).map((text) => build.centered(text)) },
  { weight: 1, arbitrary: words(6).map((text): Block => ({ type: 'shot', text: `ANGLE ON ${text}` })) },
  { weight: 1, arbitrary: words(9).map((text): Block => ({ type: 'general', element: 'Cast List', text })) },
);

const ruled: fc.Arbitrary<Block> = fc.oneof(
  { weight: 30, arbitrary: printed },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'actBreak', edge: 'start', text: 'Act Two' }) },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'actBreak', edge: 'end', text: 'End of Act One' }) },
);

const scriptOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<Screenplay> =>
  fc.array(block, { maxLength: 60, size: 'max' }).map((blocks) => build.screenplay(null, ...blocks));

/** Scripts of all that is printed, where the writer starts no page. */
export const script: fc.Arbitrary<Screenplay> = scriptOf(ruled);

/** Scripts that start pages where they like. */
export const brokenScript: fc.Arbitrary<Screenplay> = scriptOf(
  fc.oneof({ weight: 20, arbitrary: ruled }, { weight: 1, arbitrary: fc.constant(build.pageBreak()) }),
);

/** Every way to lay out a script. */
export const layoutOptions: fc.Arbitrary<LayoutOptions> = fc.record({
  profile: fc.constantFrom('us' as const, 'a4' as const, 'finaldraft' as const),
  sceneContinued: fc.boolean(),
});
