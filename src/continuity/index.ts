/**
 * The ledger of a story: what its script, cards and bible say, and where two places cannot both be right.
 *
 * Asks no model; pure. What a model reads is taken only with words that stand in the script.
 *
 * @module
 */
export { checkContinuity, inOrder, placeOf } from './check-continuity.ts';
export { plainFacts } from './facts/plain-facts.ts';
export { type FactKind, type Lasting, PREDICATE_NAMES, PREDICATES, type Predicate } from './facts/predicates.ts';
export type { FactSource, StatedFact } from './facts/stated-fact.ts';
export { type Evidence, type Finding, isFresh } from './finding.ts';
export { type Ledger, ledgerOf, type Story, sceneById } from './ledger.ts';
export { type Candidate, candidatesOf } from './model/candidates.ts';
export { normaliseFacts, type ReadFact } from './model/normalise.ts';
export {
  type AuditNote,
  auditFinding,
  CATEGORIES,
  type Category,
  conflictFinding,
  isFound,
  VERDICTS,
  type Verdict,
} from './model/read-findings.ts';
export type { ContinuityRule } from './rules/rule.ts';
export { CONTINUITY_RULES } from './rules/rules.ts';
export type { Element, Mode, StagedScene } from './script/staged.ts';
