import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '../project.ts';
import { EVENTS } from './fakes/project.ts';
import { paintFor } from './format.ts';
import { renderFrame } from './live-frame.ts';
import { advance, startProgress } from './progress.ts';
import { cellsOf } from './text.ts';

const paint = paintFor(false);

test('a scene has a row: number, heading, state, agent, tokens, money', () => {
  check({ columns: 80, rows: 24, events: EVENTS.slice(0, -3) }, [
    'acme/large   scenes 2/3   1:05',
    '1 asked   0 journal   1,234 tokens   $0.02',
    '',
    '  1  INT. LAMP ROOM - NIGHT             written                  1,234  $0.0200',
    '  2  EXT. PIER - DAWN                   failed   timeout',
    '  3  INT. CHAPEL - DAY                  waiting',
  ]);
});

test('a narrow terminal loses the money column, never a row', () => {
  check({ columns: 60, rows: 24, events: EVENTS.slice(0, 7) }, [
    'acme/large   scenes 1/3   1:05',
    '1 asked   0 journal   1,234 tokens   $0.02',
    '',
    '  1  INT. LAMP ROOM - NIGHT  written                  1,234',
    '  2  EXT. PIER - DAWN        writing',
    '  3  INT. CHAPEL - DAY       waiting',
  ]);
});

test('when the scenes do not fit, those under way come first and the rest is counted', () => {
  const scenes = Array.from({ length: 40 }, (_, at) => ({ id: `s${at}`, number: at + 1, heading: `INT. ROOM ${at}` }));
  const events: readonly RunEvent[] = [
    { type: 'stage-start', stage: 'scenes', scenes },
    ...scenes.slice(0, 10).map((scene) => ({ type: 'scene-end', ...scene, state: 'written' }) as const),
    { type: 'step-start', slot: 'a', task: 'scene.lines', agent: 'MAYA', scene: 's20' },
    { type: 'step-start', slot: 'b', task: 'scene.lines', agent: 'TOM', scene: 's20' },
  ];
  check({ columns: 70, rows: 9, events }, [
    'none   scenes 10/40   1:05',
    '0 asked   0 journal   0 tokens   $0.00',
    '',
    ' 21  INT. ROOM 20             writing  TOM +1',
    ' 11  INT. ROOM 10             waiting',
    '     and 28 waiting, 10 written',
  ]);
});

test('before there are scenes, the step under way is shown', () => {
  const events: readonly RunEvent[] = [
    { type: 'stage-start', stage: 'bible' },
    { type: 'step-start', slot: 'bible/premise', task: 'bible.premise', agent: 'planner' },
  ];
  check({ columns: 60, rows: 24, events }, [
    'none   bible   1:05',
    '0 asked   0 journal   0 tokens   $0.00',
    '',
    '     planner  bible.premise',
  ]);
});

test('batches that are waited for have a line, until they are over', () => {
  const start = { type: 'batch-start', provider: 'anthropic', resumed: false } as const;
  const events: readonly RunEvent[] = [
    { ...start, batch: 'a', items: 60 },
    { type: 'batch-wait', batch: 'a', done: 34, total: 60 },
  ];
  const more: readonly RunEvent[] = [
    { ...start, batch: 'b', provider: 'openai', items: 1000 },
    { type: 'batch-wait', batch: 'b', done: 6, total: 1000 },
  ];
  const lineOf = (some: readonly RunEvent[]): string | undefined => frameOf({ columns: 80, rows: 24, events: some })[2];
  expect(lineOf(events)).toBe('batch: 34 of 60 answered at anthropic');
  expect(lineOf([...events, ...more])).toBe('2 batches: 40 of 1,060 answered at anthropic, openai');
  const over = { type: 'batch-end', batch: 'a', provider: 'anthropic', answered: 60, failed: 0 } as const;
  expect(lineOf([...events, ...more, over])).toBe('batch: 6 of 1,000 answered at openai');
  expect(lineOf([...events, { type: 'batch-leave', batch: 'a', provider: 'anthropic', items: 60, again: false }])).toBe(
    undefined,
  );
});

test('one unknown price makes the sum unknown', () => {
  const events = EVENTS.map((event) =>
    event.type === 'step-end' && event.source === 'asked' ? { ...event, cost: null } : event,
  );
  const frame = frameOf({ columns: 80, rows: 24, events });
  expect(frame[1]).toContain('price unknown');
  expect(frame[3]).toMatch(/1,234 +\?$/);
});

test('no frame is wider or higher than its terminal, whatever the headings say', () => {
  const heading = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constant('INT. 東京 – ночь 👩‍🚀'));
  const sizes = { columns: fc.integer({ min: 24, max: 200 }), rows: fc.integer({ min: 4, max: 60 }) };
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 130 }), sizes.columns, sizes.rows, (headings, columns, rows) => {
      const scenes = headings.map((text, at) => ({ id: `s${at}`, number: at + 1, heading: text }));
      const batch = { type: 'batch-start', batch: 'b', provider: headings[0] ?? '', items: 3, resumed: true } as const;
      const frame = frameOf({ columns, rows, events: [{ type: 'stage-start', stage: 'scenes', scenes }, batch] });
      expect(frame.length).toBeLessThan(rows);
      for (const line of frame) {
        expect(cellsOf(line)).toBeLessThan(columns);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
    }),
  );
});

interface Shown {
  readonly columns: number;
  readonly rows: number;
  readonly events: readonly RunEvent[];
}

function frameOf({ columns, rows, events }: Shown): readonly string[] {
  const progress = events.reduce(advance, startProgress('none'));
  return renderFrame(progress, { columns, rows, paint, elapsedMs: 65_000 });
}

function check(shown: Shown, lines: readonly string[]): void {
  expect(frameOf(shown)).toEqual(lines);
}
