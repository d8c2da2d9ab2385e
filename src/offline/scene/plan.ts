import type { Json } from '../../core/index.ts';
import type { SceneBrief } from '../../generators/index.ts';
import { createRandom, type Random } from '../random.ts';
import { type Bank, bankFor, longExchanges } from './bank.ts';
import { composeSpeech } from './compose.ts';
import { frameFact, sayFact } from './facts.ts';
import { shortThing } from './nouns.ts';
import { withQuoted } from './quoted.ts';
import { fillersOf } from './slots.ts';
import type { Turn } from './turn.ts';

/** How many exchanges a scene of each length holds. */
const EXCHANGES = { flash: 1, short: 3, standard: 8, setPiece: 15 } as const;

/** The choices that all tasks of one scene share. */
export function sceneRandom(scene: SceneBrief): Random {
  return createRandom(['scene', { ...scene } as unknown as Json]);
}

/**
 * The conversation of a scene: a pure function of its brief, so that each character can find its own turns, and the
 * director the order of all of them, without seeing what the others say.
 */
export function planOf(scene: SceneBrief): readonly Turn[] {
  const { lead, others } = rolesOf(scene);
  if (lead === undefined) return [];
  const bank = bankFor(scene.pattern, true);
  const random = sceneRandom(scene).fork('plan');
  const chosen = chooseExchanges(
    { bank, pattern: scene.pattern },
    Math.max(EXCHANGES[scene.length], others.length),
    random,
  );
  const partners = chosen.map((_, index) => partnerAt(others, index, chosen.length) ?? lead);
  const beatAt = (index: number): number =>
    1 + Math.min(Math.max(0, scene.beats.length - 1), Math.floor((index * scene.beats.length) / chosen.length));
  const fillers = fillersOf(scene);
  const named = random.int(2);
  const short = fillers.things.map(shortThing);
  const said = chosen.flatMap((exchange, index) =>
    exchange
      .filter(({ role }) => role === 'A' || others.length > 0)
      .map(({ role, row }, place): Turn => {
        const partner = partners[index] ?? lead;
        return {
          exchange: index,
          beat: beatAt(index),
          speaker: role === 'A' ? lead : partner,
          partner: role === 'A' ? partner : lead,
          row,
          things: index % 2 === named ? rotate(index < 2 ? fillers.things : short, index >> 1) : [],
          topics: rotate(fillers.topics, index >> 1),
          reveals: false,
          drives: role === 'A',
          after: exchange[place - 1]?.row,
        };
      }),
  );
  const talk = others.length > 0 ? withSpeech(scene, withQuoted(scene, said), random) : said;
  return withFacts(scene, { said: talk, lead, bank, random });
}

/** Let one person of a big scene, in every third, speak for once. */
function withSpeech(scene: SceneBrief, said: readonly Turn[], random: Random): readonly Turn[] {
  const at = Math.floor((said.length * 3) / 4);
  const before = said[at];
  if (scene.length !== 'setPiece' || before === undefined || random.int(3) > 0) return said;
  const text = composeSpeech(random.fork('speech'));
  const row = { clipped: text, soft: text, question: text, formal: text, wry: text };
  return said.toSpliced(at, 0, {
    ...before,
    exchange: before.exchange - 0.5,
    row,
    things: [],
    topics: [],
    reveals: true,
    after: undefined,
  });
}

/** Patterns in which the lead may be at the other end, and what the goal says then. */
const MIRRORED: Readonly<Record<string, RegExp>> = {
  warning: /find out|learn|how much|stay|not be/i,
  refusal: /end the|refuse|say no|turn .* down|decline/i,
  test: /find out|whether|expose|catch|see if/i,
  interrogation: /get out|without|hide|keep .* from|say nothing|give nothing/i,
  confession: /let .* off|hear|get .* to (?:say|confess|admit)|make/i,
  betrayal: /save|sell|protect|hand over/i,
};

