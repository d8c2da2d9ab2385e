import type { Random } from '../random.ts';
import type { Extra } from './domains/index.ts';
import { initial } from './grammar.ts';
import { drawName, type Name } from './names.ts';
import type { Reading } from './reading/logline.ts';
import type { PersonPhrase } from './reading/phrases.ts';
import type { Shape } from './shapes/index.ts';

/** Somebody of the premise, with what the logline or the trade says of them. */
export interface Player {
  readonly name: Name;
  readonly role: 'protagonist' | 'antagonist' | 'ally' | 'other';
  /** A noun phrase with its article: `a retiring piano tuner`. */
  readonly is: string;
  readonly head: string;
  readonly sketch: string;
  readonly fromLogline: boolean;
  /** Whether the logline puts this one under the same phrase as the lead: `two cartographers`. */
  readonly shared: boolean;
  readonly phrase?: PersonPhrase;
}

/** What a cast is made from. */
export interface CastAsk {
  readonly reading: Reading;
  readonly shape: Shape;
  readonly random: Random;
  /** Leave out whoever a short story can do without. */
  readonly few: boolean;
  /** How many there are beside them, with trades of their own. */
  readonly more: number;
}

/** People of any town, each with something to lose by the trouble of others. */
const BYSTANDERS: readonly Extra[] = [
  { is: 'a landlady who lets rooms by the week', wants: 'see one tenant through to spring' },
  { is: 'a night-bus driver who has heard most of it', wants: 'be told how it ended' },
  { is: 'a bookkeeper between two employers', wants: 'be paid for what was never written down' },
  { is: 'a council inspector with a week left in the job', wants: 'close one file that is true' },
  { is: 'a cousin back from abroad', wants: 'find the house as it was left' },
  { is: 'a radio repairer who keeps everybody’s spare keys', wants: 'keep the street on speaking terms' },
  { is: 'a student who films everything', wants: 'have one shot that nobody else has' },
  { is: 'a retired referee', wants: 'take one old decision back' },
  { is: 'a florist who also writes letters for others', wants: 'write one that is hers' },
  { is: 'a debt collector who would rather cook', wants: 'collect this one and no other' },
];

/** Cast the logline: two leads, an ally, and in a longer story somebody who presses. */
export function castPeople({ reading, shape, random, few, more }: CastAsk): readonly Player[] {
  const { lead, others, domain } = reading;
  const taken: string[] = [];
  const surnames: string[] = [];
  const draw = (label: string, gender: PersonPhrase['gender'], official: boolean, given?: string): Name => {
    const name = given
      ? { cue: given, full: given }
      : drawName(random.fork(label), { gender, taken, official, surnames });
    taken.push(name.cue);
    surnames.push(name.full.split(' ').at(-1) ?? '');
    return name;
  };
  const pair = lead !== undefined && lead.count > 1;
  const opposite = pair ? undefined : secondOf(reading, shape);
  const first: Player = {
    name: draw('lead', pair ? lead.gender : reading.leadGender, false, lead?.name),
    role: 'protagonist',
    is: describe(lead, 'somebody with one thing left to do', ''),
    head: lead?.head ?? '',
    sketch: `${initial(pair ? `one of the ${lead.phrase}` : describe(lead, 'somebody with one thing left to do', ''))}. ${shape.lead.contradiction}`,
    fromLogline: lead !== undefined,
    shared: false,
    ...(lead ? { phrase: lead } : {}),
  };
  const role = shape.opposed ? 'antagonist' : 'other';
  const [opponent, ally, pressure] = domain.people;
  const second: Player = pair
    ? {
        ...first,
        name: draw('other', lead.gender, false),
        role,
        sketch: `${lead.count > 2 ? 'Another' : 'The other'} of the ${lead.phrase}. ${shape.other.contradiction}`,
        shared: true,
      }
    : opposite
      ? {
          name: draw('other', opposite.gender, false),
          role,
          is: describe(opposite, '', first.name.cue),
          head: opposite.head,
          sketch: `${initial(describe(opposite, '', first.name.cue))}. ${shape.other.contradiction}`,
          fromLogline: true,
          shared: false,
          phrase: opposite,
        }
      : {
          ...extra(opponent, draw('other', 'unknown', false), role),
          sketch: `${initial(opponent.is)}. ${shape.other.contradiction}`,
        };
  const third = extra(ally, draw('ally', 'unknown', false), 'ally');
  const bystanders = random
    .fork('bystanders')
    .shuffle(BYSTANDERS)
    .slice(0, more)
    .map((one, at) => () => extra(one, draw(`bystander ${at}`, 'unknown', at % 3 === 2), 'other'));
  const besides = (): readonly Player[] => bystanders.map((make) => make());
  if (few) return [first, second, third, ...besides()];
  const spare = others.find(
    (one) =>
      one !== opposite &&
      !sameAs(reading, one, opposite) &&
      one.count === 1 &&
      one.determiner !== 'its' &&
      !/\b(?:is|was|becomes?|as) $/.test(reading.text.slice(0, one.start)),
  );
  const fourth = extra(pressure, draw('pressure', 'unknown', true), 'other');
  if (!spare) return [first, second, third, fourth, ...besides()];
  const is = describe(spare, '', first.name.cue);
  const fifth: Player = {
    name: draw('spare', spare.gender, false),
    role: 'other',
    is,
    head: spare.head,
    sketch: `${initial(is)}. Has most to lose and is asked last.`,
    fromLogline: true,
    shared: false,
  };
  return [first, second, third, fourth, fifth, ...besides()];
}

function extra({ is, wants }: Extra, name: Name, role: Player['role']): Player {
  return { name, role, is, head: '', sketch: `${initial(is)}. Wants to ${wants}.`, fromLogline: false, shared: false };
}

/** Who stands opposite a single lead, when the logline says. */
function secondOf({ lead, others, text }: Reading, shape: Shape): PersonPhrase | undefined {
  const singles = others.filter(({ count }) => count === 1);
  const next = singles[0];
  if (!next || !lead) return undefined;
  if (/^ and $/.test(text.slice(lead.end, next.start))) return next;
  if (shape.second === 'domain') return undefined;
  return singles.find(({ determiner }) => /^(?:his|her|their)$/.test(determiner)) ?? next;
}

/** Whether two phrases name one person in apposition: `a celebrated pianist, his estranged son`. */
function sameAs({ text }: Reading, one: PersonPhrase, other: PersonPhrase | undefined): boolean {
  if (!other) return false;
  const [a, b] = one.start < other.start ? [one, other] : [other, one];
  return /^,\s*$/.test(text.slice(a.end, b.start));
}

function describe(person: PersonPhrase | undefined, otherwise: string, owner: string): string {
  if (!person?.phrase) return otherwise || 'somebody of that name';
  const { determiner, phrase } = person;
  if (/^(?:his|her|their)$/.test(determiner) && owner) return `${owner}’s ${phrase}`;
  return `${determiner} ${phrase === 'person' ? 'person nobody has seen' : phrase}`;
}
