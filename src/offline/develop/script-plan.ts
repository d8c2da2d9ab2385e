import type { Pattern } from '../patterns.ts';
import { createRandom, type Random } from '../random.ts';
import { stationsFor, tensionAt } from './curve.ts';
import { TOWN } from './domains/index.ts';
import { chooseFact } from './facts.ts';
import { frameBeats } from './frame-images.ts';
import { capitals, fillClause, known, personSlots, placeSlots, type Slots } from './grammar.ts';
import { planPatterns } from './pattern-plan.ts';
import { playsOutside, propFits, type Sketch, sketchesOf } from './scenes/index.ts';
import type { Station } from './shapes/index.ts';
import { anchorPlace, type Cast, type Story } from './story.ts';

/** One scene of the script, before it is written down as a card. */
export interface Planned {
  readonly pattern: Pattern;
  readonly station: Station | undefined;
  readonly setting: string;
  readonly cast: readonly string[];
  readonly speakers: readonly string[];
  readonly lead: string;
  readonly tension: number;
  /** The sketch with everything filled in. */
  readonly told: Sketch;
  readonly learns: readonly { readonly character: string; readonly fact: string }[];
  /** What its lead was told in an earlier scene and acts on in this one. */
  readonly uses: readonly { readonly character: string; readonly fact: string }[];
  /** The thing that goes through it, as it is known: `the red evidence tag`; empty where none does. */
  readonly prop: string;
  /** Whether that thing was seen long before, and counts now. */
  readonly pays: boolean;
}

/** What is used up as the script goes on. */
interface Used {
  readonly lines: Set<string>;
  readonly facts: Set<string>;
  readonly places: string[];
  props: readonly string[];
  /** The thing that went through the scene before, and for how many scenes it has. */
  carried: { readonly prop: string; readonly scenes: number };
  /** Things the audience has seen, and the scene in which it saw them first. */
  readonly seen: Map<string, number>;
  /** Things that came back when it counted. */
  readonly paid: Set<string>;
  /** What the scenes before have told whom, the newest last. */
  readonly told: { readonly character: string; readonly fact: string; readonly at: number }[];
}

/** How many scenes one thing goes through before another takes over. */
const CARRIED = 3;

/** How a script is planned. */
export interface ScriptAsk {
  readonly format: string;
  /** Whether a setting has a roof, so that furniture stays inside. */
  readonly indoors: (setting: string) => boolean;
}

/** Plan every scene of a script. The same story and length give the same plan, whichever sequence asks. */
export function planScript(story: Story, scenes: number, { format, indoors }: ScriptAsk): readonly Planned[] {
  const random = createRandom(['script', story.reading.text, scenes]);
  const patterns = planPatterns(story.shape, { scenes, format, random: random.fork('patterns') });
  const stations = stationsFor(scenes);
  const props = random.fork('props').shuffle(story.reading.domain.props);
  const more = random.fork('more props').shuffle(TOWN.props.filter((prop) => !props.includes(prop)));
  const used: Used = {
    lines: new Set(),
    facts: new Set(),
    places: [],
    props: [...props, ...more],
    carried: { prop: '', scenes: 0 },
    seen: new Map(),
    paid: new Set(),
    told: [],
  };
  const frame = frameBeats(story, random.fork('frame').int(100));
  return patterns.map((pattern, at) => {
    const station = stations.get(at);
    return planScene({
      story,
      pattern,
      station,
      at,
      scenes,
      used,
      indoors,
      frame,
      random: random.fork(`scene ${at}`),
      next: stations.get(at + 1),
    });
  });
}

interface Ask {
  readonly story: Story;
  readonly pattern: Pattern;
  readonly station: Station | undefined;
  readonly next: Station | undefined;
  readonly at: number;
  readonly scenes: number;
  readonly used: Used;
  readonly indoors: (setting: string) => boolean;
  readonly frame: ReturnType<typeof frameBeats>;
  readonly random: Random;
}

function planScene(ask: Ask): Planned {
  const { story, pattern, station, at, scenes, used, random } = ask;
  const where = scenes < 2 ? 1 : at / (scenes - 1);
  const anchor = station && story.shape.anchors[station];
  const setting = anchor ? anchorPlace(story, anchor) : choosePlace(ask);
  used.places.push(setting);
  const [lead, other, third] = anchor ? story.people : choosePeople(ask);
  const sketches = random.shuffle(sketchesOf(pattern.name));
  const fitting = ask.indoors(setting) ? sketches : sketches.filter(playsOutside);
  const passes = anchor ? [[anchor]] : [fitting, sketches];
  let best: Planned | undefined;
  const { carried } = used;
  const goesOn = carried.prop !== '' && carried.scenes < CARRIED ? [carried.prop] : [];
  const due = dueAt(ask);
  const props = [...new Set([...goesOn, ...due, ...used.props.filter((prop) => prop !== carried.prop)])];
  for (const [pass, choices] of [...passes, ...passes].entries()) {
    const anything = pass >= passes.length;
    if (anything && best) break;
    for (const prop of anything ? props.slice(0, 1) : props) {
      for (const sketch of choices.filter((one) => anything || propFits(one, prop))) {
        const planned = tellScene({ ...ask, sketch, prop, setting, lead, other, third, where });
        if (repeats(planned, used) === 0) return keep(planned, prop, ask);
        if (!best || repeats(planned, used) < repeats(best, used)) best = planned;
      }
    }
  }
  return best
    ? keep(best, '', ask)
    : tellScene({ ...ask, sketch: story.shape.anchors.climax, prop: 'a key', setting, lead, other, third, where });
}

