import type { AdaptedPremise } from '../../generators/index.ts';
import { answerPremise } from '../develop/premise.ts';
import { spread } from './digest.ts';
import { type AdaptAsk, readAdaptAsk } from './input.ts';
import { sentencesIn } from './sentences.ts';

/** As many as the premise needs of each. */
const MOST = { events: 6, people: 4, places: 3 } as const;
const ROLES = ['protagonist', 'antagonist', 'ally', 'other'] as const;

/**
 * Answer `adapt.premise`: whoever is named most leads, and the events are told as they stand. What a source does not give
 * is made up as for any logline.
 */
export function answerAdapted(input: unknown): AdaptedPremise {
  const ask = readAdaptAsk(input);
  const logline = loglineOf(ask);
  const own = answerPremise({ logline, format: ask.format, scenes: ask.scenes });
  const people = ask.people
    .slice(0, MOST.people)
    .map(({ name, is }, at) => ({ name, role: ROLES[at] ?? 'other', sketch: is }));
  const places = ask.places.slice(0, MOST.places).map(({ name, is }) => ({ name, sketch: is }));
  const taken = new Set(places.map(({ name }) => name.toUpperCase()));
  return {
    title: ask.title || own.title,
    genre: own.genre,
    tone: own.tone,
    logline,
    premise: spread(ask.events, MOST.events).join(' ') || own.premise,
    people: people.length >= 2 ? people : own.people.map((one) => ({ ...one, role: roleOf(one.role) })),
    places: [...places, ...own.places.filter(({ name }) => !taken.has(name.toUpperCase()))].slice(0, MOST.places),
  };
}

function roleOf(name: string): (typeof ROLES)[number] {
  return ROLES.find((role) => role === name) ?? 'other';
}

/** The source's own logline; else its first sentence that says something. */
function loglineOf({ opening, events, title }: AdaptAsk): string {
  const own = /^\W*logline\W*:\W*(\S.*)$/imu.exec(opening)?.[1]?.trim();
  const first = sentencesIn(opening).find((sentence) => sentence.split(' ').length >= 6);
  return (own ?? first ?? events[0] ?? (title || opening)).slice(0, 2000).trim() || 'A story.';
}
