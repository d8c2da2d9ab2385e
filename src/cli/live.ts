import { stripVTControlCharacters } from 'node:util';
import { paintFor } from './format.ts';
import type { Output } from './io.ts';
import { renderFrame } from './live-frame.ts';
import { startProgress } from './progress.ts';
import { cellsOf } from './text.ts';
import type { View } from './view.ts';

/** What the live view draws on. */
export interface LiveOptions {
  readonly output: Output;
  readonly now: () => number;
  readonly color: boolean;
  readonly model: string;
}

/** Ten frames a second: more is not seen. */
const FRAME_MS = 100;
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const CLEAR_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';

/**
 * Show a run in place on a terminal, at most ten times a second and only when something changed.
 *
 * Closing it removes it from the screen and gives the cursor back; the summary tells what it showed.
 */
export function openLiveView({ output, now, color, model }: LiveOptions): View {
  const paint = paintFor(color);
  const start = now();
  let progress = startProgress(model);
  let drawn: readonly string[] = [];
  let open = true;
  const size = (): { columns: number; rows: number } => ({ columns: output.columns ?? 80, rows: output.rows ?? 24 });

  const draw = (): void => {
    const frame = renderFrame(progress, { ...size(), paint, elapsedMs: now() - start });
    if (frame.join('\n') === drawn.join('\n')) return;
    output.write(back(drawn, size().columns) + frame.map((line) => `${line}${CLEAR_LINE}\n`).join('') + CLEAR_BELOW);
    drawn = frame;
  };
  const clear = (): void => {
    output.write(back(drawn, size().columns) + CLEAR_BELOW);
    drawn = [];
  };
  const giveBack = (): void => void output.write(SHOW_CURSOR);

  output.write(HIDE_CURSOR);
  process.once('exit', giveBack); // a way out that nobody foresaw
  const timer = setInterval(draw, FRAME_MS);
  draw();
  return {
    show: (_event, latest) => {
      progress = latest;
    },
    say: (line, latest) => {
      progress = latest;
      if (open) clear();
      output.write(`${line}\n`);
      if (open) draw();
    },
    close: () => {
      if (!open) return;
      open = false;
      clearInterval(timer);
      clear();
      giveBack();
      process.off('exit', giveBack);
    },
  };
}

/** The move from below a frame to its first line; a terminal made narrower has wrapped the frame since. */
function back(frame: readonly string[], columns: number): string {
  const plain = frame.map((line) => stripVTControlCharacters(line));
  const up = plain.reduce((sum, line) => sum + Math.max(1, Math.ceil(cellsOf(line) / columns)), 0);
  return up === 0 ? '' : `\x1b[${up}A\r`;
}
