import type { SceneBrief } from '../../generators/index.ts';
import { planOf } from './plan.ts';
import type { SaidLine } from './say.ts';

/** A line with its place in the conversation. */
export interface Spoken extends SaidLine {
  readonly speaker: string;
  /** Lines of one group answer each other and are cut together. */
  readonly group: number;
  readonly reveals: boolean;
}

/** What one character offered. */
export interface Offered {
  readonly name: string;
  readonly lines: readonly SaidLine[];
}

/** Put offered lines in order: by the scene's plan when they follow it, else beat by beat, in turns. */
export function weave(scene: SceneBrief, offers: readonly Offered[]): readonly Spoken[] {
  const plan = planOf(scene);
  const planned = offers.every(
    ({ name, lines }) => plan.filter(({ speaker }) => speaker === name).length === lines.length,
  );
  return withoutDoubles(planned ? byPlan(scene, offers) : byBeat(scene, offers));
}

function byPlan(scene: SceneBrief, offers: readonly Offered[]): readonly Spoken[] {
  const next = new Map(offers.map(({ name }) => [name, 0]));
  return planOf(scene).flatMap(({ speaker, exchange, reveals, beat }): readonly Spoken[] => {
    const at = next.get(speaker) ?? 0;
    next.set(speaker, at + 1);
    const line = offers.find(({ name }) => name === speaker)?.lines[at];
    return line ? [{ ...line, beat, speaker, group: exchange, reveals }] : [];
  });
}

function byBeat(scene: SceneBrief, offers: readonly Offered[]): readonly Spoken[] {
  const beats = [...new Set(offers.flatMap(({ lines }) => lines.map(({ beat }) => beat)))].sort((a, b) => a - b);
  const inTurn = [...offers].sort((a, b) => Number(b.name === scene.lead) - Number(a.name === scene.lead));
  return beats.flatMap((beat) => {
    const queues = inTurn.map(({ name, lines }) => ({ name, lines: lines.filter((line) => line.beat === beat) }));
    const longest = Math.max(...queues.map(({ lines }) => lines.length));
    return Array.from({ length: longest }, (_, round) =>
      queues.flatMap(({ name, lines }): readonly Spoken[] => {
        const line = lines[round];
        return line ? [{ ...line, speaker: name, group: beat * 100 + round, reveals: false }] : [];
      }),
    ).flat();
  });
}

/** Drop a line that was said already, unless its speaker would be left with none. */
function withoutDoubles(spoken: readonly Spoken[]): readonly Spoken[] {
  return spoken.filter((line, index) => {
    const first = spoken.findIndex(({ text }) => text === line.text);
    return first === index || spoken.filter(({ speaker }) => speaker === line.speaker).length === 1;
  });
}
