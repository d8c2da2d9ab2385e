import { type Bible, type BuiltIn, entriesOf, type SceneCard, type Script } from '../../bibles/index.ts';
import { deriveId } from '../../core/index.ts';
import { type BeatsAnswer, type CardAnswer, plantsOf, revealsOf } from '../../generators/index.ts';

/** What a planned card is placed in. */
export interface Placing {
  readonly script: Pick<Script, 'id'>;
  readonly bible: Bible;
  readonly beats: BeatsAnswer;
}

/** Turn planned cards into ones with ids, in script order. */
export function placeCards(cards: readonly CardAnswer[], placing: Placing): readonly SceneCard[] {
  return cards.map((card, place) => placeCard(card, place, placing));
}

/** The id of a plant, by the key under which cards name it. */
export function plantId({ id }: Pick<Script, 'id'>, key: string): string {
  return deriveId('pt', id, key);
}

/**
 * A planned card with ids. Who speaks or leads is also on stage; a reveal gets the words of the plan, so that whoever uses
 * it can be known to have learnt it; what is empty is left out.
 */
function placeCard(card: CardAnswer, place: number, { script, bible, beats }: Placing): SceneCard {
  const { mode, storyTime, extras, image, setsUp, paysOff, beat, uses, ...rest } = card;
  const idOf = (kind: BuiltIn, name: string): string =>
    entriesOf(bible, kind).find((entry) => entry.name === name)?.id ?? name;
  const person = (name: string): string => idOf('character', name);
  const sceneId = (number: number): string => deriveId('sc', script.id, String(number));
  const plants = new Map(plantsOf(beats).map(({ key }) => [key, plantId(script, key)]));
  const reveals = new Map(revealsOf(beats).map(({ key, text }) => [key, text]));
  const known = (list: CardAnswer['learns']) =>
    list.map(({ character, fact }) => ({ character: person(character), fact: reveals.get(fact.trim()) ?? fact }));
  const planted = (keys: readonly string[]): readonly string[] =>
    [...new Set(keys)].map((key) => plants.get(key) ?? key);
  const isOutOfTime = (mode === 'flashback' || mode === 'flash-forward') && storyTime !== 0;
  return {
    ...rest,
    id: sceneId(place + 1),
    version: 1,
    setting: idOf('setting', card.setting),
    cast: [...new Set([...card.cast, ...card.speakers, card.lead])].map(person),
    speakers: [...new Set(card.speakers)].map(person),
    lead: person(card.lead),
    learns: known(card.learns),
    becauseOf: [...new Set(card.becauseOf)].filter((number) => number >= 1 && number <= place).map(sceneId),
    threads: [...new Set(card.threads)].map((name) => idOf('plot', name)),
    ...(mode === 'present' ? {} : { mode }),
    ...(isOutOfTime ? { storyTime } : {}),
    ...(beat === '' ? {} : { beat }),
    ...(setsUp.length === 0 ? {} : { setsUp: planted(setsUp) }),
    ...(paysOff.length === 0 ? {} : { paysOff: planted(paysOff) }),
    ...(uses.length === 0 ? {} : { uses: known(uses) }),
    ...(extras.length === 0 ? {} : { extras }),
    ...(image.trim() === '' ? {} : { image }),
  };
}
