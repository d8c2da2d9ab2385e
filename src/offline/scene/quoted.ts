import type { SceneBrief } from '../../generators/index.ts';
import { shortName } from './slots.ts';
import type { Turn } from './turn.ts';

const SAYS = /\b(?:says|asks|answers|adds|replies|calls|tells|whispers|as far as|gives)\b[^“”]*$/;

/** The lines that the beats of a card give word for word, `Ann says “Sleep”`, with who says them. */
export function quotedTurns({ beats, speakers }: SceneBrief): readonly Turn[] {
  return beats.flatMap((beat, index) =>
    [...beat.matchAll(/“([^”]+)”/g)].flatMap((match): readonly Turn[] => {
      const before = beat.slice(0, match.index);
      const speaker = SAYS.test(before) ? lastNamed(before, speakers) : undefined;
      const partner = speakers.find((name) => name !== speaker);
      const words = (match[1] ?? '').trim();
      if (speaker === undefined || partner === undefined || words === '') return [];
      const text = /[.?!…]$/.test(words) ? words : `${words}.`;
      return [
        {
          exchange: -1,
          beat: index + 1,
          speaker,
          partner,
          row: { clipped: text, soft: text, question: text, formal: text, wry: text },
          things: [],
          topics: [],
          reveals: true,
          drives: false,
          after: undefined,
        },
      ];
    }),
  );
}

/** Put each quoted line after the talk of its own beat, before the talk of the next. */
export function withQuoted(scene: SceneBrief, said: readonly Turn[]): readonly Turn[] {
  return quotedTurns(scene).reduce((turns: readonly Turn[], quoted, index) => {
    const later = turns.findIndex(({ beat }) => beat > quoted.beat);
    const last = turns.at(-1)?.exchange ?? 0;
    const lastOne = turns.findIndex(({ exchange }) => exchange === last);
    const at = quoted.beat === 1 ? 0 : later < 0 ? Math.max(0, lastOne) : later;
    const exchange = (turns[at]?.exchange ?? last) - 0.9 + index / 50;
    return turns.toSpliced(at, 0, { ...quoted, exchange });
  }, said);
}

/** The speaker whose name stands last in the text. */
function lastNamed(text: string, speakers: readonly string[]): string | undefined {
  const clause = text.slice(text.search(/[^.;!?]*$/));
  const placed = speakers
    .map((name) => ({ name, at: Math.max(clause.indexOf(name), clause.indexOf(shortName(name))) }))
    .filter(({ at }) => at >= 0);
  const [first] = placed.sort((a, b) => a.at - b.at);
  return first?.name;
}
