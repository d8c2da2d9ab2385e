import { z } from 'zod';
import type { Format } from '../bibles/index.ts';
import { fingerprint } from '../core/index.ts';
import { type Run, step } from '../steps/index.ts';
import { Premise } from './premise.ts';
import { bullets, numbered, size } from './print.ts';

/** What the premise of an adaptation reads: a source, as its digest tells it. */
export interface AdaptInput {
  readonly format: Format;
  readonly scenes: number;
  /** What the source calls itself; empty when it does not. */
  readonly title: string;
  readonly events: readonly string[];
  /** Whoever matters most first. */
  readonly people: readonly { readonly name: string; readonly is: string }[];
  readonly places: readonly { readonly name: string; readonly is: string }[];
  /** How the source begins, in its own words. */
  readonly opening: string;
}

/** The longest logline that comes of a source, in characters: as long as one that a person gives. */
const LONGEST = 2000;

/**
 * A premise and its logline. The names of people are a closed list, those of the source, as far as it names two.
 */
export function AdaptedPremise({ people }: Pick<AdaptInput, 'people'>) {
  const [first, second, ...rest] = people.map(({ name }) => name);
  const person = Premise.shape.people.element;
  const named =
    first === undefined || second === undefined ? person : person.extend({ name: z.enum([first, second, ...rest]) });
  return Premise.extend({
    logline: z.string().min(1).max(LONGEST).describe('Who wants what against what, in one sentence.'),
    people: z.array(named).min(2).max(8),
  });
}
export type AdaptedPremise = z.infer<ReturnType<typeof AdaptedPremise>>;

/** Ask for the premise of a screenplay from a source. */
export function adaptPremise(run: Run, input: AdaptInput): Promise<AdaptedPremise> {
  const { title, events, people, places, opening } = input;
  return step(run, {
    slot: 'adapt/premise',
    prompt: 'adapt.premise',
    input: { ...input },
    variables: {
      size: size(input),
      title: title === '' ? 'none' : title,
      events: numbered(events),
      people: bullets(people.map(({ name, is }) => `${name}: ${is}`)),
      places: bullets(places.map(({ name, is }) => `${name}: ${is}`)),
      opening,
    },
    schema: AdaptedPremise(input),
    references: [{ source: 'source', field: 'digest', label: 'the source', version: fingerprint(input) }],
  });
}
