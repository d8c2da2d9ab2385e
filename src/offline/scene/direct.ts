import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { SceneElement } from '../../generators/index.ts';
import type { Random } from '../random.ts';
import { type Bank, bankFor } from './bank.ts';
import { PAUSES } from './banks/pauses.ts';
import { BYSTANDERS, NO_ANSWER, TRANSITIONS } from './banks/stage.ts';
import { type ShownBeat, shownBeats } from './beats.ts';
import { aimFor, LENGTHS } from './lengths.ts';
import { playableAt } from './place-fit.ts';
import { planOf, rolesOf, sceneRandom } from './plan.ts';
import { Craft, type ReadScene, Scene, seedOf, voiceIn } from './read.ts';
import { sayTurns } from './say.ts';
import { ownOf, shareOf } from './shares.ts';
import { silentScene } from './silent.ts';
import { countWords, type Fillers, fill, fillersOf, shortName } from './slots.ts';
import { action, placeAction, plainQuotes } from './stage.ts';
import { withExtras } from './walk-ons.ts';
import { type Spoken, weave } from './weave.ts';

const Offer = z.object({
  character: z.string(),
  offer: z.object({ lines: z.array(z.object({ beat: z.number(), text: z.string(), parenthetical: z.string() })) }),
});
const Input = Scene.extend({ offers: z.array(Offer) });

/** Stage a scene: weave what the characters offered in the order of the plan, with behaviour between. */
export function directScene(json: Json, random: Random): Json {
  const input = Input.parse(json);
  const { scene } = input;
  const { extras = [] } = Craft.parse((json as { readonly scene: Json }).scene);
  if (scene.speakers.length === 0) return answer(withExtras(silentScene(input, random), extras, scene), []);
  const saying = { seed: seedOf(scene), pattern: scene.pattern };
  const offers = scene.speakers.map((name) => {
    const offered = input.offers.find(({ character }) => character === name)?.offer.lines ?? [];
    const own = planOf(scene).filter(({ speaker }) => speaker === name);
    return { name, lines: offered.length > 0 ? offered : sayTurns(own, voiceIn(input, name), saying) };
  });
  const { kept, cut } = fitDialogue(weave(scene, offers), input);
  return answer(withExtras(stageLines(input, kept, random), extras, scene), cut);
}

function answer(elements: readonly SceneElement[], cut: readonly string[]): Json {
  return {
    elements: elements.map((element) => ({ ...element })),
    cut: cut.map((line) => ({ line, why: 'the scene is full' })),
    changed: [],
  };
}

/** Cut exchanges from the middle while the talk alone would fill the scene; nobody's only line is cut. */
function fitDialogue(
  spoken: readonly Spoken[],
  { scene }: ReadScene,
): { kept: readonly Spoken[]; cut: readonly string[] } {
  const room = LENGTHS[scene.length].talk;
  let kept = spoken;
  const cut: string[] = [];
  while (kept.reduce((sum, { text }) => sum + countWords(text), 0) > room) {
    const groups = [...new Set(kept.map(({ group }) => group))];
    const dispensable = groups.slice(1, -1).filter((group) => mayCut(kept, group));
    const group = dispensable[Math.floor(dispensable.length / 2)];
    if (group === undefined) break;
    cut.push(...kept.filter((line) => line.group === group).map(({ text }) => text));
    kept = kept.filter((line) => line.group !== group);
  }
  return { kept, cut };
}

function mayCut(spoken: readonly Spoken[], group: number): boolean {
  const inGroup = spoken.filter((line) => line.group === group);
  return (
    !inGroup.some(({ reveals }) => reveals) &&
    inGroup.every(({ speaker }) => spoken.some((line) => line.speaker === speaker && line.group !== group))
  );
}

interface Staging {
  readonly input: ReadScene;
  readonly bank: Bank;
  readonly random: Random;
  readonly fillers: Fillers;
  readonly beats: readonly ShownBeat[];
}

function stageLines(input: ReadScene, spoken: readonly Spoken[], random: Random): readonly SceneElement[] {
  const { scene } = input;
  const { lead = '', others } = rolesOf(scene);
  const other = others[0] ?? scene.cast.find((name) => name !== lead) ?? lead;
  const fillers: Fillers = { names: { A: shortName(lead), B: shortName(other) }, ...fillersOf(scene) };
  const bank = bankFor(scene.pattern, true);
  const shared = sceneRandom(scene).fork('stage');
  const staging: Staging = { input, bank, random: shared, fillers, beats: shownBeats(scene.beats) };
  const ending = endingOf(staging);
  const opening = openingOf(staging, random);
  const words = spoken.reduce((sum, { text }) => sum + countWords(text), 0);
  const used = [...opening, ending].reduce((sum, text) => sum + countWords(text), words);
  const between = businessFor(staging, spoken, aimFor(scene.length, words) - used);
  const body = joined(spoken.flatMap((line, index) => [...blockAt(between, index), said(line)]));
  const end = scene.length === 'flash' && used > LENGTHS.flash.most ? [] : [action(ending)];
  const transition: readonly SceneElement[] =
    scene.length === 'setPiece' && shared.int(3) === 0
      ? [{ ...action(shared.pick(TRANSITIONS)), type: 'transition' }]
      : [];
  return [...opening.map(action), ...body, ...end, ...transition];
}

function blockAt(between: ReadonlyMap<number, readonly string[]>, index: number): readonly SceneElement[] {
  const sentences = between.get(index) ?? [];
  return sentences.length > 0 ? [action(sentences.join(' '))] : [];
}

