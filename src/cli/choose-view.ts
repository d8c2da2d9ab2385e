import type { Io } from './io.ts';
import { printLines } from './lines.ts';
import { openLiveView } from './live.ts';
import type { View } from './view.ts';

/** What the view is chosen by. */
export interface ViewChoice {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  /** The model's id, for the time before the run names it. */
  readonly model: string;
}

/**
 * The view for where the output goes: JSON lines on stdout with `--json`, a live view on a terminal,
 * a line for each event elsewhere (and in continuous integration), nothing with `--quiet`.
 */
export function chooseView(io: Io, { json, quiet, color, model }: ViewChoice): View {
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  // Pieces of answers are for those who draw them as they come: the library and the HTTP API give them.
  const tell: View['show'] = (event) => {
    if (event.type !== 'step-delta') io.stdout.write(`${JSON.stringify(event)}\n`);
  };
  if (json) return { show: tell, say, close: () => {} };
  if (quiet) return { show: () => {}, say, close: () => {} };
  if (isLive(io)) return openLiveView({ output: io.stderr, now: io.now, color, model });
  return printLines({ output: io.stderr, now: io.now });
}

function isLive({ stderr, env }: Io): boolean {
  const ci = env['CI'];
  return (
    stderr.isTTY === true && env['TERM'] !== 'dumb' && (ci === undefined || ci === '' || ci === 'false' || ci === '0')
  );
}
