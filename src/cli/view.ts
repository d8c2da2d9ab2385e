import type { RunEvent } from '../project.ts';
import type { Progress } from './progress.ts';

/** Shows a run while it goes. */
export interface View {
  /** One event, and the progress with it. */
  show(event: RunEvent, progress: Progress): void;
  /** A line for the person who watches, whatever else is shown. */
  say(line: string, progress: Progress): void;
  /** Leave the screen as it is to stay. May be called twice. */
  close(): void;
}
