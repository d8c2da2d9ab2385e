import { nearest, ScriptGenError } from '../../core/index.ts';
import type { Outline } from '../card.ts';
import type { Bible, Entry } from '../entry.ts';
import { foldName } from '../mentions.ts';
import { findCard } from './find-card.ts';

/** What names on a card are looked up in. */
export interface Told {
  readonly bible: Bible;
  readonly outline: Outline;
}

/**
 * The id of an entry of a kind, by name, alias or id.
 *
 * @throws ScriptGenError `bible/not-found`, with the nearest name.
 */
export function entryNamed({ bible }: Told, kind: string, asked: string): string {
  const all = bible.entries.filter((entry) => entry.kind === kind);
  const wanted = foldName(asked);
  const is = (name: string): boolean => foldName(name) === wanted;
  const found =
    all.find(({ id }) => id === asked) ??
    all.find(({ name }) => is(name)) ??
    all.find(({ aliases }) => aliases.some(is));
  if (found !== undefined) return found.id;
  throw new ScriptGenError({
    code: 'bible/not-found',
    message: `There is no ${kind} named ${JSON.stringify(asked)}.`,
    hint: hintFor(asked, kind, all),
  });
}

/** What an entry is called; its id where it is gone. */
export function nameOf({ bible }: Told, id: string): string {
  return bible.entries.find((entry) => entry.id === id)?.name ?? id;
}

/** The id of a scene by number or id. @throws ScriptGenError `scene/not-found`. */
export function sceneIdOf({ outline }: Told, asked: string): string {
  const card = findCard(outline, asked);
  if (card !== undefined) return card.id;
  throw new ScriptGenError({
    code: 'scene/not-found',
    message: `There is no scene ${JSON.stringify(asked)}.`,
    hint:
      outline.cards.length === 0
        ? 'There are no scenes yet.'
        : `The scenes are 1 to ${outline.cards.length}, or an id.`,
  });
}

/** The id of a plant, by its id or its words. @throws ScriptGenError `input/invalid`, with the nearest words. */
export function plantNamed({ outline }: Told, asked: string): string {
  const plants = outline.plan?.plants ?? [];
  const found = plants.find(({ id, what }) => id === asked || foldName(what) === foldName(asked));
  if (found !== undefined) return found.id;
  const near = nearest(
    asked,
    plants.flatMap(({ id, what }) => [id, what]),
  );
  const all =
    plants.length === 0 ? 'The plan has no plants.' : `The plants are: ${plants.map(({ id }) => id).join(', ')}.`;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `There is no plant ${JSON.stringify(asked)} in the plan.`,
    hint: near === undefined ? all : `Did you mean ${JSON.stringify(near)}?`,
  });
}

function hintFor(asked: string, kind: string, all: readonly Entry[]): string {
  if (all.length === 0) return `Make one: scriptgen bible add ${kind} ${JSON.stringify(asked)}`;
  const near = nearest(
    asked,
    all.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  if (near !== undefined) return `Did you mean ${near}?`;
  const names = all.slice(0, 20).map(({ name }) => name);
  return `There are: ${names.join(', ')}${names.length < all.length ? ' …' : ''}.`;
}
