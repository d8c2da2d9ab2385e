import { capitals, fillClause, personSlots, placeSlots, type Slots } from './grammar.ts';
import { genderOf } from './names.ts';
import { type Reading, readLogline } from './reading/logline.ts';
import type { Gender } from './reading/people.ts';
import { type Anchor, type Shape, type Station, shapeOf } from './shapes/index.ts';

/** Somebody a sentence can name. */
export interface Cast {
  readonly name: string;
  readonly gender: Gender;
}

/** A logline understood, with the names a bible gives its people and places. */
export interface Story {
  readonly reading: Reading;
  readonly shape: Shape;
  /** The two leads first, then whoever helps and whoever presses. */
  readonly people: readonly Cast[];
  /** Headings: the workplace first, then where things come to a head. */
  readonly places: readonly string[];
  /** Slots that hold everywhere in the script. */
  readonly slots: Slots;
}

/** Somebody as a bible or a premise lists them. */
export interface Listed {
  readonly name: string;
  readonly role: string;
  /** Whatever is written about them: it may give away their pronouns. */
  readonly text: string;
}

/** Understand a logline with these people and places, whoever named them. */
export function tellStory(logline: string, people: readonly Listed[], places: readonly string[]): Story {
  const reading = readLogline(logline);
  const shape = shapeOf(reading.text);
  const cast = inOrder(people).map(({ name, text }, at): Cast => {
    const own = genderOf(name, text);
    return { name, gender: own === 'unknown' && at === 0 ? reading.leadGender : own };
  });
  const { token } = reading.domain;
  const base: Slots = {
    obj: reading.object,
    token: `the ${token.replace(/^the /, '')}`,
    before: reading.before,
    goal: reading.goal ?? shape.goal,
    secret: reading.secret ?? shape.secret,
  };
  const slots: Slots = { ...base, ...leads(cast) };
  const settled = Object.fromEntries(Object.entries(slots).map(([key, value]) => [key, fillClause(value, slots)]));
  return { reading, shape, people: cast, places, slots: settled };
}

/** The protagonist, whoever stands opposite, the ally, and the others as they come. */
function inOrder(people: readonly Listed[]): readonly Listed[] {
  const lead = people.find(({ role }) => role === 'protagonist') ?? people[0];
  const rest = people.filter((one) => one !== lead);
  const other = rest.find(({ role }) => role === 'antagonist') ?? rest.find(({ role }) => role !== 'ally') ?? rest[0];
  const left = rest.filter((one) => one !== other);
  const ally = left.find(({ role }) => role === 'ally') ?? left[0];
  return [lead, other, ally, ...left.filter((one) => one !== ally)].filter((one) => one !== undefined);
}

function leads([lead, other, ally]: readonly Cast[]): Slots {
  return {
    ...personSlots('L', lead?.name ?? 'Someone', lead?.gender ?? 'unknown'),
    ...personSlots('O', other?.name ?? 'the voice on the telephone', other?.gender ?? 'unknown'),
    ...personSlots('K', ally?.name ?? 'a stranger', ally?.gender ?? 'unknown'),
  };
}

/** Fill a sentence about the whole story. */
export function tell(story: Story, template: string): string {
  return capitals(
    fillClause(template, {
      ...story.slots,
      ...placeSlots(
        story.places[0] ?? 'ROOM',
        story.people.map(({ name }) => name),
      ),
    }),
  );
}

/** The heading of the place an anchor scene stands in. */
export function anchorPlace(story: Story, anchor: Anchor): string {
  return (anchor.where === 'hall' ? story.places[1] : undefined) ?? story.places[0] ?? 'ROOM';
}

/** The one-sentence synopsis of an anchor scene. */
export function synopsisOf(story: Story, station: Station): string {
  const anchor = story.shape.anchors[station];
  const where = placeSlots(
    anchorPlace(story, anchor),
    story.people.map(({ name }) => name),
  );
  return capitals(fillClause(anchor.synopsis, { ...story.slots, fact: tellFact(story, 0), ...where }));
}

/** One of the shape's own facts, as a clause. */
export function tellFact(story: Story, index: number): string {
  return fillClause(story.shape.facts[index] ?? '{secret}', story.slots);
}
