import { createRandom } from '../random.ts';
import { type Domain, TOWN } from './domains/index.ts';
import { article, initial } from './grammar.ts';
import { readPremiseAsk } from './input.ts';
import { namedLogline } from './named-logline.ts';
import { castPeople, type Player } from './people.ts';
import { type Reading, readLogline } from './reading/logline.ts';
import { shapeOf } from './shapes/index.ts';
import { synopsisOf, tell, tellStory } from './story.ts';

const PLACES: Readonly<Record<string, number>> = { short: 3, feature: 11, 'tv-hour': 8, sitcom: 5 };
const MORE: Readonly<Record<string, number>> = { feature: 5, 'tv-hour': 3, sitcom: 1 };
const GENRES: Readonly<Record<string, string>> = {
  space: 'science fiction',
  war: 'war',
  locks: 'horror',
  funeral: 'comedy',
};

/** Answer `bible.premise`: title, people, places and the story in a paragraph, out of a logline. */
export function answerPremise(input: unknown) {
  const { logline, format, scenes } = readPremiseAsk(input);
  const reading = readLogline(logline);
  const shape = shapeOf(reading.text);
  const random = createRandom(['premise', logline]);
  const players = castPeople({
    reading,
    shape,
    random: random.fork('people'),
    few: format === 'short' || scenes < 20,
    more: Math.min(MORE[format] ?? 0, Math.floor(scenes / 20)),
  });
  const places = choosePlaces(reading, scenes < 4 ? 2 : (PLACES[format] ?? 5));
  const people = players.map(({ name, role, sketch }) => ({ name: name.cue, role, sketch }));
  const story = tellStory(
    logline,
    people.map((one) => ({ ...one, text: one.sketch })),
    places.map(({ name }) => name),
  );
  const opening = namedLogline(reading, players);
  const middle = opening.named
    ? (['change', 'committed', 'setback', 'climax', 'final'] as const)
    : (['change', 'setback', 'climax', 'final'] as const);
  return {
    title: titleOf(reading, random.fork('title').pick(titles(reading))),
    genre: GENRES[reading.domain.name] ?? shape.genre,
    tone: shape.tone,
    premise: [
      opening.text,
      introduce(players, reading.text),
      ...middle.map((station) => synopsisOf(story, station)),
    ].join(' '),
    people: people.map((one) => ({ ...one, sketch: tell(story, one.sketch) })),
    places: places.map(({ name, rules }, at) => ({ name, sketch: `${why(at, players)} ${rules}` })),
  };
}

function titles(reading: Reading): readonly string[] {
  const own = [reading.objectTitle, ...reading.places.map(({ title }) => title)].filter(
    (title) => title?.includes(' ') === true,
  );
  return [...reading.domain.titles, ...own, ...own].filter((title) => title !== undefined);
}

function titleOf(reading: Reading, title: string): string {
  const borrowed = !reading.domain.titles.includes(title);
  return borrowed && !/^(?:One|Last) /.test(title) ? `The ${title}` : title;
}

/** Who stands opposite and who stands by. */
function introduce([lead, other, ally]: readonly Player[], text: string): string {
  const by = ally ? `${ally.name.full}, ${ally.is}` : 'Nobody else';
  if (!lead || !other || other.shared || besides(lead, other, text)) return `Between them stands ${by}.`;
  if (!other.fromLogline)
    return `In the way stands ${other.name.full}, ${other.is}; on ${lead.name.cue}’s side there is only ${by}.`;
  const who = /^(?:person|man|woman|stranger|people)$/.test(other.head) ? 'The other one' : `The ${other.head}`;
  return `${who} is ${other.name.full}; the one who sees them both is ${by}.`;
}

function why(at: number, [lead]: readonly Player[]): string {
  if (at === 0) return `Where ${lead?.name.cue ?? 'the lead'} works and thinks.`;
  return at === 1
    ? 'Where it comes to a head.'
    : ([
        'Where people say what they mean.',
        'Where nobody is supposed to meet.',
        'Where the waiting is done.',
        'Where news arrives first.',
        'Where things are left for others.',
      ][at % 5] ?? '');
}

/** The places of the story: the trade’s own, with what the logline names where things come to a head. */
function choosePlaces(reading: Reading, count: number): Domain['places'] {
  const own = reading.domain.places;
  const named = reading.places
    .filter(({ heading }) => !own.some(({ name }) => heading.split(' ').some((word) => name.includes(word))))
    .slice(0, 2)
    .map(({ heading, interior }) => ({
      name: heading,
      interior,
      look: '',
      sound: '',
      rules: `${initial(article(heading))} ${heading.toLowerCase()} keeps its own hours.`,
    }));
  const [work, ...rest] = own;
  const all = [...(work ? [work] : []), ...named, ...rest, ...TOWN.places.slice(2), ...TOWN.places];
  return all.filter((one, at) => all.findIndex(({ name }) => name === one.name) === at).slice(0, count);
}

/** Whether the logline names two leads in one breath: `a nurse and a boxer`. */
function besides(lead: Player, other: Player, text: string): boolean {
  return (
    lead.phrase !== undefined &&
    other.phrase !== undefined &&
    text.slice(lead.phrase.end, other.phrase.start) === ' and '
  );
}
