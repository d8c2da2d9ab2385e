import { type Gathered, NoAnswer } from '../gather.ts';
import { fieldsOf, parsed } from '../said.ts';
import { chatUsage } from '../usage.ts';
import { finishOf, textsOf } from './chat-parts.ts';

/** Read a chat completion that came whole: its body proves that nothing is missing. Never throws. */
export function readWhole(body: string): Gathered {
  const value = parsed(body);
  const { choices, usage: counted } = fieldsOf(value);
  const { message, finish_reason } = fieldsOf(Array.isArray(choices) ? choices[0] : undefined);
  const { content, refusal } = fieldsOf(message);
  const refused = typeof refusal === 'string' && refusal !== '';
  const text = textsOf(content).join('') + (refused ? refusal : '');
  const raw = typeof finish_reason === 'string' ? finish_reason : undefined;
  if (text === '' && raw === undefined)
    return { text, usage: undefined, failure: { error: new NoAnswer(value ?? body) } };
  return { text, usage: chatUsage(counted), finish: { unified: finishOf(raw, refused), raw: raw ?? 'unsaid' } };
}
