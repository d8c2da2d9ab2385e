import { slugOf } from '../adapt/index.ts';
import { type Entry, findMentions, foldName, type NewEntry, nameIndex, type SceneCard } from '../bibles/index.ts';
import { bareEntry } from './bare-entry.ts';

/** The entries with a setting for every place that the headings of an outline name. */
export function withPlaces(
  entries: readonly NewEntry[],
  scenes: readonly string[],
  script: string,
): readonly NewEntry[] {
  const known = new Set(entries.filter(({ kind }) => kind === 'setting').map(({ name }) => foldName(name)));
  const slugs = scenes.flatMap((scene) => slugOf(scene) ?? []).filter(({ place }) => !known.has(foldName(place)));
  const fresh = new Map(slugs.toReversed().map((slug) => [foldName(slug.place), slug]));
  const places = [...fresh.values()].toReversed();
  return [
    ...entries,
    ...places.map(({ place: name, interior }) => bareEntry({ kind: 'setting', script, name, fields: { interior } })),
  ];
}

/**
 * Hold planned cards to the outline that they were planned from, one for each of its scenes: what a scene is, in the
 * writer's words, where it plays, as its heading says, and who is named in it is on stage.
 */
export function holdToOutline(
  cards: readonly SceneCard[],
  scenes: readonly string[],
  entries: readonly Pick<Entry, 'id' | 'kind' | 'name' | 'aliases'>[],
): readonly SceneCard[] {
  if (cards.length !== scenes.length) return cards;
  const people = nameIndex(entries.filter(({ kind }) => kind === 'character'));
  const settings = new Map(
    entries.filter(({ kind }) => kind === 'setting').map(({ name, id }) => [foldName(name), id]),
  );
  return cards.map((card, at): SceneCard => {
    const scene = scenes[at] ?? '';
    const slug = slugOf(scene);
    const setting = slug && settings.get(foldName(slug.place));
    const named = findMentions(slug?.rest ?? scene, people).map(({ entry }) => entry);
    return {
      ...card,
      synopsis: slug?.rest || scene,
      cast: [...new Set([...card.cast, ...named])],
      ...(slug === undefined || setting === undefined
        ? {}
        : { setting, interior: slug.interior, ...(slug.time === undefined ? {} : { time: slug.time }) }),
    };
  });
}