/** Who takes the first part of the pattern's conversation (`lead`), and who the second: mostly the card's lead and the rest. */
export function rolesOf(scene: SceneBrief): { readonly lead: string | undefined; readonly others: readonly string[] } {
  const lead = scene.speakers.includes(scene.lead) ? scene.lead : scene.speakers[0];
  const others = scene.speakers.filter((name) => name !== lead);
  const [partner, ...rest] = others;
  const mirrored = MIRRORED[scene.pattern.toLowerCase()]?.test(scene.goal.split(', ')[0] ?? '') ?? false;
  if (!mirrored || lead === undefined || partner === undefined) return { lead, others };
  return { lead: partner, others: [lead, ...rest] };
}

/** The first exchange, the last, and some between, in the bank's order. */
function chooseExchanges(
  { bank, pattern }: { readonly bank: Bank; readonly pattern: string },
  count: number,
  random: Random,
): Bank['exchanges'] {
  const all = bank.exchanges.map((_, index) => index);
  if (count >= all.length) {
    const more = random.shuffle(longExchanges(pattern)).slice(0, count - all.length);
    const half = Math.floor(all.length / 2);
    return more.reduce<Bank['exchanges']>(
      (list, exchange, index) => list.toSpliced(half - 1 + index * 2, 0, exchange),
      bank.exchanges,
    );
  }
  if (count === 1) return bank.exchanges.slice(random.int(2) === 0 ? 0 : -1).slice(0, 1);
  const between = random.shuffle(all.slice(1, -1)).slice(0, count - 2);
  const wanted = new Set([0, ...between, all.length - 1]);
  return bank.exchanges.filter((_, index) => wanted.has(index));
}

/** The first of the others begins and ends the conversation; the rest take turns between. */
function partnerAt(others: readonly string[], index: number, count: number): string | undefined {
  if (others.length < 2 || count < 3) return others[index % Math.max(1, others.length)];
  if (index === count - 1) return others[0];
  return others[Math.floor((index * others.length) / (count - 1)) % others.length];
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  return list.length === 0 ? list : [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
}

interface Conversation {
  readonly said: readonly Turn[];
  readonly lead: string;
  readonly bank: Bank;
  readonly random: Random;
}

/** Put what comes out in the scene before its last exchange, each fact said by somebody who may know it. */
function withFacts(scene: SceneBrief, { said, lead, bank, random }: Conversation): readonly Turn[] {
  const last = said.at(-1)?.exchange ?? 0;
  const facts = scene.learns.filter(
    ({ fact }, index) => scene.learns.findIndex((each) => each.fact === fact) === index,
  );
  const revealed = facts.slice(0, 4).flatMap(({ character, fact }, index): readonly Turn[] => {
    const learner = scene.speakers.includes(character) ? character : lead;
    const others = scene.speakers.filter((name) => name !== learner);
    const teller = others.find((name) => !fact.includes(name.split(' ')[0] ?? name)) ?? others[0] ?? learner;
    const common = { exchange: last - 0.5 + index / 10, beat: Math.max(1, scene.beats.length), things: [], topics: [] };
    const row = frameFact(sayFact(fact, teller, teller === learner ? '' : learner), {
      aloud: teller === learner,
      pattern: scene.pattern,
      random,
    });
    const told: Turn = {
      ...common,
      speaker: teller,
      partner: learner,
      row,
      reveals: true,
      drives: false,
      after: undefined,
    };
    const reply = bank.learnt && index === 0 && teller !== learner && scene.length !== 'flash';
    return reply && bank.learnt
      ? [
          told,
          { ...common, speaker: learner, partner: teller, row: bank.learnt, reveals: false, drives: false, after: row },
        ]
      : [told];
  });
  const before = last === 0 && said.length > 0 ? said : said.filter(({ exchange }) => exchange < last);
  const after = last === 0 ? [] : said.filter(({ exchange }) => exchange === last);
  return [...before, ...revealed, ...after];
}
