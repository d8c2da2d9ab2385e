import type { ModelFacts, ModelMemory } from '../model-memory.ts';

/** What using models has taught, kept in the process and in the memory it was given. */
export interface Learned {
  /** Resolves when what was learned before is there, or cannot be had. */
  readonly ready: () => Promise<void>;
  /** Real input tokens for each estimated one; 1 until it is known. */
  readonly tokenFactor: (model: string) => number;
  readonly structuredOutput: (model: string) => ModelFacts['structuredOutput'];
  /** Learn from one answer how many tokens the estimate stood for. */
  readonly learnTokens: (model: string, estimated: number, real: number) => void;
  readonly learnStructuredOutput: (model: string, way: NonNullable<ModelFacts['structuredOutput']>) => void;
}

/** Models of which something is kept. Names come from callers, so there is no end to them. */
const MOST_MODELS = 500;
/** The part that one answer has in the moving average. */
const WEIGHT = 0.2;
/** Below this many tokens, what surrounds a prompt weighs more than the prompt. */
const LEAST_TOKENS = 50;
/** A factor is saved when it has moved by this part. */
const WORTH_SAVING = 0.05;
/** Vocabularies differ by a third, and hidden prompts of servers by more; what is beyond these is a count gone wrong. */
const [LEAST_FACTOR, MOST_FACTOR] = [0.3, 4];

/** Begin with what a memory holds. A memory that fails costs what it knew, and no answer. */
export function createLearned(memory?: ModelMemory): Learned {
  const facts = new Map<string, ModelFacts>();
  const saved = new Map<string, number>();
  let loading: Promise<void> | undefined;

  const load = async (): Promise<void> => {
    const known = await memory?.load().catch(() => undefined);
    for (const [model, old] of known ?? []) {
      put(facts, model, { ...old, ...facts.get(model) });
      if (old.tokenFactor !== undefined) put(saved, model, old.tokenFactor);
    }
  };
  const save = (model: string, fact: ModelFacts): void => {
    put(facts, model, { ...facts.get(model), ...fact });
    memory?.save(model, fact).catch(() => undefined);
  };
  return {
    ready: () => (loading ??= load()),
    tokenFactor: (model) => facts.get(model)?.tokenFactor ?? 1,
    structuredOutput: (model) => facts.get(model)?.structuredOutput,
    learnTokens(model, estimated, real) {
      if (estimated < LEAST_TOKENS || real <= 0) return;
      const seen = Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, real / estimated));
      const before = facts.get(model)?.tokenFactor;
      const tokenFactor = before === undefined ? seen : before + WEIGHT * (seen - before);
      const last = saved.get(model);
      if (last !== undefined && Math.abs(tokenFactor / last - 1) <= WORTH_SAVING) {
        put(facts, model, { ...facts.get(model), tokenFactor });
        return;
      }
      put(saved, model, tokenFactor);
      save(model, { tokenFactor });
    },
    learnStructuredOutput(model, structuredOutput) {
      if (facts.get(model)?.structuredOutput !== structuredOutput) save(model, { structuredOutput });
    },
  };
}

/** Set a value as the newest, and drop the oldest beyond the most. */
function put<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_MODELS && oldest !== undefined) map.delete(oldest);
}
