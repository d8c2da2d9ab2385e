import { type Bible, contextFor, firstVersion, type SceneCard, type Viewer } from '../src/bibles/index.ts';
import { makeEntries } from './bible-data.ts';
import { figure, median } from './support.ts';

/** How long it takes to cut out of a bible of 200 entries what each viewer of a scene may read. */
export function benchContext(): void {
  const entries = makeEntries(200, 'ch', 7).map((entry) => firstVersion(entry));
  const bible: Bible = { entries };
  const cast = entries.slice(0, 6).map(({ id }) => id);
  const card: SceneCard = {
    ...{
      id: 'sc_1',
      version: 1,
      interior: true,
      setting: 'st_1',
      time: 'NIGHT',
      cast,
      speakers: cast,
      lead: cast[0] ?? '',
    },
    ...{
      goal: 'to leave',
      opposition: 'the wind',
      turn: { from: 'hope', to: 'fear' },
      tension: 5,
      beats: ['They meet.'],
    },
    ...{ pattern: 'bargain', length: 'short', learns: [], becauseOf: [], threads: [], synopsis: 'They meet.' },
  };
  const scene = { outline: { cards: [card] }, card };
  const viewers: readonly Viewer[] = [
    ...[{ role: 'planner' } as const, { role: 'director' } as const, { role: 'continuity' } as const],
    { role: 'character', character: cast[0] ?? '' },
  ];
  for (const viewer of viewers) {
    const times = Array.from({ length: 200 }, () => {
      const started = performance.now();
      contextFor(bible, scene, viewer);
      return performance.now() - started;
    });
    figure(`contextFor a ${viewer.role}, 200 entries`, `${median(times.slice(20)).toFixed(2)} ms`);
  }
}
