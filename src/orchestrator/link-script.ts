import type { Story } from '../agents/index.ts';
import { checkContinuity, type Finding, ledgerOf } from '../continuity/index.ts';
import { type Json, toJson } from '../core/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';

/** How much is looked at after the scenes are written: nothing, what code can find, or what a model finds as well. */
export const CONTINUITY = ['rules', 'full', 'off'] as const;
/** One of {@link CONTINUITY}. */
export type Continuity = (typeof CONTINUITY)[number];

/** What was last found in a script, as it is kept beside its drafts. */
export interface Linked {
  readonly findings: readonly Finding[];
}

/** The name under which it is kept. */
export const LINKED = 'continuity';

/**
 * Look over a script whose scenes are written, as a linker does over what was compiled apart, and keep what was found.
 * The rules cost nothing.
 */
export async function linkScript(
  run: Run,
  { bible, outline }: Story,
  screenplay: Screenplay,
  how: Continuity,
): Promise<Linked | undefined> {
  if (how === 'off') return undefined;
  const ledger = ledgerOf({ bible, outline, screenplay });
  const linked: Linked = { findings: checkContinuity(ledger) };
  await run.store.saveArtifacts(run.script, [{ name: LINKED, value: toJson(linked) }]);
  return linked;
}

/** What was last kept of a script, read back; nothing where it was never looked over. */
export function linkedFrom(artifacts: ReadonlyMap<string, Json>): Linked | undefined {
  return artifacts.get(LINKED) as unknown as Linked | undefined;
}
