import { counted, formatClock, formatCount, formatMoney, type Paint } from './format.ts';
import { type ActiveStep, type BatchProgress, countStates, type Progress, type SceneProgress } from './progress.ts';
import { sceneNumber } from './scene-number.ts';
import { cellsOf, cut, fill, oneLine } from './text.ts';

/** The space a frame has, and how it is painted. */
export interface FrameSpace {
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
  /** Since the run began. */
  readonly elapsedMs: number;
}

/** Wider than this, the columns stand too far apart to be read together. */
const WIDEST = 118;
/** Which scenes are shown when not all of them fit: what moves first, what is over last. */
const FIRST: readonly SceneProgress['state'][] = ['writing', 'failed', 'kept', 'waiting', 'written', 'fresh', 'left'];

/**
 * The live view as lines: two of header, one more while batches are waited for, then a row for each scene.
 *
 * Never more lines than `rows - 3` (the banner, or what was said last, stays in sight) nor more cells than `columns - 1`, so that a terminal neither scrolls
 * nor wraps. When the scenes do not fill, those under way come first and a last line counts the rest.
 */
export function renderFrame(progress: Progress, space: FrameSpace): readonly string[] {
  const width = Math.max(20, Math.min(space.columns - 1, WIDEST));
  const height = Math.max(1, space.rows - 3);
  const header = [
    stageLine(progress, width, space),
    totalsLine(progress, width, space.paint),
    ...batchLines(progress, width, space.paint),
    '',
  ];
  const loose = [...progress.active.values()]
    .filter((step) => step.scene === undefined || !progress.scenes.has(step.scene))
    .map((step) => cut(`     ${oneLine(step.agent)}  ${oneLine(step.task)}`, width));
  const body = [...loose, ...sceneRows(progress, { ...space, width, height: height - header.length - loose.length })];
  return (body.length === 0 ? header.slice(0, -1) : [...header, ...body]).slice(0, height);
}

function stageLine(progress: Progress, width: number, { paint, elapsedMs }: FrameSpace): string {
  const { waiting, writing } = countStates(progress);
  const total = progress.scenes.size;
  const scenes = total === 0 ? '' : ` ${total - waiting - writing}/${total}`;
  const flight = `stopping, waiting for ${counted(progress.active.size, 'call')}`;
  const stage = progress.stopping ? flight : `${progress.stage}${scenes}`;
  const right = `${stage}   ${formatClock(elapsedMs)}`;
  const model = cut(oneLine(progress.model), Math.max(0, width - cellsOf(right) - 3));
  return `${paint('bold', model)}   ${paint('accent', cut(right, width))}`;
}

function totalsLine({ asked, journal, tokens, cost }: Progress, width: number, paint: Paint): string {
  const counts = [
    `${formatCount(asked)} asked`,
    `${formatCount(journal)} journal`,
    counted(tokens, 'token'),
    formatMoney(cost),
  ];
  return paint('dim', cut(counts.join('   '), width));
}

/** What is waited for: `batch: 34 of 60 answered at anthropic`. */
function batchLines({ batches }: Progress, width: number, paint: Paint): readonly string[] {
  if (batches.size === 0) return [];
  const all = [...batches.values()];
  const sum = (of: (batch: BatchProgress) => number): string =>
    formatCount(all.reduce((total, one) => total + of(one), 0));
  const where = [...new Set(all.map(({ provider }) => oneLine(provider)))].join(', ');
  const what = batches.size === 1 ? 'batch' : `${formatCount(batches.size)} batches`;
  return [
    paint(
      'accent',
      cut(`${what}: ${sum(({ done }) => done)} of ${sum(({ items }) => items)} answered at ${where}`, width),
    ),
  ];
}

interface RowSpace extends FrameSpace {
  readonly width: number;
  readonly height: number;
}

function sceneRows(progress: Progress, space: RowSpace): readonly string[] {
  const active = [...progress.active.values()];
  const row = (scene: SceneProgress): string =>
    sceneRow(
      scene,
      active.filter((step) => step.scene === scene.id),
      space,
    );
  const scenes = [...progress.scenes.values()].sort((a, b) => a.number - b.number);
  if (scenes.length <= space.height) return scenes.map(row);
  const room = Math.max(0, space.height - 1);
  const ranked = [...scenes].sort((a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state));
  return [...ranked.slice(0, room).map(row), restLine(ranked.slice(room), space)];
}

function restLine(rest: readonly SceneProgress[], { width, paint }: RowSpace): string {
  const counts = FIRST.map((state) => ({ state, count: rest.filter((scene) => scene.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return paint('dim', cut(`     and ${counts.join(', ')}`, width));
}

interface Column {
  readonly cells: number;
  readonly text: string;
  readonly side: 'left' | 'right';
}

/** Number, heading, state, agent at work (or why it failed), tokens, money; the last columns go first when it is narrow. */
function sceneRow(scene: SceneProgress, steps: readonly ActiveStep[], { width, paint }: RowSpace): string {
  const agentCells = width >= 90 ? 22 : 12;
  const tail: readonly Column[] = [
    { cells: 7, text: scene.state, side: 'left' },
    { cells: agentCells, text: scene.code?.replace(/^.*\//, '') ?? agents(steps), side: 'left' },
    { cells: 7, text: scene.tokens === 0 ? '' : formatCount(scene.tokens), side: 'right' },
    { cells: 7, text: scene.tokens === 0 ? '' : shortMoney(scene.cost), side: 'right' },
  ];
  const columns = width >= 64 ? tail : width >= 46 ? tail.slice(0, 3) : tail.slice(0, 2);
  const taken = columns.reduce((sum, column) => sum + column.cells + 2, 0);
  const cells = columns.map(({ cells, text, side }) => fill(text, cells, side)).join('  ');
  const heading = fill(oneLine(scene.heading), Math.max(0, width - 5 - taken));
  return paintRow(`${fill(sceneNumber(scene), 3, 'right')}  ${heading}  ${cells}`.trimEnd(), scene, paint);
}

function paintRow(row: string, { state }: SceneProgress, paint: Paint): string {
  switch (state) {
    case 'writing':
      return paint('bold', row);
    case 'failed':
    case 'kept':
      return paint('bad', row);
    case 'waiting':
    case 'fresh':
    case 'left':
      return paint('dim', row);
    case 'written':
      return row;
  }
}

function agents(steps: readonly ActiveStep[]): string {
  const last = steps.at(-1);
  if (!last) return '';
  return `${oneLine(last.agent)}${steps.length > 1 ? ` +${steps.length - 1}` : ''}`;
}

function shortMoney(cost: number | null): string {
  if (cost === null) return '?';
  return cost > 0 && cost < 1 ? `$${cost.toFixed(4)}` : formatMoney(cost);
}
