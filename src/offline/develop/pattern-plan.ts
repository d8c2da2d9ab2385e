import { PATTERNS, type Pattern } from '../patterns.ts';
import type { Random } from '../random.ts';
import { stationsFor } from './curve.ts';
import type { Shape } from './shapes/index.ts';

/** How far apart two scenes of one pattern stand at least. */
const SPACING = 8;
/** The share of scenes without speech: produced films have a median of .32 (77 screenplays, own count); television talks more. */
const SILENT_SHARE: Readonly<Record<string, number>> = { short: 0.28, feature: 0.3, 'tv-hour': 0.22, sitcom: 0.1 };
/** Up to here no pattern comes twice. */
const ALL_DIFFERENT = 20;

/** The pattern of every scene of a script, those of the turning points as the kind of story has them. */
export function planPatterns(
  shape: Shape,
  { scenes, format, random }: { readonly scenes: number; readonly format: string; readonly random: Random },
): readonly Pattern[] {
  const plan: (Pattern | undefined)[] = Array.from({ length: scenes });
  for (const [at, station] of stationsFor(scenes))
    plan[at] = PATTERNS.find(({ name }) => name === shape.anchors[station].pattern);
  const silent = placeSilence(plan, Math.round(scenes * (SILENT_SHARE[format] ?? 0.28)), random);
  for (let at = 0; at < scenes; at += 1) {
    plan[at] ??= choose({ plan, at, scenes, silent: silent.has(at), random });
  }
  return plan.filter((pattern) => pattern !== undefined);
}

/** Scenes that shall be silent besides the anchors: even steps, moved off anchors and off each other. */
function placeSilence(plan: readonly (Pattern | undefined)[], wanted: number, random: Random): ReadonlySet<number> {
  const placed = new Set<number>(plan.flatMap((pattern, at) => (pattern?.silent ? [at] : [])));
  if (plan.length < 8) return new Set();
  const free = random.shuffle(plan.flatMap((pattern, at) => (pattern ? [] : [at])));
  while (placed.size < wanted) {
    const best = free
      .filter((at) => !placed.has(at))
      .map((at) => ({ at, room: Math.min(4, ...[...placed].map((other) => Math.abs(other - at))) }))
      .reduce((a, b) => (b.room > a.room ? b : a), { at: -1, room: -1 });
    if (best.at < 0) break;
    placed.add(best.at);
  }
  return placed;
}

interface Choice {
  readonly plan: readonly (Pattern | undefined)[];
  readonly at: number;
  readonly scenes: number;
  readonly silent: boolean;
  readonly random: Random;
}

function choose({ plan, at, scenes, silent, random }: Choice): Pattern {
  const where = scenes < 2 ? 0.5 : at / (scenes - 1);
  const near = new Set(plan.slice(Math.max(0, at - SPACING), at + SPACING + 1));
  const count = (pattern: Pattern): number => plan.filter((one) => one === pattern).length;
  const kind = PATTERNS.filter((pattern) => pattern.silent === silent);
  const open = kind.filter((pattern) => !near.has(pattern) && (scenes > ALL_DIFFERENT || count(pattern) === 0));
  const free = open.length > 0 ? open : kind.filter((pattern) => !near.has(pattern));
  const fallback = PATTERNS.filter((pattern) => !near.has(pattern) && !pattern.silent);
  const cost = (pattern: Pattern): number =>
    40 * Math.max(0, pattern.from - where, where - pattern.to) + 2 * count(pattern);
  const costed = random.shuffle(free.length > 0 ? free : fallback).map((pattern) => ({ pattern, cost: cost(pattern) }));
  return costed.reduce((a, b) => (b.cost < a.cost ? b : a)).pattern;
}