/** Where things begin to come back, as a fraction of the script, and how long each has lain there by then. */
const COME_BACK = 0.45;
const LAIN = 0.2;

/** Things that were seen long ago and have not come back yet, the oldest first. */
function dueAt({ at, scenes, used }: Pick<Ask, 'at' | 'scenes' | 'used'>): readonly string[] {
  if (at < scenes * COME_BACK) return [];
  const old = (first: number): boolean => at - first >= Math.max(2, Math.round(scenes * LAIN));
  return [...used.seen].filter(([prop, first]) => old(first) && !used.paid.has(prop)).map(([prop]) => prop);
}

/** How many of its lines the script has had already. */
function repeats({ told }: Planned, { lines }: Used): number {
  return [told.synopsis, ...told.beats].filter((line) => lines.has(line)).length;
}

/** Take a scene into the script, without the beats the script has had already unless there would be none. */
function keep(planned: Planned, prop: string, { used, at, scenes, frame }: Ask): Planned {
  const fresh = planned.told.beats.filter((beat) => !used.lines.has(beat));
  const own = fresh.length > 0 ? fresh : planned.told.beats;
  const shows = prop !== '' && planned.told.beats.some((beat) => beat.includes(known(prop).slice(4)));
  const pays = shows && dueAt({ at, scenes, used }).includes(prop);
  const { goal, uses } = threaded(planned, { shows, prop, used, at });
  const first = at === 0 ? frame.first : [];
  const last = at === scenes - 1 && at > 0 ? [frame.last] : [];
  const room = 6 - first.length - last.length;
  const beats = [...first, ...own.slice(0, room), ...last];
  for (const line of [planned.told.synopsis, ...planned.told.beats]) used.lines.add(line);
  for (const { character, fact } of planned.learns) {
    used.facts.add(fact);
    used.told.push({ character, fact, at });
  }
  if (shows) {
    used.props = [...used.props.filter((one) => one !== prop), prop];
    used.carried = { prop, scenes: used.carried.prop === prop ? used.carried.scenes + 1 : 1 };
    if (!used.seen.has(prop)) used.seen.set(prop, at);
    if (pays) used.paid.add(prop);
  }
  return { ...planned, uses, pays, prop: shows ? known(prop) : '', told: { ...planned.told, goal, beats } };
}

interface Thread {
  readonly shows: boolean;
  readonly prop: string;
  readonly used: Used;
  readonly at: number;
}

/** The goal, with what it follows from: what its lead was told in one of the last scenes, or the thing that comes along from the one before. */
function threaded(
  { told, lead, learns }: Planned,
  { shows, prop, used, at }: Thread,
): Pick<Planned, 'uses'> & { readonly goal: string } {
  const news = used.told.findLast(({ character, at: when }) => character === lead && when < at && at - when <= FRESH);
  if (news && !learns.some(({ fact }) => fact === news.fact)) {
    used.told.splice(used.told.indexOf(news), 1);
    return {
      goal: `${told.goal}, now that ${lead} knows that ${news.fact}`,
      uses: [{ character: lead, fact: news.fact }],
    };
  }
  if (!shows || used.carried.prop !== prop) return { goal: told.goal, uses: [] };
  const ways = [`with ${known(prop)} still unexplained`, `before anybody asks about ${known(prop)}`];
  return { goal: `${told.goal}, ${ways[used.carried.scenes % ways.length] ?? ''}`, uses: [] };
}

/** For how many scenes news goes on driving whoever heard it. */
const FRESH = 6;

interface SceneAsk extends Ask {
  readonly sketch: Sketch;
  readonly prop: string;
  readonly setting: string;
  readonly lead: Cast | undefined;
  readonly other: Cast | undefined;
  readonly third: Cast | undefined;
  readonly where: number;
}