/** Two lines of one speaker with nothing between them are one speech. */
function joined(elements: readonly SceneElement[]): readonly SceneElement[] {
  const list: SceneElement[] = [];
  for (const element of elements) {
    const before = list.at(-1);
    const same = before?.type === 'line' && element.type === 'line' && before.character === element.character;
    const both = `${before?.text ?? ''} ${element.text}`;
    if (same && countWords(both) <= 28) list[list.length - 1] = { ...before, text: both };
    else list.push(element);
  }
  return list;
}

function said({ speaker, text, parenthetical }: Spoken): SceneElement {
  return {
    type: 'line',
    character: speaker,
    extension: '',
    parenthetical: plainQuotes(parenthetical),
    text: plainQuotes(text),
  };
}

/** The image a scene ends on: its last beat when all of that can be seen, else one of the pattern's own. */
function endingOf({ input: { scene }, bank, random, fillers, beats }: Staging): string {
  const last = beats.at(-1);
  if (last?.whole && beats.length > 1) return last.text;
  if (scene.speakers.length > 1) return fill(random.pick(playableAt(scene.heading, bank.closings)), fillers, 1);
  return fill(ownOf(NO_ANSWER, scene.pattern) ?? 'No answer.', fillers, 0);
}

/** The place, then who is there and what at: the first beat when all of it can be seen. In a flash one of the two is enough. */
function openingOf({ input, bank, random, fillers, beats }: Staging, take: Random): readonly string[] {
  const { scene } = input;
  const place = placeAction(input, take.fork('place'));
  const alone = scene.speakers.length < 2 && scene.cast.length < 2;
  const people = beats[0]?.whole
    ? beats[0].text
    : alone
      ? fill('{A} is alone, and talks all the same.', fillers, 0)
      : fill(random.pick(playableAt(scene.heading, bank.openings)), fillers, 0);
  const quiet = scene.cast.filter((name) => !scene.speakers.includes(name) && shortName(name) !== fillers.names['B']);
  const lines = [ownOf(BYSTANDERS, scene.pattern) ?? '', ...random.shuffle(BYSTANDERS)];
  const extras = quiet
    .slice(0, 2)
    .map((name, index) => fill(lines[index] ?? '', { ...fillers, names: { C: shortName(name) } }, 0));
  if (scene.length === 'flash') return [place === '' || !scene.firstVisit || random.int(2) === 0 ? people : place];
  return [place, [people, ...extras].join(' ')].filter(Boolean);
}

/** How many of a pattern's pauses a scene of each length may take. */
const QUIET = { flash: 0, short: 1, standard: 3, setPiece: 12 } as const;

/** Behaviour by the line it stands before: visible beats where they fall, and business until the scene is long enough. */
function businessFor(
  staging: Staging,
  spoken: readonly Spoken[],
  room: number,
): ReadonlyMap<number, readonly string[]> {
  const { scene } = staging.input;
  const { random, bank, fillers, beats } = staging;
  const placed = new Map<number, readonly string[]>();
  let left = room;
  const put = (at: number, text: string): void => {
    placed.set(at, [...(placed.get(at) ?? []), text]);
    left -= countWords(text);
  };
  beats.forEach(({ text, whole }, index) => {
    const elsewhere = whole && (index === 0 || index === beats.length - 1);
    if (!text || elsewhere || left < 4) return;
    const at = spoken.findIndex((line) => line.beat >= index + 1);
    put(at < 0 ? Math.max(0, spoken.length - 1) : at, text);
  });
  const pool = [
    ...random.shuffle(playableAt(scene.heading, bank.business, scene.length === 'setPiece' ? 6 : 3)),
    ...random.shuffle(shareOf(PAUSES, scene.pattern)).slice(0, QUIET[scene.length]),
  ];
  const usesThing = { count: 0 };
  for (const at of gaps(spoken, random, scene.length === 'setPiece')) {
    if (left < 6) break;
    if (placed.has(at)) continue;
    const template = pool.shift();
    if (template === undefined) break;
    if (template.includes('{obj')) usesThing.count += 1;
    const things = usesThing.count > 3 ? [] : fillers.things;
    const write = (text: string): string =>
      businessText(text, { spoken, at, fillers: { ...fillers, things }, turn: usesThing.count });
    const text = write(template);
    put(at, text);
    const next = pool.find((other) => !other.includes('{obj') && write(other).split(' ')[0] !== text.split(' ')[0]);
    if (next === undefined || left < 20 || random.int(3) === 0 || text.split(' ').length > 16) continue;
    pool.splice(pool.indexOf(next), 1);
    put(at, write(next));
  }
  return placed;
}

interface BusinessAt {
  readonly spoken: readonly Spoken[];
  readonly at: number;
  readonly fillers: Fillers;
  readonly turn: number;
}

/** Business falls to those who are talking just here. */
function businessText(template: string, { spoken, at, fillers, turn }: BusinessAt): string {
  const near = [spoken[at], spoken[at - 1]].map((line) => shortName(line?.speaker ?? ''));
  const against = near.find((name) => name && name !== fillers.names['A']) ?? fillers.names['B'] ?? '';
  return fill(template, { ...fillers, names: { ...fillers.names, B: against } }, turn);
}

/** Where behaviour may stand: between exchanges first, then inside them. */
function gaps(spoken: readonly Spoken[], random: Random, inside: boolean): readonly number[] {
  const at = spoken.map((_, index) => index).slice(1);
  const between = at.filter((index) => spoken[index]?.group !== spoken[index - 1]?.group);
  const within = at.filter((index) => spoken[index]?.group === spoken[index - 1]?.group);
  const same = at.filter((index) => spoken[index]?.speaker === spoken[index - 1]?.speaker);
  return [
    ...same,
    ...random.shuffle(between.filter((index) => !same.includes(index))),
    ...(inside ? random.shuffle(within) : random.shuffle(within).slice(0, 3)),
  ];
}
