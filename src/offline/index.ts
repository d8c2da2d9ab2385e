/**
 * The offline writer: answers typed tasks from tables, the bibles and a seed. It is no language model and says so everywhere.
 *
 * @module
 */
import { canonicalJson, type Json, ScriptGenError } from '../core/index.ts';
import { type ModelRequest, NO_USAGE, type Provider } from '../llm/index.ts';
import { createRandom } from './random.ts';

/** The model id that stands for the offline writer. The number rises when its answers change. */
export const OFFLINE_WRITER = 'offline-writer@1';

/**
 * Make the offline writer. Equal questions get equal answers, on every machine.
 *
 * @throws ScriptGenError `model/rejected` (from `answer`) for a task it does not know.
 */
export function createOfflineWriter(): Provider {
  return {
    name: OFFLINE_WRITER,
    isLanguageModel: false,
    answer: async ({ task }: ModelRequest) => {
      // The tables are large: whoever asks a language model never loads them.
      const { TASKS } = await import('./tasks.ts');
      const work = TASKS[task.name];
      if (!work) {
        throw new ScriptGenError({
          code: 'model/rejected',
          message: `the offline writer does not know the task ${task.name}`,
          hint: 'Name a language model with --model for prompts of your own.',
        });
      }
      const input = withTake(task);
      const answer = work(input, createRandom([task.name, ownOf(input)]));
      return { text: canonicalJson(answer), finishReason: 'stop', usage: NO_USAGE };
    },
  };
}

/** A question with its take in the scene's brief, of which all choices for a scene are made. */
function withTake({ input, take }: ModelRequest['task']): Json {
  if (take === undefined || typeof input !== 'object' || input === null || !('scene' in input)) return input;
  const { scene } = input;
  return typeof scene === 'object' && scene !== null ? { ...input, scene: { ...scene, take } } : input;
}

/** A question without what other scenes have used up: this writer does not look at it, and a card elsewhere changes nothing. */
function ownOf(input: Json): Json {
  if (typeof input !== 'object' || input === null || !('scene' in input)) return input;
  const { scene } = input;
  if (typeof scene !== 'object' || scene === null || !('taken' in scene)) return input;
  const { taken: _, ...own } = scene;
  return { ...input, scene: own };
}
