import type { RunEvent } from '../project.ts';
import { counted, formatMoney } from './format.ts';
import type { Output } from './io.ts';
import { sceneNumber } from './scene-number.ts';
import { cut, oneLine } from './text.ts';
import type { View } from './view.ts';

/** Longer lines are cut: a model's complaint can fill a screen. */
const LINE_CELLS = 240;

/** What the lines are written to, and the clock of their times. */
export interface LinesOptions {
  readonly output: Output;
  readonly now: () => number;
}

/** A line for each event, with the seconds since the start: for pipes, logs and continuous integration. */
export function printLines({ output, now }: LinesOptions): View {
  const start = now();
  const numbers = new Map<string, string>();
  return {
    show: (event) => {
      if (event.type === 'step-delta') return;
      if (event.type === 'stage-start')
        for (const { id, ...scene } of event.scenes ?? []) numbers.set(id, sceneNumber(scene));
      output.write(`+${((now() - start) / 1000).toFixed(2)}s ${cut(lineFor(event, numbers), LINE_CELLS)}\n`);
    },
    say: (line) => void output.write(`${line}\n`),
    close: () => {},
  };
}

/** One event in one line: its type, the scene's number, then what happened. */
export function lineFor(event: RunEvent, numbers: ReadonlyMap<string, string>): string {
  switch (event.type) {
    case 'run-wait':
      return oneLine(`run-wait ${event.host} ${event.pid} ${event.since}`);
    case 'run-start':
      return oneLine(`run-start ${event.run} ${event.model}`);
    case 'stage-start':
      return `stage-start ${event.stage}${event.scenes === undefined ? '' : ` ${counted(event.scenes.length, 'scene')}`}`;
    case 'step-start':
      return oneLine(`step-start ${placeOf(event, numbers)}`);
    case 'step-end':
      return oneLine(`step-end ${placeOf(event, numbers)} ${event.source}${spent(event)}`);
    case 'step-error':
      return oneLine(`step-error ${placeOf(event, numbers)} ${event.code}: ${event.message}`);
    case 'step-delta':
      return oneLine(`step-delta ${placeOf(event, numbers)} ${event.text}`);
    case 'step-retry':
      return oneLine(`step-retry ${placeOf(event, numbers)} ${event.code}, again in ${seconds(event.waitMs)}`);
    case 'step-fallback':
      return oneLine(`step-fallback ${placeOf(event, numbers)} ${event.code}: ${event.from} -> ${event.to}`);
    case 'budget-warning':
      return `budget-warning ${event.cap} ${formatMoney(event.spent)} of ${formatMoney(event.limit)}`;
    case 'batch-start':
      return oneLine(
        `batch-start ${event.batch} ${event.provider} ${counted(event.items, 'question')}${event.resumed ? ' resumed' : ''}`,
      );
    case 'batch-wait':
      return oneLine(`batch-wait ${event.batch} ${event.done} of ${event.total}`);
    case 'batch-end':
      return oneLine(
        `batch-end ${event.batch} ${event.answered} answered, ${event.failed} not${event.reason === undefined ? '' : `: ${event.reason}`}`,
      );
    case 'batch-retry':
      return oneLine(`batch-retry ${event.batch} ${event.code}, again in ${seconds(event.waitMs)}`);
    case 'batch-leave':
      return oneLine(`batch-leave ${event.batch} ${event.provider} ${counted(event.items, 'question')}`);
    case 'batch-skip':
      return oneLine(`batch-skip ${event.model}`);
    case 'scene-end': {
      const why = event.error === undefined ? '' : ` ${event.error.code}: ${event.error.message}`;
      return oneLine(`scene-end sc ${sceneNumber(event)} ${event.state} ${event.heading}${why}`);
    }
    case 'run-end':
      return `run-end ${event.run} ${event.status}`;
  }
}

interface Place {
  readonly task: string;
  readonly agent: string;
  readonly scene?: string;
}

function placeOf({ task, agent, scene }: Place, numbers: ReadonlyMap<string, string>): string {
  const place = scene === undefined ? '' : `sc ${numbers.get(scene) ?? scene} `;
  return `${place}${task} ${agent}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function spent({ source, usage, cost }: Extract<RunEvent, { type: 'step-end' }>): string {
  return source === 'asked' ? ` ${counted(usage.inputTokens + usage.outputTokens, 'token')} ${formatMoney(cost)}` : '';
}
