import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testRun } from '../../tests/support/test-run.ts';
import { aStory, PEOPLE, type RandomStory } from '../bibles/fixtures/random-story.ts';
import {
  type Bible,
  type Entry,
  type Fact,
  isKnown,
  type Outline,
  type SceneCard,
  type Script,
} from '../bibles/index.ts';
import type { Json } from '../core/index.ts';
import type { ModelRequest } from '../llm/index.ts';
import { loadPrompts } from '../prompts/index.ts';
import type { Dialogue, Journal } from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { runAgents } from './index.ts';

/** By hand: `RUNS=10000 npx vitest run src/agents/knowledge.test.ts`. */
const RUNS = Number(process.env['RUNS'] ?? 60);
const PROMPTS = loadPrompts(join(import.meta.dirname, '../..'));
const NAMES: Readonly<Record<string, string>> = { ch_maya: 'Maya', ch_tom: 'Tom', ch_zoe: 'Zoe' };

test.each<Dialogue>(['auto', 'apart', 'turns', 'together'])(
  'no prompt of a character, as it is sent, holds a fact that it does not know: %s',
  { timeout: 600_000 },
  async (dialogue) => {
    const met = { prompts: 0, kept: 0, shown: 0, merged: 0 };
    await fc.assert(
      fc.asyncProperty(aStory, fc.array(fc.nat(8), { maxLength: 4 }), fc.boolean(), async (told, used, isOpen) => {
        const story = isOpen ? { ...told, bible: withoutSecrets(told.bible) } : told;
        for (const card of withCraft(story, used)) {
          for (const { people, text } of await promptsOf(story, card, dialogue)) {
            met.prompts += 1;
            if (people.length > 1) met.merged += 1;
            for (const { fact, token } of story.facts) {
              const knowing = people.filter((character) => mayRead(story, { card, fact, token, character }));
              // Who is asked alone knows it. In one request for all, what only one knows is marked as theirs; see docs/agents.md.
              const isRight = dialogue === 'together' ? knowing.length > 0 : knowing.length === people.length;
              if (!isRight) met.kept += 1;
              if (text.includes(token)) {
                met.shown += 1;
                expect(isRight, `${people.join('+')} reads ${fact.id} in ${card.id}`).toBe(true);
              }
            }
            for (const other of PEOPLE.filter((one) => !people.includes(one))) {
              for (const own of ['secret', 'want']) expect(text).not.toContain(`«${NAMES[other]} ${own}»`);
              expect(text).not.toContain(`‹belief of ${other}`);
              expect(text).not.toContain(`«intent of ${NAMES[other]}»`);
            }
            if (dialogue !== 'together' && people.length > 1) expect(text).not.toMatch(/‹belief|«\w+ secret»/);
            expect(text).not.toMatch(/«picture»|«planted»|«paid»|«earlier»/);
          }
        }
      }),
      { numRuns: RUNS },
    );
    const isMerging = dialogue === 'auto' || dialogue === 'together';
    for (const times of [met.prompts, met.kept, met.shown, ...(isMerging ? [met.merged] : [])])
      expect(times).toBeGreaterThan(RUNS / 4);
    if (!isMerging) expect(met.merged).toBe(0);
  },
);

