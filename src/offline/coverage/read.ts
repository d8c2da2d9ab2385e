import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { CoverageReadAnswer } from '../../generators/index.ts';

const ask = z.object({ scenes: z.array(z.object({ heading: z.string(), text: z.string() })) });

/** So many scenes of a part are told, from all over it. */
const MOST_SCENES = 6;
/** A longer sentence is cut at a word. */
const LONGEST = 160;

/**
 * A part as its scenes begin: heading and first sentence of each. No evidence, since grading takes a reader.
 *
 * @throws ZodError when the input is not that of the task.
 */
export function copyPart(input: Json): Json {
  const { scenes } = ask.parse(input);
  const step = Math.max(1, scenes.length / MOST_SCENES);
  const chosen = Array.from({ length: Math.min(scenes.length, MOST_SCENES) }, (_, at) => scenes[Math.floor(at * step)]);
  const told = chosen.map((scene) => {
    const { heading = '', text = '' } = scene ?? {};
    return [heading, firstSentence(text)].filter((part) => part !== '').join(': ');
  });
  const answer: CoverageReadAnswer = { synopsis: told.join('\n') || '…', evidence: [] };
  return answer;
}

function firstSentence(text: string): string {
  const [paragraph = ''] = text.split('\n\n');
  const line = paragraph.replace(/\s+/gu, ' ').trim();
  const sentence = /^.*?[.!?…。！？]["”’)]*(?=\s|$)/u.exec(line)?.[0] ?? line;
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`;
}
