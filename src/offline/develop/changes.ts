import type { Planned } from './script-plan.ts';
import type { Station } from './shapes/index.ts';

type Change = 'better' | 'worse' | 'mixed';

const AT_STATION: Readonly<Record<Station, Change>> = {
  opening: 'mixed',
  opportunity: 'better',
  change: 'mixed',
  committed: 'better',
  setback: 'worse',
  climax: 'better',
  final: 'mixed',
};

const WORSE = new Set([
  ...['refusal', 'warning', 'interrogation', 'cover-up', 'accusation', 'betrayal', 'standoff', 'farewell'],
  ...['waiting', 'pursuit', 'aftermath', 'departure'],
]);
const BETTER = new Set([
  ...['first meeting', 'discovery', 'bargain', 'alliance', 'temptation', 'reunion', 'confession', 'return'],
  ...['preparation', 'search'],
]);

/** What each turn is for its lead, by its pattern; after two of one kind the next is another. */
export function changesOf(plan: readonly Planned[]): readonly Change[] {
  const changes: Change[] = [];
  for (const { pattern, station } of plan) {
    const own = station ? AT_STATION[station] : kindOf(pattern.name);
    const [one, two] = changes.slice(-2);
    const again = one === own && two === own;
    changes.push(again ? (own === 'mixed' ? 'worse' : 'mixed') : own);
  }
  return changes;
}

function kindOf(pattern: string): Change {
  if (WORSE.has(pattern)) return 'worse';
  return BETTER.has(pattern) ? 'better' : 'mixed';
}
