import { locate } from '../screenplay/check/locate.ts';
import { isNamed, readSuppressions } from '../screenplay/check/suppress.ts';
import { type Finding, type Found, makeFinding } from './finding.ts';
import { type Ledger, sceneById } from './ledger.ts';
import { CONTINUITY_RULES } from './rules/rules.ts';

/**
 * Look for what cannot be in a story, without a model: see `CONTINUITY_RULES`. In the order of the script; with line and
 * column where it was read from a text. A note in the document leaves rules out, as for the check of form:
 * `[[check: ignore continuity/dead-speaker]]`.
 */
export function checkContinuity(ledger: Ledger): readonly Finding[] {
  const { script, blocks } = readSuppressions(ledger.screenplay);
  return inOrder(
    ledger,
    CONTINUITY_RULES.filter(({ id }) => !isNamed(id, script)).flatMap((rule) =>
      rule
        .find(ledger)
        .filter((found) => !isNamed(rule.id, blocks.get(blockOf(ledger, found) ?? -1)))
        .map((found) => ({ ...makeFinding(ledger, rule, found), ...placeOf(ledger, found) })),
    ),
  );
}

/** Findings by the place of what does not fit, each once. */
export function inOrder(ledger: Ledger, findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set<string>();
  const place = ({ evidence: [, fault] }: Finding): number =>
    blockOf(ledger, { evidence: [fault, fault] }) ?? Number.POSITIVE_INFINITY;
  return findings
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map((finding) => ({ finding, at: place(finding) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ finding }) => finding);
}

/** Line and column of what does not fit, in the text that the script was read from. */
export function placeOf(ledger: Ledger, found: Pick<Found, 'evidence'>) {
  return locate(ledger.screenplay, blockOf(ledger, found), found.evidence[1].quote);
}

function blockOf(ledger: Ledger, { evidence: [, fault] }: Pick<Found, 'evidence'>): number | undefined {
  const scene = fault.scene === undefined ? undefined : sceneById(ledger, fault.scene);
  return scene?.elements.find(({ id }) => id === fault.element)?.block ?? scene?.block;
}
