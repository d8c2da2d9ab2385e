import type { Json } from '../../core/index.ts';
import type { Usage } from '../../llm/index.ts';
import { answerForSchema } from '../answer-schema.ts';
import type { Fault } from '../fault.ts';
import { countTokens, usageOf } from '../wire/tokens.ts';
import type { Question, Reply, ReplyEnd, WireUsage } from '../wire/wire.ts';
import { SPOILT } from './plan.ts';

/** What decides a reply besides the fault. */
export interface Given {
  /** The answer that was asked for; made from the schema when `undefined`. */
  readonly answer: Json | undefined;
  readonly thinking: string | undefined;
  /** What the provider's cache does to the input. */
  readonly cached: Partial<WireUsage>;
  /** Tokens that are told instead of the counted ones. */
  readonly usage: Partial<Usage> | undefined;
}

/** The text of a question's answer: made from its schema if it has one, the same for the same question. */
export function defaultAnswer({ schema, hash }: Pick<Question, 'schema' | 'hash'>): string {
  const answer = schema === undefined ? { answer: `Answer ${hash.slice(0, 8)}.` } : answerForSchema(schema, hash);
  return JSON.stringify(answer);
}

/** What is answered, spoilt if the fault is one of the answer. */
export function replyOf(question: Question, given: Given, fault: Fault | undefined): Reply {
  const whole = given.answer === undefined ? defaultAnswer(question) : asText(given.answer);
  const [text, end] = spoil(whole, fault);
  const { thinking } = given;
  const counted = { ...usageOf(question.prompt, text, thinking), ...given.cached };
  return { text, end, thinking, usage: told(counted, given.usage) };
}

function asText(answer: Json): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

function told(counted: WireUsage, usage: Partial<Usage> | undefined): WireUsage {
  return {
    ...counted,
    ...Object.fromEntries(Object.entries(usage ?? {}).filter(([, tokens]) => tokens !== undefined)),
  };
}

function spoil(answer: string, fault: Fault | undefined): readonly [text: string, end: ReplyEnd] {
  const half = answer.slice(0, Math.ceil(answer.length / 2));
  switch (fault?.type) {
    case 'text':
      return [fault.write(answer), 'stop'];
    case 'invalid-json':
      return ['I would rather talk about the weather.', 'stop'];
    case 'wrong-schema':
      return ['{"unexpected":true}', 'stop'];
    case 'refusal':
      return [fault.message ?? 'I cannot help with that.', 'refusal'];
    case 'length':
      return [half, 'length'];
    case 'content-filter':
      return [half, 'content-filter'];
    case 'prompt-blocked':
      return ['', 'prompt-blocked'];
    case 'invalid-utf8':
      return [insert(answer, SPOILT), 'stop'];
    default:
      return [answer, 'stop'];
  }
}

/** Put a character between two letters, so that it stands inside a word, at the middle of the text or later. */
function insert(text: string, character: string): string {
  const middle = Math.floor(text.length / 2);
  const found = text.slice(middle).search(/\p{L}\p{L}/u);
  const place = found < 0 ? middle : middle + found + 1;
  return text.slice(0, place) + character + text.slice(place);
}

/** Tokens of a question, before it is answered. */
export function inputOf(question: Question, usage: Partial<Usage> | undefined): number {
  return usage?.inputTokens ?? countTokens(question.prompt);
}
