import { contextFor } from '../bibles/index.ts';
import { canonicalJson, fingerprint, type Reference } from '../core/index.ts';
import { askPatches, briefOf, judgeScene, type PatchNote, sceneReferences } from '../generators/index.ts';
import { NO_MARKUP } from '../markup/index.ts';
import type { Run } from '../steps/index.ts';
import { flat } from './accept.ts';
import { type Concern, placeIn, type SceneElements } from './concern.ts';
import { isOwn, lockOnBlock } from './held.ts';
import type { RewriteParts } from './parts.ts';
import { type OpenScene, type Readers, readScene, type StandingScene } from './read-scene.ts';
import { newlyFound, type RuleNotes, ruleNotes } from './rule-notes.ts';

/** What a rewriting starts from. */
export interface RewriteAsk {
  /** Notes that are to be settled. */
  readonly concerns: readonly Concern[];
  /** Who looks for more; nobody where only what is asked for is to be done. */
  readonly readers?: Readers | undefined;
}

/** The parts of a rewriting that ask models by steps of a run. */
export function askedParts(run: Run, standing: StandingScene, ask: RewriteAsk, scene: OpenScene): RewriteParts {
  const { story, card } = standing;
  const { edits } = story.markup ?? NO_MARKUP;
  const moment = { outline: story.outline, card };
  const brief = briefOf(story.bible, moment);
  const { title, logline } = story.script;
  const at = { scene: card.id, take: 0 };
  const looked = new Map<string, RuleNotes>();
  const rulesOf = (elements: SceneElements): RuleNotes => {
    if (elements === scene.elements) return standing.asItStands();
    const text = canonicalJson(elements);
    const notes = looked.get(text) ?? ruleNotes(story, standing.whole(scene.print(elements)));
    looked.set(text, notes);
    return notes;
  };
  const reading = (role: 'director' | 'dramaturge', elements: SceneElements, also: readonly Reference[] = []) => {
    const context = contextFor(story.bible, moment, { role });
    const text = { source: `${card.id}/text`, field: 'text', label: 'the scene', version: fingerprint(elements) };
    return { bible: context.entries, references: [...sceneReferences(context, card, brief), text, ...also] };
  };
  const asked = ask.concerns.filter((concern) => concern.asked === true).map(({ message }) => message);

  return {
    voices: scene.voices,
    critics: async (elements) => {
      const { readers } = ask;
      if (readers === undefined) return { concerns: ask.concerns, keep: [] };
      const { concerns, keep } = await readScene(run, standing, {
        elements,
        rules: rulesOf(elements),
        readers,
      });
      const own = new Set(ask.concerns.map(tellOf));
      return { concerns: [...ask.concerns, ...concerns.filter((one) => !own.has(tellOf(one)))], keep };
    },
    // What a reader found, the reviser looks at again before it patches: in the same question, which measured better
    // than a reading of its own (docs/rewriting.md). What rules found, they look at again here.
    verify: async (concerns, elements) => {
      const { continuity, form } = rulesOf(elements);
      const told = new Set([...continuity, ...form].flatMap(({ rule, scene: id }) => (id === card.id ? [rule] : [])));
      const gone = concerns.filter(
        ({ source, rule, asked: isAsked }) => /^(continuity|check)$/.test(source) && !isAsked && !told.has(rule),
      );
      return new Map(gone.map(({ id, rule }) => [id, `${rule} does not find it any more`]));
    },
    revise: ({ text, concerns, keep, held, part }) => {
      const notes = concerns.map((concern) => patchNote(concern, text));
      const { bible, references } = reading('director', text, [
        { source: `${card.id}/notes`, field: 'notes', label: 'the notes', version: fingerprint(notes) },
      ]);
      const input = { title, scene: brief, bible, elements: text, notes, keep, held, voices: scene.voices };
      return askPatches(run, { ...at, part }, input, references);
    },
    gates: {
      held: (element, concern) => {
        if (scene.isFixed(element)) return 'only a person changes what is set like this';
        const block = scene.blockOf(element);
        if (block === undefined || !scene.elements.includes(element)) return undefined;
        const lock = lockOnBlock(story.markup, card.id, block);
        if (lock !== undefined) return `locked by ${lock.by.name} on ${lock.time.slice(0, 10)}`;
        const isAbout = concern.asked === true && concern.source === 'person' && placeIn([element], concern) === 1;
        return isAbout || !isOwn(edits.get(card.id), block)
          ? undefined
          : 'a person wrote it, and the note is not about it';
      },
      broken: (before, after) => {
        scene.follow(before, after);
        return newlyFound(rulesOf(before), rulesOf(after));
      },
    },
    judge: ({ a, b, part }) => {
      const { bible, references } = reading('dramaturge', a, [
        { source: `${card.id}/other`, field: 'text', label: 'the other version', version: fingerprint(b) },
      ]);
      return judgeScene(run, { ...at, part }, { title, logline, scene: brief, bible, asked, a, b }, references);
    },
  };
}

function tellOf({ rule, quote = '' }: Concern): string {
  return `${rule} ${flat(quote)}`;
}

function patchNote(concern: Concern, text: SceneElements): PatchNote {
  const { asked, rule, severity, scope, quote = '', message, fix = '' } = concern;
  const element = placeIn(text, concern);
  return {
    from: asked === true ? 'writer' : 'reader',
    rule,
    severity: severity === 'info' ? 'minor' : severity,
    scope,
    ...(element === undefined || element === 0 ? {} : { element }),
    quote,
    message,
    fix,
  };
}
