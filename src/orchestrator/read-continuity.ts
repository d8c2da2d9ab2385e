import { auditScenes, judgePair, type Reading, readSceneFacts } from '../agents/index.ts';
import {
  auditFinding,
  CATEGORIES,
  type Category,
  candidatesOf,
  conflictFinding,
  type Finding,
  isFound,
  normaliseFacts,
  type StagedScene,
} from '../continuity/index.ts';
import { isScriptGenError } from '../core/index.ts';
import type { Run } from '../steps/index.ts';

/** So many characters of a script go into one question of an audit: about 20,000 tokens. */
const STRETCH = 80_000;

/** What a model found, and how much it could not be asked about. */
export interface ReadContinuity {
  readonly findings: readonly Finding[];
  /** Questions that got no usable answer. The others stand. */
  readonly unanswered: number;
}

/**
 * Look for what takes a reader: facts scene by scene, then each pair that code finds doubtful by itself, and an audit by
 * category over the whole. What `known` holds already is not judged again. One question that fails costs what it would
 * have found, and no more.
 *
 * @throws ScriptGenError `run/aborted`, and what every question would meet alike.
 */
export async function readContinuity(run: Run, reading: Reading, known: readonly Finding[]): Promise<ReadContinuity> {
  const { ledger } = reading;
  const scenes = ledger.scenes.filter(({ elements }) => elements.length > 0);
  const asked = createAsked();
  const facts = await Promise.all(
    scenes.map(async (scene) =>
      normaliseFacts(ledger, scene, (await asked.answer(readSceneFacts(run, reading, scene))) ?? []),
    ),
  );
  const doubtful = candidatesOf(ledger, [...ledger.facts, ...facts.flat()]).filter((pair) => !isFound(known, pair));
  const judged = await Promise.all(
    doubtful.map(async (pair) =>
      (await asked.answer(judgePair(run, reading, pair))) === 'conflict' ? [conflictFinding(ledger, pair)] : [],
    ),
  );
  const audited = await Promise.all(
    stretchesOf(scenes).flatMap((part, stretch) =>
      (Object.keys(CATEGORIES) as readonly Category[]).map(async (category) => {
        const notes = await asked.answer(auditScenes(run, reading, { stretch, scenes: part, category }));
        return (notes ?? []).flatMap((note) => auditFinding(ledger, category, { scenes: part, note }) ?? []);
      }),
    ),
  );
  return { findings: [...judged.flat(), ...audited.flat()], unanswered: asked.unanswered() };
}

/** Errors that every question would meet alike. */
const FATAL = /^(config|prompt|storage)\/|^run\/(?!over-budget$)|^model\/(unauthorized|unknown|quota)$/;

function createAsked() {
  let unanswered = 0;
  return {
    unanswered: () => unanswered,
    answer: async <T>(asked: Promise<T>): Promise<T | undefined> => {
      try {
        return await asked;
      } catch (error) {
        if (!isScriptGenError(error) || FATAL.test(error.code)) throw error;
        unanswered += 1;
        return undefined;
      }
    },
  };
}

/** The scenes in stretches that fit into one question each. */
function stretchesOf(scenes: readonly StagedScene[]): readonly (readonly StagedScene[])[] {
  const stretches: StagedScene[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const scene of scenes) {
    const own = scene.elements.reduce((sum, { text, cue }) => sum + text.length + cue.length + 5, scene.heading.length);
    if (size + own > STRETCH) {
      stretches.push([]);
      size = 0;
    }
    stretches.at(-1)?.push(scene);
    size += own;
  }
  return stretches;
}