function tellScene({
  story,
  pattern,
  station,
  sketch,
  prop,
  setting,
  lead,
  other,
  third,
  where,
  used,
  random,
  scenes,
}: SceneAsk): Planned {
  const names: Slots = {
    ...personSlots('L', lead?.name ?? 'Someone', lead?.gender ?? 'unknown'),
    ...personSlots('O', other?.name ?? 'the voice on the telephone', other?.gender ?? 'unknown'),
    ...personSlots('K', third?.name ?? 'a stranger', third?.gender ?? 'unknown'),
  };
  const text = sketch.beats.join(' ');
  const onStage = (letter: string): boolean => new RegExp(`\\{${letter}\\}(?!’)`).test(text);
  const cast = [lead, onStage('O') ? other : undefined, onStage('K') ? third : undefined].flatMap((one) =>
    one ? [one.name] : [],
  );
  const full = !pattern.silent && cast.length < 2 ? [...cast, ...(other ? [other.name] : [])] : cast;
  const learner = sketch.learns === 'O' ? other?.name : lead?.name;
  const teller = (sketch.learns === 'O' ? lead?.name : full[1]) ?? 'somebody';
  const fact =
    sketch.learns && learner
      ? chooseFact({ story, learner, teller, random: random.fork('fact'), used: used.facts, at: where })
      : '';
  const slots: Slots = {
    ...story.slots,
    ...names,
    ...placeSlots(
      setting,
      story.people.map(({ name }) => name),
    ),
    prop: used.seen.has(prop) ? known(prop) : prop,
    theprop: known(prop),
    fact,
  };
  const say = (line: string): string => capitals(fillClause(line, slots));
  const { secret = '' } = story.slots;
  const reveals = `${sketch.synopsis} ${text}`.includes('{secret}')
    ? [{ character: secretLearner(story, full), fact: secret }]
    : [];
  const learns = [
    ...(fact && learner ? [{ character: learner, fact }] : []),
    ...reveals.filter(({ fact: one }) => !used.facts.has(one)),
  ];
  const dip = pattern.silent ? 2 : station || scenes < 4 ? 0 : random.fork('tension').int(3) - 1;
  return {
    pattern,
    station,
    setting,
    cast: full,
    speakers: pattern.silent ? [] : full.slice(0, pattern.speakers[1]),
    lead: lead?.name ?? full[0] ?? 'Someone',
    tension: Math.min(10, Math.max(1, Math.round(tensionAt(where) - dip))),
    told: {
      synopsis: say(sketch.synopsis),
      goal: say(sketch.goal),
      opposition: say(sketch.opposition),
      from: say(sketch.from).toLowerCase(),
      to: say(sketch.to).toLowerCase(),
      beats: sketch.beats.map((beat) => sayHere(beat, say)),
    },
    learns,
    uses: [],
    prop: '',
    pays: false,
  };
}

/** A beat as it stands under its own heading, which need not be named again. */
function sayHere(beat: string, say: (line: string) => string): string {
  const here = beat
    .replace(/,? \{at\}(?=,)/g, '')
    .replace(/ ?\{at\}/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return say(here);
}

/** Who on stage did not know the secret. */
function secretLearner(story: Story, cast: readonly string[]): string {
  const [lead, other] = story.people;
  const { secret = '' } = story.slots;
  const fallback = lead?.name ?? cast[0] ?? 'Someone';
  if (!lead || !secret.startsWith(lead.name)) return fallback;
  return cast.find((name) => name !== lead.name && name !== other?.name) ?? cast[1] ?? fallback;
}

/** Somewhere else than the scene before and the turning point after, the least used first; the workplace counts half. */
function choosePlace({ story, used, random, next }: Ask): string {
  const ahead = next && anchorPlace(story, story.shape.anchors[next]);
  const last = used.places.at(-1);
  const others = story.places.filter((one) => one !== last);
  const free = others.filter((one) => one !== ahead);
  const from = free.length > 0 ? free : others.length > 0 ? others : story.places;
  const count = (one: string): number =>
    used.places.filter((place) => place === one).length * (one === story.places[0] ? 0.5 : 1);
  return random
    .fork('place')
    .shuffle(from)
    .reduce((a, b) => (count(b) < count(a) ? b : a), from[0] ?? 'ROOM');
}

/** Who drives a scene that is not a turning point, and against whom. Half belong to the protagonist. */
function choosePeople({ story, pattern, random }: Ask): readonly Cast[] {
  const [first, second, ...rest] = story.people;
  if (!first || !second) return story.people;
  const dice = random.fork('people');
  const die = dice.int(100);
  const minor = rest.length > 0 ? dice.pick(rest) : second;
  const others = dice.shuffle(rest.filter((one) => one !== minor));
  if (die < (pattern.silent ? 62 : 38)) return [first, second, minor];
  if (die < (pattern.silent ? 68 : 60)) return [first, minor, second];
  if (die < 80) return [second, first, minor];
  if (die < 90) return [minor, first, second];
  return minor === second ? [second, first] : [second, minor, first, ...others];
}
