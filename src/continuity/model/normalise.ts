import { foldName } from '../../bibles/index.ts';
import { makeFact } from '../facts/make-fact.ts';
import { isPredicate, PREDICATES } from '../facts/predicates.ts';
import type { StatedFact } from '../facts/stated-fact.ts';
import type { Ledger } from '../ledger.ts';
import type { StagedScene } from '../script/staged.ts';
import { findQuote } from './quotes.ts';

/** A fact as a reader gives it: names in words, and the words that show it. */
export interface ReadFact {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** Of kinship and relations: to whom; empty for anything else. */
  readonly to: string;
  readonly quote: string;
  /** Who takes it for true, where it may not be so; empty for what is so. */
  readonly believer: string;
  readonly isImplied: boolean;
}

/**
 * Make rows of the ledger of what a reader gave for one scene. Names become ids, things small letters without article.
 * What has no predicate of the table, says nothing, or stands on words that are not in the scene, is dropped.
 */
export function normaliseFacts(ledger: Ledger, scene: StagedScene, facts: readonly ReadFact[]): readonly StatedFact[] {
  return facts.flatMap((fact): readonly StatedFact[] => {
    const { predicate, quote, isImplied } = fact;
    const standing = findQuote(scene, quote);
    const [subject, object, to] = [fact.subject, fact.object, fact.to].map((words) => nameOf(ledger, words));
    if (standing === undefined || !isPredicate(predicate) || !subject || !object) return [];
    const believer = nameOf(ledger, fact.believer);
    return [
      makeFact({
        subject: to ? `${subject} to ${to}` : subject,
        predicate,
        object,
        ...(PREDICATES[predicate].lasts === 'always' ? {} : { holdsFrom: scene.id }),
        scope: believer === '' ? 'world' : { belief: believer },
        source: { scene: scene.id, element: standing.element.id, quote: standing.quote },
        confidence: isImplied ? 0.5 : 0.7,
        status: isImplied ? 'implied' : 'asserted',
      }),
    ];
  });
}

/** The id of whom or what words name; the words in small letters, without article, where nobody has them. */
function nameOf({ people, bible }: Ledger, words: string): string {
  const name = foldName(words)
    .replace(/^(?:the|a|an|his|her|their|its) /, '')
    .replace(/[.!]$/, '');
  const place = bible.entries.find(
    ({ kind, name: own, aliases }) => kind === 'setting' && [own, ...aliases].some((one) => foldName(one) === name),
  );
  return people.byCue(words) ?? place?.id ?? name;
}
