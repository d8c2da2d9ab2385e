import type { ReviewReport } from '../../project.ts';
import { counted } from '../format.ts';
import { oneLine } from '../text.ts';

/** What applying came to, and how to take it back. */
export function reportLines(report: ReviewReport): readonly string[] {
  const { accepted, edited, rejected, refused, scenes, entries, notes, left, changeSet } = report;
  const counts = [
    [accepted.length, 'accepted'],
    [edited.length, 'edited'],
    [rejected.length, 'rejected'],
  ] as const;
  const done = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const open = `${left} left open`;
  if (done.length === 0 && refused.length === 0) return [`Nothing was decided; ${open}.`];
  return [
    ...(done.length === 0 ? [] : [`Applied: ${done.join(', ')}; ${open}.`]),
    ...(scenes.length === 0 ? [] : [`Changed: ${scenes.map(({ number }) => `sc ${number}`).join(', ')}`]),
    ...(entries.length === 0
      ? []
      : [`Changed in the bible: ${entries.map(oneLine).join(', ')}. See what that reaches: scriptgen plan`]),
    ...(notes.length === 0 ? [] : [`${counted(notes.length, 'note')} settled.`]),
    ...refused.map(({ id, state }) => `${id} was not applied: it is ${state}.`),
    ...(changeSet === undefined ? [] : [`Take it all back: scriptgen undo ${changeSet}`]),
  ];
}
