import type { Story as Telling } from '../../agents/index.ts';
import type { Script } from '../../bibles/index.ts';
import {
  CONTINUITY_RULES,
  checkContinuity,
  type Finding,
  inOrder,
  isFresh,
  ledgerOf,
  type Story,
} from '../../continuity/index.ts';
import { type Json, ScriptGenError } from '../../core/index.ts';
import { linkedFrom, type Tally } from '../../orchestrator/index.ts';
import type { Screenplay } from '../../screenplay/index.ts';
import type { RunStore } from '../../steps/index.ts';
import { importedStory } from './imported.ts';
import { type Suppression, saveSuppressions, suppressionsFrom } from './suppressions.ts';

/** A finding as it stands now. */
export interface LintFinding extends Finding {
  /** `stale` when words or facts that it read have changed since a model found it; rules look anew each time. */
  readonly state: 'fresh' | 'stale';
  /** Why a person lets it stand. */
  readonly suppressed?: string;
}

/** What is told of a rule. */
export interface LintRule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly why: string;
}

/** What was found in a script. */
export interface LintReport {
  /** The script of the project; absent for a file. */
  readonly script?: Script;
  /** In the order of the script; those that are let stand too. */
  readonly findings: readonly LintFinding[];
  readonly scenes: number;
  /** The rules by which something was found. */
  readonly rules: readonly LintRule[];
  /** What was asked, where a model looked too. */
  readonly tally?: Tally;
  /** Questions to the model that got no usable answer. */
  readonly unanswered?: number;
}

/** Look over a script of the project, without a model. */
export function lintScript(
  { script, bible, outline }: Telling,
  screenplay: Screenplay,
  artifacts: ReadonlyMap<string, Json>,
): LintReport {
  const ledger = ledgerOf({ bible, outline, screenplay });
  const found = checkContinuity(ledger);
  const byRule = new Set(CONTINUITY_RULES.map(({ id }) => id));
  const read = (linkedFrom(artifacts)?.findings ?? []).filter(({ rule }) => !byRule.has(rule));
  const reasons = new Map(suppressionsFrom(artifacts).map(({ id, reason }) => [id, reason]));
  const findings = inOrder(ledger, [...found, ...read]).map((finding): LintFinding => {
    const suppressed = reasons.get(finding.id);
    return {
      ...finding,
      state: isFresh(ledger, finding) ? 'fresh' : 'stale',
      ...(suppressed === undefined ? {} : { suppressed }),
    };
  });
  return { script, findings, scenes: ledger.scenes.length, rules: rulesOf(findings) };
}

/** Look over a script that comes from elsewhere, against a story of the project or what can be read off it; `found` is what was found already. */
export function lintScreenplay(
  screenplay: Screenplay,
  { story, found }: { readonly story: Telling | undefined; readonly found: readonly Finding[] | undefined },
): LintReport {
  const ledger = ledgerOf(story === undefined ? importedStory(screenplay) : heldAgainst(story, screenplay));
  const findings = (found ?? checkContinuity(ledger)).map((finding): LintFinding => ({ ...finding, state: 'fresh' }));
  return { findings, scenes: ledger.scenes.length, rules: rulesOf(findings) };
}

/** A script from elsewhere with the bible and the cards of a story. */
export function heldAgainst({ bible, outline }: Telling, screenplay: Screenplay): Story {
  return { bible, outline, screenplay };
}

/**
 * Let a finding stand, or with no reason no longer.
 * @throws ScriptGenError `input/invalid` for a finding that is not there.
 */
export async function suppressFinding(
  store: RunStore,
  report: LintReport & { readonly script: Script },
  { id, reason }: { readonly id: string; readonly reason?: string },
): Promise<LintFinding> {
  const { script, findings } = report;
  const finding = findings.find((one) => one.id === id) ?? onlyOne(findings.filter((one) => one.id.startsWith(id)));
  if (finding === undefined)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is no finding ${JSON.stringify(id)} in ${script.title}.`,
      hint:
        findings.length === 0 ? 'Nothing was found in it.' : `List them with their ids: scriptgen lint ${script.slug}`,
    });
  const others = suppressionsFrom(await store.loadArtifacts(script.id)).filter((one) => one.id !== finding.id);
  const own: readonly Suppression[] = reason === undefined ? [] : [{ id: finding.id, reason }];
  await saveSuppressions(store, script.id, [...others, ...own]);
  const { suppressed: _, ...plain } = finding;
  return reason === undefined ? plain : { ...plain, suppressed: reason };
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function rulesOf(findings: readonly Finding[]): readonly LintRule[] {
  const found = new Set(findings.map(({ rule }) => rule));
  return CONTINUITY_RULES.filter(({ id }) => found.has(id)).map(({ id, severity, title, why }) => ({
    id,
    severity,
    title,
    why,
  }));
}
