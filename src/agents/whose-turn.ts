import type { SceneCard } from '../bibles/index.ts';
import { SCENE_WORDS } from '../generators/index.ts';
import type { PlayedTurn } from './stage.ts';

/** What decides whose turn it is. */
export interface Floor {
  /** By name, in the order of the card. */
  readonly speakers: readonly string[];
  readonly lead: string;
  readonly beats: number;
  readonly length: SceneCard['length'];
  readonly turns: readonly PlayedTurn[];
}

/** The most turns of one person running: with more, the others have no scene. */
const RUNNING = 2;
/** The most turns of a scene, by its length: about eight words each. */
const MOST_TURNS = { flash: 5, short: 14, standard: 30, setPiece: 60 } as const;

/**
 * Whose turn it is next, by name; `undefined` when the scene is played.
 *
 * The lead begins. Then whoever is given the word, unless they are the one who gave it; else, of those who have more to
 * do, the one who has been quiet longest. Everybody has a turn before it ends. It ends when all are done, when everybody
 * has had two turns in the last beat, or when the talk alone fills the scene, of which the director cuts about a third.
 */
export function whoseTurn({ speakers, lead, beats, length, turns }: Floor): string | undefined {
  const last = turns.at(-1);
  if (last === undefined) return speakers.includes(lead) ? lead : speakers[0];
  const lastTurnOf = (name: string): number => turns.findLastIndex(({ character }) => character === name);
  const unheard = speakers.find((name) => lastTurnOf(name) < 0);
  if (isOver({ speakers, beats, length, turns })) return unheard;
  const open = speakers.filter((name) => turns[lastTurnOf(name)]?.done !== true);
  const others = open.filter((name) => name !== last.character || speakers.length === 1);
  if (others.includes(last.next)) return last.next;
  const runs = turns.slice(-RUNNING).every(({ character }) => character === last.character);
  const [quietest] = others.toSorted((a, b) => lastTurnOf(a) - lastTurnOf(b));
  return quietest ?? (runs && speakers.length > 1 ? undefined : open[0]);
}

function isOver({ speakers, beats, length, turns }: Omit<Floor, 'lead'>): boolean {
  const words = turns.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/\s+/))).length;
  if (turns.length >= MOST_TURNS[length] || words >= SCENE_WORDS[length][1]) return true;
  const begun = turns.findIndex(({ beat }) => beat >= beats);
  if (beats === 1 || begun < 0) return false;
  // Two turns for everybody: its first words, and an answer to them.
  return speakers.every((name) => turns.slice(begun).filter(({ character }) => character === name).length >= 2);
}
