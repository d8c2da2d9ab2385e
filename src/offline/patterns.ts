/**
 * The dramatic patterns the offline writer knows. Its outline gives every card one, never the same twice
 * within eight scenes; its scenes have lines of their own for each.
 */
export interface Pattern {
  /** As it stands on a card. */
  readonly name: string;
  readonly silent: boolean;
  /** How many may speak. */
  readonly speakers: readonly [least: number, most: number];
  /** Where in a script it may stand, as fractions of the scenes. */
  readonly from: number;
  readonly to: number;
}

const speaking = (name: string, from: number, to: number, most = 3): Pattern => ({
  name,
  silent: false,
  speakers: [2, most],
  from,
  to,
});
const silent = (name: string, from: number, to: number): Pattern => ({
  name,
  silent: true,
  speakers: [0, 0],
  from,
  to,
});

export const PATTERNS: readonly Pattern[] = [
  speaking('first meeting', 0, 0.3),
  speaking('errand', 0, 0.6),
  speaking('request', 0, 0.5),
  speaking('refusal', 0.05, 0.6),
  speaking('warning', 0.1, 0.7),
  speaking('discovery', 0.1, 0.85),
  speaking('bargain', 0.15, 0.8),
  speaking('test', 0.15, 0.75),
  speaking('temptation', 0.2, 0.8),
  speaking('alliance', 0.2, 0.7),
  speaking('rehearsal', 0.2, 0.85, 2),
  speaking('interrogation', 0.2, 0.9),
  speaking('cover-up', 0.2, 0.85),
  speaking('reunion', 0.25, 0.9),
  speaking('accusation', 0.3, 0.95),
  speaking('vigil', 0.3, 0.95, 2),
  speaking('plea', 0.35, 0.95),
  speaking('betrayal', 0.4, 0.9),
  speaking('standoff', 0.45, 1),
  speaking('confession', 0.5, 1, 2),
  speaking('decision', 0.6, 1),
  speaking('reckoning', 0.7, 1),
  speaking('farewell', 0.75, 1, 2),
  speaking('return', 0.8, 1),
  silent('preparation', 0, 0.7),
  silent('waiting', 0.1, 0.9),
  silent('search', 0.1, 0.85),
  silent('pursuit', 0.3, 0.95),
  silent('aftermath', 0.5, 1),
  silent('departure', 0.6, 1),
];
