import type { CoveragePlan } from '../../project.ts';
import { counted, formatCount, formatMoney } from '../format.ts';
import { oneLine } from '../text.ts';

/** What a report would ask, as lines: parts to read, then calls, tokens and money. */
export function coveragePlanLines({ parts, fresh, steps, tokens, cost, model }: CoveragePlan): readonly string[] {
  if (steps.length === 0) return [`Nothing to ask: ${counted(parts, 'part')} read, and the report is written.`];
  const price = cost === null ? 'price unknown' : `~${formatMoney(cost)}`;
  return [
    `${counted(parts - fresh, 'part')} to read, ${formatCount(fresh)} read already: ${counted(steps.length, 'call')}, ~${formatCount(tokens)} tokens, ${price}, ${oneLine(model)}`,
  ];
}
