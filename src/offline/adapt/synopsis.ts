import type { SynopsisAnswer } from '../../generators/index.ts';
import { readSynopsisAsk } from './input.ts';
import { sentencesIn } from './sentences.ts';

/**
 * Answer `adapt.synopsis`: the first thing that is told, and who is named first. What takes a reader stays empty: goal,
 * turn, and who learns what.
 */
export function answerSynopsis(input: unknown): SynopsisAnswer {
  const { heading, people, text } = readSynopsisAsk(input);
  const [first] = sentencesIn(text);
  const upper = text.toUpperCase();
  const named = people.map((name) => ({ name, at: upper.indexOf(name.toUpperCase()) })).filter(({ at }) => at >= 0);
  const lead = named.toSorted((a, b) => a.at - b.at)[0]?.name ?? people[0] ?? '';
  return {
    synopsis: first ?? (heading || 'A scene without words.'),
    lead,
    goal: '',
    opposition: '',
    turn: { from: '', to: '' },
    tension: 5,
    beats: first === undefined ? [] : [first],
    pattern: '',
    learns: [],
  };
}
