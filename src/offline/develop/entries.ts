import { MOST } from '../../generators/premise.ts';
import { createRandom, type Random } from '../random.ts';
import { VOICES, type VoiceArchetype } from '../voices.ts';
import { DOMAINS, type Place, TOWN } from './domains/index.ts';
import { AGES, FEARS, LOOKS, NEEDS, ODDS, PASTS, ROOMS } from './entry-tables.ts';
import { fillClause, initial, personSlots } from './grammar.ts';
import { type EntriesAsk, readEntriesAsk } from './input.ts';
import type { Heart } from './shapes/index.ts';
import { type Story, synopsisOf, tell, tellStory } from './story.ts';

/** Answer `bible.characters`: an inner life and a voice for everybody of the premise. */
export function answerCharacters(input: unknown) {
  const ask = readEntriesAsk(input);
  const story = storyOf(ask);
  const seed = createRandom(['characters', ask.logline]);
  const voices = dealVoices(seed.fork('voices'));
  const people = ask.premise.people.slice(0, MOST);
  return {
    characters: people.map(({ name, role, sketch }, index) => {
      const place = story.people.findIndex((one) => one.name === name);
      const random = seed.fork(`person ${index}`);
      const heart = place === 0 ? story.shape.lead : place === 1 ? story.shape.other : undefined;
      const drawn = heart ? tellHeart(story, heart) : minorHeart(story, { name, sketch }, random);
      const voice = voices[index % voices.length] ?? random.pick(VOICES);
      const trade = story.reading.domain.words.split(', ');
      const words =
        place === 0
          ? story.reading.domain.words
          : `${random
              .shuffle(trade.map((word) => word.replace(/\.$/, '')))
              .slice(0, 2)
              .join(', ')}.`;
      return {
        name,
        role: /^(?:protagonist|antagonist|ally)$/.test(role) ? role : 'other',
        age: /\b(?:elderly|retiring|retired|aging|ageing)\b/i.test(sketch)
          ? '60s'
          : /\bsixteen\b/.test(sketch)
            ? '16'
            : random.pick(AGES),
        look: LOOKS[(seed.fork('looks').int(LOOKS.length) + index * 3) % LOOKS.length] ?? '',
        ...drawn,
        voice: {
          vocabulary: `${voice.vocabulary} Words of the trade: ${words}`,
          sentences: voice.sentences,
          avoids: voice.avoids,
          address: voice.address,
        },
      };
    }),
  };
}

/** For each voice, the one that is easiest to tell from it with the names covered: short by long, asking by telling. */
const OPPOSITE: Readonly<Record<string, string>> = {
  'clipped and literal': 'warm over-explainer',
  'winding and self-correcting': 'formal and exact',
  'all questions': 'deadpan',
  'formal and exact': 'teasing',
  teasing: 'apologetic hedger',
  'weary and elliptical': 'brisk imperatives',
  'brisk imperatives': 'stories and proverbs',
  'stories and proverbs': 'clipped and literal',
  'apologetic hedger': 'rough and profane',
  deadpan: 'winding and self-correcting',
  'warm over-explainer': 'all questions',
  'rough and profane': 'weary and elliptical',
};

/** All voices, in the order a cast takes them: two that are far apart for the leads, then the rest. */
function dealVoices(random: Random): readonly VoiceArchetype[] {
  const [lead, ...rest] = random.shuffle(VOICES);
  const other = rest.find(({ name }) => name === OPPOSITE[lead?.name ?? '']);
  return [lead, other, ...rest.filter((one) => one !== other)].filter((one) => one !== undefined);
}

function storyOf({ logline, premise }: EntriesAsk): Story {
  const listed = premise.people.map((one) => ({ ...one, text: one.sketch }));
  return tellStory(
    logline,
    listed,
    premise.places.map(({ name }) => name),
  );
}

function tellHeart(story: Story, heart: Heart): Heart {
  const say = (text: string): string => tell(story, text);
  return {
    want: say(heart.want),
    need: say(heart.need),
    fear: say(heart.fear),
    contradiction: say(heart.contradiction),
    backstory: say(heart.backstory),
  };
}

