import type { Structure } from './structure.ts';

/** Something in a structure that stands where it cannot. */
export interface Misplaced {
  /** `structures.my-own.beats.2.to` */
  readonly path: string;
  readonly problem: string;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Beats, acts and points of a structure that stand where they cannot: twice, backwards, out of order, across others. */
export function misplaced({ id, beats, acts, tension }: Structure): readonly Misplaced[] {
  const at = (path: string, problem: string): Misplaced => ({ path: `structures.${id}.${path}`, problem });
  const told = (part: string, stretches: readonly Stretch[], problemOf: typeof beatProblem): readonly Misplaced[] =>
    stretches.flatMap((stretch, place) => {
      const problem = problemOf(stretch, stretches.slice(0, place));
      return problem === undefined ? [] : [at(`${part}.${place}.${problem.key}`, problem.problem)];
    });
  return [
    ...beats.flatMap((beat, place) =>
      beats.findIndex((other) => other.id === beat.id) < place
        ? [at(`beats.${place}.id`, `${JSON.stringify(beat.id)} stands twice`)]
        : [],
    ),
    ...told('beats', beats, beatProblem),
    ...told('acts', acts, actProblem),
    ...tension.flatMap((point, place) =>
      point.at <= (tension[place - 1]?.at ?? -1)
        ? [at(`tension.${place}.at`, 'stands before the point before it; put points in order')]
        : [],
    ),
  ];
}

interface Problem {
  readonly key: 'from' | 'to';
  readonly problem: string;
}

function beatProblem(beat: Stretch, before: readonly Stretch[]): Problem | undefined {
  if (beat.to < beat.from) return { key: 'to', problem: `ends at ${beat.to}, before it begins at ${beat.from}` };
  const last = before.at(-1);
  if (last !== undefined && beat.from < last.from)
    return { key: 'from', problem: `begins before the beat before it, at ${last.from}; put beats in order` };
  const across = before.find((other) => crosses(other, beat));
  if (across === undefined) return undefined;
  return { key: 'from', problem: `overlaps the beat from ${across.from} to ${across.to}, neither in it nor after it` };
}

/** Whether a later stretch begins inside an earlier one and ends outside it, or both are the same. */
function crosses(a: Stretch, b: Stretch): boolean {
  if (a.from === a.to || b.from === b.to) return false;
  if (a.from === b.from) return a.to === b.to;
  return b.from < a.to && b.to > a.to;
}

function actProblem(act: Stretch, before: readonly Stretch[]): Problem | undefined {
  if (act.to <= act.from) return { key: 'to', problem: `ends at ${act.to}, and begins at ${act.from}` };
  const end = before.at(-1)?.to ?? 0;
  return act.from < end ? { key: 'from', problem: `begins before the act before it ends, at ${end}` } : undefined;
}
