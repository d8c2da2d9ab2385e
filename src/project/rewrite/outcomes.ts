import { fingerprint, type Json, type Note } from '../../core/index.ts';
import type { RewrittenScene } from '../../orchestrator/index.ts';
import type { RunStore } from '../../steps/index.ts';

/** Patches of a model that were taken, and how many of them were found to be worse later. */
export interface Outcome {
  readonly accepted: number;
  readonly worse: number;
}

/**
 * The share of patches that a later look found to be worse, above which a model is not asked to rewrite on its own. Harm
 * begins at about half a percent of errors brought in (arXiv 2604.22273, on reasoning tasks, not fiction); five percent is
 * our own threshold.
 */
export const MOST_WORSE = 0.05;

/** With fewer patches than this a share says nothing. */
export const LEAST_PATCHES = 20;

const NAME = 'rewriting';

/** By model, and in that by rewriting: the same rewriting, gone over again from the journal, counts once. */
type Kept = Readonly<Record<string, Readonly<Record<string, Outcome>>>>;

/** What came of a model's patches in a script so far. */
export function outcomeOf(artifacts: ReadonlyMap<string, Json>, model: string): Outcome {
  const own = Object.values(keptIn(artifacts)[model] ?? {});
  return {
    accepted: own.reduce((sum, { accepted }) => sum + accepted, 0),
    worse: own.reduce((sum, { worse }) => sum + worse, 0),
  };
}

/** Whether a model breaks too much to be let loose on what readers find. What a person asks for is still done. */
export function isHarmful({ accepted, worse }: Outcome): boolean {
  return accepted >= LEAST_PATCHES && worse / accepted > MOST_WORSE;
}

/** The note that says so. */
export function harmNote(model: string, { accepted, worse }: Outcome): Note {
  return {
    rule: 'rewrite/brings-in-faults',
    severity: 'major',
    message: `${model} is not asked to rewrite on its own: of ${accepted} patches that were taken, ${worse} were found to be worse later.`,
    fix: 'Name another model for the role reviser in models.json, or ask for single notes: --notes, --instruction.',
  };
}

/** Keep what came of these rewritings. */
export async function saveOutcomes(store: RunStore, script: string, made: readonly RewrittenScene[]): Promise<void> {
  const counted = made.filter(({ result }) => result.outcome.accepted > 0);
  if (counted.length === 0) return;
  const kept: Record<string, Record<string, Outcome>> = structuredClone(keptIn(await store.loadArtifacts(script)));
  for (const { model, keys, result } of counted) kept[model] = { ...kept[model], [fingerprint(keys)]: result.outcome };
  await store.saveArtifacts(script, [{ name: NAME, value: kept as unknown as Json }]);
}

/** Written by this file, and only read back. */
function keptIn(artifacts: ReadonlyMap<string, Json>): Kept {
  return (artifacts.get(NAME) ?? {}) as unknown as Kept;
}
