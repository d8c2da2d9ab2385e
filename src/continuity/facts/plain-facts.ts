import { nameIndex } from '../../bibles/index.ts';
import type { ReadFact } from '../model/normalise.ts';
import { sentencesOf } from '../script/sentences.ts';
import { handlingsIn } from './handlings.ts';
import { livesIn } from './lives.ts';
import { traitsSaid, traitsSeen } from './traits.ts';

/**
 * The facts of one scene that patterns find, with names in the place of ids: what a reader would give, as far as no
 * reader is needed. What somebody says of their own is theirs to say.
 */
export function plainFacts(
  people: readonly string[],
  elements: readonly { readonly speaker: string; readonly text: string }[],
): readonly ReadFact[] {
  const index = nameIndex(people.map((name) => ({ id: name, name, aliases: [] })));
  return elements.flatMap(({ speaker, text }) =>
    sentencesOf(text, index).flatMap((sentence): readonly ReadFact[] => {
      const row = (own: Pick<ReadFact, 'subject' | 'predicate' | 'object'> & Partial<ReadFact>): ReadFact => ({
        to: '',
        quote: sentence.text,
        believer: '',
        isImplied: false,
        ...own,
      });
      if (speaker !== '')
        return traitsSaid(sentence, speaker).map(({ person, predicate, object, to = '' }) =>
          row({ subject: person, predicate, object, to, believer: speaker }),
        );
      return [
        ...livesIn(sentence).map(({ person, object }) => row({ subject: person, predicate: 'alive', object })),
        ...traitsSeen(sentence).map(({ person, predicate, object, to = '' }) =>
          row({ subject: person, predicate, object, to }),
        ),
        ...handlingsIn(sentence).flatMap(({ thing, type, by, to }) => {
          const holder = type === 'give' ? to : type === 'keep' ? by : undefined;
          if (type === 'destroy') return [row({ subject: thing, predicate: 'state', object: 'destroyed' })];
          return holder === undefined ? [] : [row({ subject: thing, predicate: 'holder', object: holder })];
        }),
      ];
    }),
  );
}
