import type { CardVersion, CardView, OutlineChanged } from '../../project.ts';
import { table } from '../format.ts';
import { sceneNumber } from '../scene-number.ts';
import { cellsOf, cut, fill, oneLine, wrap } from '../text.ts';

/** Cards, a line each: number, heading, length, who is in it, what happens. */
export function listLines(cards: readonly CardView[], width: number): readonly string[] {
  if (cards.length === 0) return ['No scenes yet: scriptgen card add synopsis="…"'];
  const rows = cards.map(({ heading, card, texts, ...scene }) => [
    sceneNumber(scene),
    oneLine(heading),
    card.length,
    cut(oneLine(texts.cast), 30),
    oneLine(texts.synopsis),
  ]);
  return table(rows, [0]).map((line) => cut(line, width));
}

/** One card whole: a line for each field, in the form in which `card set` takes it. */
export function cardLines({ heading, id, version, texts, ...scene }: CardView, width: number): readonly string[] {
  const shown = Object.entries(texts).filter(([, text]) => text !== '');
  const column = Math.max(0, ...shown.map(([field]) => cellsOf(field)));
  return [
    `sc ${sceneNumber(scene)}  ${oneLine(heading)}  v${version}  ${id}`,
    ...shown.flatMap(([field, text]) =>
      wrap(oneLine(text), width - column - 4).map((line, at) =>
        `  ${fill(at === 0 ? field : '', column)}  ${line}`.trimEnd(),
      ),
    ),
  ];
}

/** What a change made of the outline, what is wrong since, and how to go on. */
export function changedLines({ cards, notes, changeSet }: OutlineChanged, gone?: string): readonly string[] {
  if (changeSet === undefined) return ['Nothing changed.'];
  return [
    ...(gone === undefined ? [] : [gone]),
    ...cards.map(
      ({ heading, version, id, ...scene }) => `sc ${sceneNumber(scene)}  ${oneLine(heading)}  v${version}  ${id}`,
    ),
    ...notes.flatMap(({ severity, message, fix }) => [
      `${severity} ${oneLine(message)}`,
      ...(fix === undefined ? [] : [`  ${oneLine(fix)}`]),
    ]),
    'See what that reaches: scriptgen plan',
  ];
}

/** The versions of cards, newest first. */
export function versionLines(versions: readonly CardVersion[]): readonly string[] {
  if (versions.length === 0) return ['No card was changed.'];
  return table(
    versions.map(({ scene, version, time, author, did, fields, reason }) => [
      scene,
      `v${version}`,
      time,
      `${author.type} ${oneLine(author.name)}`,
      fields.length === 0 ? did : fields.join(', '),
      oneLine(reason),
    ]),
    [1],
  );
}
