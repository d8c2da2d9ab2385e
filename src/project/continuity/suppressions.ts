import type { Json } from '../../core/index.ts';
import type { RunStore } from '../../steps/index.ts';

/** A finding that a person has looked at and lets stand. */
export interface Suppression {
  /** The finding's id. As ids are made of what was read, it holds for just these words. */
  readonly id: string;
  readonly reason: string;
}

/** The name under which they are kept. */
export const SUPPRESSED = 'continuity.suppressed';

/** The findings of a script that are let stand. */
export function suppressionsFrom(artifacts: ReadonlyMap<string, Json>): readonly Suppression[] {
  return (artifacts.get(SUPPRESSED) ?? []) as unknown as readonly Suppression[];
}

/** Keep which findings of a script are let stand. */
export function saveSuppressions(store: RunStore, script: string, all: readonly Suppression[]): Promise<void> {
  return store.saveArtifacts(script, [{ name: SUPPRESSED, value: all.map(({ id, reason }) => ({ id, reason })) }]);
}
