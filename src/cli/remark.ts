import type { RunEvent } from '../project.ts';
import { counted, formatDuration, formatMoney } from './format.ts';
import type { Progress } from './progress.ts';
import { oneLine } from './text.ts';

/** A wait shorter than this is nobody's concern, in ms. */
const LONG_WAIT = 5000;

const CAPS = { run: 'this run', day: 'today', project: 'this project' } as const;

/** What a person who watches should be told of an event; `undefined` for most. What is always so is told with the first. */
export function remarkOn(event: RunEvent, { batched }: Pick<Progress, 'batched'>): string | undefined {
  switch (event.type) {
    case 'run-wait': {
      const { pid, host, since } = event;
      const who = `process ${pid} on ${host} works on this script since ${new Date(since).toLocaleTimeString()}`;
      return oneLine(`waiting: ${who}; this run goes on from there when that has ended (Ctrl-C stops waiting)`);
    }
    case 'budget-warning':
      return `budget: ${formatMoney(event.spent)} of ${formatMoney(event.limit)} for ${CAPS[event.cap]} are spent`;
    case 'step-retry':
      if (event.waitMs < LONG_WAIT) return undefined;
      return oneLine(`${event.task}: ${event.code}, asking again in ${formatDuration(event.waitMs)}`);
    case 'step-fallback':
      return oneLine(`${event.task}: ${event.code} from ${event.from}, asking ${event.to} instead`);
    case 'batch-start': {
      const what = `batch of ${counted(event.items, 'question')} ${event.resumed ? 'goes on' : 'handed in'} at ${event.provider}`;
      return oneLine(batched > 1 ? what : `${what}; it may take hours, and Ctrl-C loses nothing`);
    }
    case 'batch-retry':
      if (event.attempt > 1) return undefined;
      return oneLine(`batch: ${event.message} (${event.code}) Asking again until it answers.`);
    case 'batch-end': {
      const { provider, answered, failed, reason } = event;
      if (reason !== undefined)
        return oneLine(
          `batch failed at ${provider}: ${reason.replace(/\.$/, '')}; its ${counted(failed, 'question')} are asked by themselves`,
        );
      return oneLine(`batch of ${provider}: ${answered} of ${counted(answered + failed, 'question')} answered`);
    }
    case 'batch-leave': {
      const what = `a batch of ${counted(event.items, 'question')} goes on at ${event.provider}`;
      return oneLine(
        `${what}; ${event.again ? 'what is asked again without --batch is paid twice' : 'the next run with --batch fetches its answers'}`,
      );
    }
    case 'batch-skip':
      return oneLine(`${event.model} takes no batches: it is asked at once`);
    default:
      return undefined;
  }
}
