import { type Bible, entriesOf, factText, isKind } from '../../bibles/index.ts';
import type { People } from '../script/people.ts';
import { markPeople, sentencesOf } from '../script/sentences.ts';
import type { Element, StagedScene } from '../script/staged.ts';
import { isDeath, livesIn } from './lives.ts';
import { makeFact } from './make-fact.ts';
import type { StatedFact } from './stated-fact.ts';
import { type Trait, traitsOfLook, traitsSaid, traitsSeen } from './traits.ts';

/** What facts are read from. */
export interface FactMaterial {
  readonly bible: Bible;
  readonly scenes: readonly StagedScene[];
  readonly people: People;
}

/**
 * Facts that need no reader: deaths, ages, colours of eyes and hair, trades, kinship; from the bible, the cards, and the
 * text. What is only dreamt, and what action says is not so, is no fact. What people say of themselves is less sure.
 */
export function readFacts(material: FactMaterial): readonly StatedFact[] {
  const { bible, scenes, people } = material;
  return [
    ...bibleFacts(bible, people),
    ...scenes
      .filter(({ mode }) => mode !== 'dream')
      .flatMap((scene) => [
        ...cardFacts(scene, people),
        ...scene.elements.flatMap((element) => elementFacts(scene, element, people)),
      ]),
  ];
}

function bibleFacts(bible: Bible, people: People): readonly StatedFact[] {
  return entriesOf(bible, 'character').flatMap((entry) => {
    const { id, document, facts } = entry;
    const field = (name: string, quote: string) => ({ quote, entry: { id, field: name } });
    const age =
      typeof document.age === 'string' && document.age !== ''
        ? [makeFact({ subject: id, predicate: 'age', object: document.age, source: field('age', document.age) })]
        : [];
    const look = typeof document.look === 'string' ? document.look : '';
    const traits = traitsOfLook(look).map((trait) => makeFact({ subject: id, ...trait, source: field('look', look) }));
    const deaths = facts.flatMap((fact): readonly StatedFact[] => {
      const told = factText(fact);
      if (!isDeath(markPeople(told, people.index), id)) return [];
      return [
        makeFact({
          subject: id,
          predicate: 'alive',
          object: 'dead',
          source: field(`facts.${fact.id}`, told),
          ...(fact.from === undefined ? {} : { holdsFrom: fact.from }),
          ...(fact.to === undefined ? {} : { holdsUntil: fact.to }),
        }),
      ];
    });
    return [...age, ...traits, ...deaths];
  });
}

/** A death that a card plans: it holds from the scene after. */
function cardFacts({ id, card }: StagedScene, people: People): readonly StatedFact[] {
  const texts = card === undefined ? [] : [...card.beats, card.synopsis];
  return texts.flatMap((text) =>
    sentencesOf(text, people.index).flatMap((sentence) =>
      livesIn(sentence)
        .filter(({ object }) => object === 'dead')
        .map(({ person, object }) =>
          makeFact({
            subject: person,
            predicate: 'alive',
            object,
            holdsFrom: id,
            source: { scene: id, quote: sentence.text },
            status: 'planned',
          }),
        ),
    ),
  );
}

function elementFacts(scene: StagedScene, element: Element, people: People): readonly StatedFact[] {
  const { speaker, type, text } = element;
  return sentencesOf(text, people.index).flatMap((sentence) => {
    const source = { scene: scene.id, element: element.id, quote: sentence.text };
    if (type === 'speech')
      return speaker === undefined
        ? []
        : traitsSaid(sentence, speaker).map((trait) => traitFact(trait, { source, confidence: 0.6 }));
    return [
      ...livesIn(sentence).map(({ person, object, status }) =>
        makeFact({ subject: person, predicate: 'alive', object, holdsFrom: scene.id, source, status }),
      ),
      ...traitsSeen(sentence).map((trait) => traitFact(trait, { source })),
    ];
  });
}

function traitFact(
  { person, to, predicate, object }: Trait,
  more: Pick<StatedFact, 'source'> & Partial<StatedFact>,
): StatedFact {
  return makeFact({ subject: to === undefined ? person : `${person} to ${to}`, predicate, object, ...more });
}

/** Whether an entry of a bible is somebody who may speak when dead. */
export function isSpirit(bible: Bible, id: string): boolean {
  const entry = bible.entries.find((one) => one.id === id);
  if (entry === undefined || !isKind(entry, 'character')) return false;
  return /\b(?:ghost|spectre|specter|undead|vampire|zombie|revenant)\b/i.test(
    [entry.name, ...entry.aliases, entry.document.look].join(' '),
  );
}
