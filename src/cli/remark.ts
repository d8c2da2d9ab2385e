import type { RunEvent } from '../project.ts';
import { counted, formatDuration, formatMoney } from './format.ts';
import { oneLine } from './text.ts';

/** A wait shorter than this is nobody's concern, in ms. */
const LONG_WAIT = 5000;

const CAPS = { run: 'this run', day: 'today', project: 'this project' } as const;

/** What a person who watches should be told of an event; `undefined` for most. */
export function remarkOn(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'budget-warning':
      return `budget: ${formatMoney(event.spent)} of ${formatMoney(event.limit)} for ${CAPS[event.cap]} are spent`;
    case 'step-retry':
      if (event.waitMs < LONG_WAIT) return undefined;
      return oneLine(`${event.task}: ${event.code}, asking again in ${formatDuration(event.waitMs)}`);
    case 'step-fallback':
      return oneLine(`${event.task}: ${event.code} from ${event.from}, asking ${event.to} instead`);
    case 'batch-start':
      return `batch of ${counted(event.items, 'question')} handed in at ${oneLine(event.provider)}; it may take hours, and Ctrl-C loses nothing`;
    case 'batch-end':
      return `batch answered: ${event.answered}${event.failed === 0 ? '' : `, ${event.failed} to be asked by themselves`}`;
    default:
      return undefined;
  }
}
