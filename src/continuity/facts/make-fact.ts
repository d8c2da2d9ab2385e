import { deriveId } from '../../core/index.ts';
import { PREDICATES } from './predicates.ts';
import type { StatedFact } from './stated-fact.ts';

/** A fact with its id and kind. Of the world and asserted, unless it says otherwise. */
export function makeFact(
  own: Pick<StatedFact, 'subject' | 'predicate' | 'object' | 'source'> & Partial<StatedFact>,
): StatedFact {
  const { subject, predicate, object, source } = own;
  const { scene = '', element = '', quote, entry } = source;
  return {
    scope: 'world',
    confidence: 0.9,
    status: 'asserted',
    ...own,
    kind: PREDICATES[predicate].kind,
    id: deriveId('sf', subject, predicate, object, scene, element, quote, entry?.id ?? '', entry?.field ?? ''),
  };
}
