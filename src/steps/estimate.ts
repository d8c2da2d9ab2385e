import type { Message } from '../llm/index.ts';
import { renderPrompt } from '../prompts/index.ts';
import type { Run } from './run.ts';
import type { StepAsk } from './step.ts';

/** About four characters a token: close enough for a plan, and the same on every machine. */
export function estimateTokens(messages: readonly Pick<Message, 'content'>[]): number {
  return Math.ceil(messages.reduce((sum, message) => sum + message.content.length, 0) / 4);
}

/** About how many input tokens a question takes, without asking it; 0 for a prompt that is not there. */
export function askTokens(run: Pick<Run, 'prompts'>, ask: Pick<StepAsk<unknown>, 'prompt' | 'variables'>): number {
  const prompt = run.prompts.get(ask.prompt);
  if (prompt === undefined) return 0;
  const { system, user } = renderPrompt(prompt, ask.variables);
  return estimateTokens([{ content: system }, { content: user }]);
}
