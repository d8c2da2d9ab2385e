import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EVENTS } from './fakes/project.ts';
import { openLiveView } from './live.ts';
import { advance, startProgress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a thousand events in a tenth of a second are drawn once', () => {
  const { view, writes } = openView();
  const before = writes.length;
  let progress = startProgress('acme/large');
  for (let round = 0; round < 100; round += 1) {
    for (const event of EVENTS.slice(0, -1)) {
      progress = advance(progress, event);
      view.show(event, progress);
    }
  }
  vi.advanceTimersByTime(100);
  expect(writes.length - before).toBe(1);
  vi.advanceTimersByTime(500); // nothing new: nothing drawn
  expect(writes.length - before).toBe(1);
  view.close();
});

test('a new frame begins where the last one began', () => {
  const { view, writes } = openView();
  view.show({ type: 'stage-start', stage: 'bible' }, { ...startProgress('acme/large'), stage: 'bible' });
  vi.advanceTimersByTime(100);
  expect(writes.at(-1)).toBe(
    '\x1b[2A\racme/large   bible   0:00\x1b[K\n0 asked   0 journal   0 tokens   $0.00\x1b[K\n\x1b[J',
  );
  view.close();
});

test('what is said stands above the view', () => {
  const { view, writes } = openView();
  const before = writes.length;
  view.say('Stopping.', { ...startProgress('acme/large'), stopping: true });
  expect(
    writes.slice(before).join('').startsWith('\x1b[2A\r\x1b[JStopping.\nacme/large   stopping, waiting for 0 calls'),
  ).toBe(true);
  view.close();
});

test('closing gives the cursor back once and draws no more', () => {
  const { view, writes } = openView();
  view.close();
  view.close();
  vi.advanceTimersByTime(1000);
  expect(writes.filter((text) => text === '\x1b[?25h')).toHaveLength(1);
  expect(writes.at(-1)).toBe('\x1b[?25h');
  expect(vi.getTimerCount()).toBe(0);
});

function openView() {
  const writes: string[] = [];
  const output = { write: (text: string) => writes.push(text), columns: 80, rows: 24 };
  return { view: openLiveView({ output, now: () => 0, color: false, model: 'acme/large' }), writes };
}
