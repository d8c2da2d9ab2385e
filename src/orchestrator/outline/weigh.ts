import type { Note, Severity } from '../../core/index.ts';

/** How much one note of each severity counts when two plans are compared: no number of small faults outweighs a blocker that is gone, but a handful of large ones does. */
const WEIGHTS: Readonly<Record<Severity, number>> = { blocker: 25, major: 5, minor: 1, info: 0 };

/** The weight of all that is wrong with a plan; less is better. */
export function weigh(notes: readonly Note[]): number {
  return notes.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}

/** Whether a plan should be mended for it. */
export function isGrave({ severity }: Pick<Note, 'severity'>): boolean {
  return severity === 'blocker' || severity === 'major';
}