test('whoever plays turn by turn hears what was said aloud before, and not what was meant', async () => {
  await fc.assert(
    fc.asyncProperty(aStory, async (story) => {
      for (const card of story.cards) {
        const heard: string[] = [];
        for (const { people, text } of await promptsOf(story, card, 'turns')) {
          for (const said of heard) expect(text).toContain(said);
          heard.push(`${NAMES[people[0] ?? '']}: Said ${heard.length + 1}.`);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

/** A secret of its own keeps everybody apart: without one, some are asked together. */
function withoutSecrets(bible: RandomStory['bible']): RandomStory['bible'] {
  const open = (entry: Entry): Entry =>
    entry.kind === 'character' ? { ...entry, document: { ...entry.document, secret: '' } } : entry;
  return { ...bible, entries: bible.entries.map(open) };
}

/** The cards with everything that only the director is to read, and needs that the story may not meet. */
function withCraft({ cards, facts }: RandomStory, used: readonly number[]): readonly SceneCard[] {
  const uses = used.flatMap((place, index) => {
    const fact = facts[place]?.fact;
    const character = PEOPLE[index % PEOPLE.length];
    return fact === undefined || character === undefined ? [] : [{ character, fact: fact.id }];
  });
  return cards.map((card) => ({
    ...card,
    ...{ speakers: card.cast, image: '«picture»', setsUp: ['pt_1'], paysOff: ['pt_2'], uses },
    extras: [{ name: 'Clerk', sketch: 'tired' }],
  }));
}

/** Whether somebody knows a fact, learns it in this scene, or the card says it in its own words. */
function mayRead(
  { cards }: RandomStory,
  { card, fact, token, character }: { card: SceneCard; fact: Fact; token: string; character: string },
): boolean {
  const told = card.learns.filter((lesson) => lesson.fact === fact.id || lesson.fact === token);
  if (told.some((lesson) => lesson.character === character || lesson.fact === token)) return true;
  return isKnown(fact, { outline: { cards }, card }, character);
}

interface Sent {
  /** Whom it asks, by id. */
  readonly people: readonly string[];
  readonly text: string;
}

/** What the characters of a scene are sent, in order. */
async function promptsOf(story: RandomStory, card: SceneCard, dialogue: Dialogue): Promise<readonly Sent[]> {
  const model = scriptedModel(answer);
  const storage = { journal: FORGETFUL, runs: {} } as unknown as Storage;
  const run = testRun(storage, model, { prompts: PROMPTS, dialogue });
  await runAgents(run, {
    story: { script: SCRIPT, bible: story.bible as Bible, outline: outlineOf(story) },
    card,
    take: 0,
    earlier: [{ heading: '', synopsis: '«earlier»', text: '' }],
  });
  return model.requests
    .filter(({ task }) => !/^scene\.direct/.test(task.name))
    .map((request) => ({
      people: PEOPLE.filter((id) => namesIn(request).includes(NAMES[id] ?? '')),
      text: request.messages.map(({ content }) => content).join('\n'),
    }));
}

const SCRIPT: Script = { id: 'sp_1', slug: 'x', title: 'X', logline: '', premise: '', format: 'short', scenes: 1 };

function outlineOf({ cards }: RandomStory): Outline {
  const spine = { want: '', need: '', lie: '', antagonist: '', question: '' };
  const plants = [
    { id: 'pt_1', what: '«planted»', open: false },
    { id: 'pt_2', what: '«paid»', open: false },
  ];
  return { cards, plan: { structure: 'none', spine, sequences: [], beats: [], plants } };
}

function namesIn({ task }: ModelRequest): readonly string[] {
  const { self, parts } = task.input as {
    readonly self?: string;
    readonly parts?: readonly { readonly self: string }[];
  };
  return self === undefined ? (parts ?? []).map((part) => part.self) : [self];
}

/** Asks every time: nothing here is asked twice. */
const FORGETFUL = {
  find: async () => new Map(),
  claim: async () => ({ state: 'claimed' }),
  settle: async () => undefined,
  release: async () => undefined,
} as unknown as Journal;

/** Offers without a word of the story, each with an intent that is nobody else's business. */
function answer(request: ModelRequest): Json {
  const { name, input } = request.task;
  const [self = ''] = namesIn(request);
  const offer = (who: string) => ({
    intent: `«intent of ${who}»`,
    withheld: '',
    refusal: '',
    lines: [{ beat: 1, text: 'Said.', parenthetical: '' }],
  });
  if (name === 'scene.together')
    return Object.fromEntries(
      namesIn(request).map((who, place) => [`speaker${place + 1}`, { character: who, ...offer(who) }]),
    );
  if (name === 'scene.lines') return offer(self);
  if (name !== 'scene.turn') return { elements: [element('Rain.')], cut: [], changed: [] };
  const { heard } = input as { readonly heard: readonly unknown[] };
  const line = { text: `Said ${heard.length + 1}.`, parenthetical: '' };
  return { ...offer(self), beat: 1, does: '', lines: [line], next: '', done: heard.length > 3 };
}

function element(text: string): { readonly [key: string]: string } {
  return { type: 'action', character: '', extension: '', parenthetical: '', text };
}
