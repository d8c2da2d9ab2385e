import { basename } from 'node:path';
import type { Plan, SyncedScene, SyncReport } from '../project.ts';
import { changeText } from './change.ts';
import { counted, formatCount, formatMoney, table } from './format.ts';
import { cut, oneLine } from './text.ts';

/** Scenes of a plan that are named before the rest is counted. */
const MOST_SCENES = 4;

/** What became of a file, as lines: a row for each scene, what is proposed, and what it came to. */
export function syncLines(report: SyncReport): readonly string[] {
  const { scenes, proposals, notes, front } = report;
  const rows = scenes.map((scene) => [
    scene.fates.includes('deleted') || scene.fates.includes('merged') ? '' : `sc ${scene.number}`,
    cut(oneLine(scene.heading), 44),
    fateText(scene, scenes),
  ]);
  const outside = front ? [['', 'title page, beginning or end', 'changed']] : [];
  return [
    ...table([...rows, ...outside]),
    ...scenes.flatMap(({ number, refused }) =>
      refused === undefined ? [] : [`not taken: scene ${number}. ${oneLine(refused.why)}`],
    ),
    ...proposals.map(({ why }) => `proposed: ${oneLine(why)}`),
    ...notes.map(({ message }) => `note: ${oneLine(message)}`),
    totalLine(report),
  ];
}

/** What a file came to, in one line. */
export function totalLine({ state, file, counts, changeSet, scenes, front }: SyncReport): string {
  const name = basename(file);
  const { refused, conflicts, ...fates } = counts;
  const said = Object.entries(fates).flatMap(([fate, count]) => (count === 0 ? [] : [`${formatCount(count)} ${fate}`]));
  const all = [
    ...said,
    ...(front ? ['title page, beginning or end'] : []),
    ...(conflicts === 0
      ? []
      : [`${counted(conflicts, 'place')} where the script has another text by now: yours stands`]),
    ...(refused === 0 ? [] : [`${counted(refused, 'scene')} not taken`]),
  ];
  const what =
    all.length === 0 ? (scenes.length === 0 && state !== 'unchanged' ? 'layout' : 'nothing changed') : all.join(', ');
  if (state === 'planned') return `${name}: ${what}. Nothing is written yet: run it without --dry-run.`;
  if (state === 'unchanged') return `${name}: ${what}.`;
  return `${name}: ${what}. scriptgen undo ${changeSet} takes it back.`;
}

/** What a build would do, in one line: which scenes, why, and what that costs. */
export function planLine({ scenes, calls, cost }: Plan): string {
  if (scenes.length === 0) return 'nothing to write';
  const named = scenes.slice(0, MOST_SCENES).map(({ number, reason }) => {
    const why = reason === 'new' ? 'not written yet' : reason.slice(0, 1).map(changeText).join('');
    return `sc ${number}${why === '' ? '' : ` (${oneLine(why)})`}`;
  });
  const more = scenes.length > named.length ? [`${scenes.length - named.length} more`] : [];
  const price = cost === null ? 'price unknown' : `~${formatMoney(cost)}`;
  return `to write: ${[...named, ...more].join(', ')}; ${counted(calls.most, 'call')} at most, ${price}`;
}

function fateText({ fates, added, removed, other, conflicts }: SyncedScene, scenes: readonly SyncedScene[]): string {
  const number = scenes.find(({ scene }) => scene === other)?.number;
  const where =
    other === undefined ? '' : fates.includes('split') ? ' off' : number === undefined ? '' : ` into sc ${number}`;
  const lines = [...(added > 0 ? [`+${added}`] : []), ...(removed > 0 ? [`-${removed}`] : [])].join(' ');
  const doubt = conflicts > 0 ? ` (${counted(conflicts, 'conflict')})` : '';
  return `${fates.join(', ')}${where}${lines === '' ? '' : `  ${lines}`}${doubt}`;
}