function minorHeart(
  story: Story,
  { name, sketch }: { readonly name: string; readonly sketch: string },
  random: Random,
): Heart {
  const wants = sketch.match(/Wants to ([^.]+)\./)?.[1];
  const gender = story.people.find((one) => one.name === name)?.gender ?? 'unknown';
  const say = (from: readonly string[], label: string): string =>
    tell(story, fillClause(random.fork(label).pick(from), personSlots('P', name, gender)));
  return {
    want: wants ? `To ${wants}.` : tell(story, 'To be asked by {L} what it was like, before it is over.'),
    need: say(NEEDS, 'need'),
    fear: say(FEARS, 'fear'),
    contradiction: say(ODDS, 'odd'),
    backstory: say(PASTS, 'past'),
  };
}

/** Answer `bible.settings`: what each place looks and sounds like, and what it forbids. */
export function answerSettings(input: unknown) {
  const { premise, logline } = readEntriesAsk(input);
  const places = [TOWN, ...DOMAINS].flatMap((domain) => domain.places);
  return {
    settings: premise.places
      .slice(0, MOST)
      .map(({ name }) => settingOf(name, places, createRandom(['setting', logline, name]))),
  };
}

function settingOf(name: string, places: readonly Place[], random: Random): Place {
  const known = places.find((one) => one.name === name.toUpperCase());
  if (known) return { ...known, name };
  const outdoors =
    /\b(?:STREET|ROAD|SQUARE|JETTY|PIER|BEACH|FIELD|FARMYARD|YARD|ROOF|GARDEN|BRIDGE|CLEARING|DESERT|FOREST|PARK|MINE HEAD|GATE|DOCK|EXT)\b/i.test(
      name,
    );
  const [look, sound, rules] = random.pick(ROOMS[outdoors ? 'outdoors' : 'indoors']);
  return { name, interior: !outdoors, look, sound, rules };
}

/** Answer `bible.plots`: the goal, the two leads, and the thing that proves it. */
export function answerPlots(input: unknown) {
  const ask = readEntriesAsk(input);
  const story = storyOf(ask);
  const { shape } = story;
  const { token = 'the proof' } = story.slots;
  const plots = [
    {
      thread: 'A',
      name: ask.premise.title.slice(0, 60),
      question: shape.question,
      stakes: shape.stakes,
      setup: synopsisOf(story, 'opportunity'),
      payoff: synopsisOf(story, 'climax'),
    },
    {
      thread: 'B',
      name: shape.bond.name,
      question: shape.bond.question,
      stakes: `What {L} fears. ${shape.lead.fear}`,
      setup: shape.other.backstory,
      payoff: shape.bond.payoff,
    },
    {
      thread: 'C',
      name: initial(token).slice(0, 60),
      question: 'Who will end up holding {token}, and who will have read it by then?',
      stakes: 'In the wrong hands {token} proves the opposite of what it should.',
      setup: synopsisOf(story, 'opening'),
      payoff: synopsisOf(story, 'final'),
    },
  ];
  return {
    plots: plots.slice(0, ask.scenes < 4 ? 2 : 3).map((plot) => ({
      ...plot,
      stakes: tell(story, plot.stakes).replace(/^What .+? fears\. /, ''),
      question: tell(story, plot.question),
      setup: tell(story, plot.setup),
      payoff: tell(story, plot.payoff),
    })),
  };
}

/** Answer `bible.themes`: the argument the kind of story carries, with images out of its trade. */
export function answerThemes(input: unknown) {
  const ask = readEntriesAsk(input);
  const story = storyOf(ask);
  const { theme } = story.shape;
  const props = createRandom(['theme', ask.logline]).shuffle(story.reading.domain.props).slice(0, 3);
  return { themes: [{ ...theme, images: `${initial(story.reading.object)}; ${props.join('; ')}.` }] };
}
