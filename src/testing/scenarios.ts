import type { Fault } from './fault.ts';
import { WIRE_FORMATS, type WireFormat } from './wire/wire.ts';

/**
 * What a fault is to the one who asks. `transient`: the same request may succeed later. `deterministic`: it will fail
 * again, so paying again is a waste. `answer`: an answer came, and a careful reader gets all that is in it.
 */
export type ScenarioType = 'transient' | 'deterministic' | 'answer';

/** A named way to go wrong. */
export interface Scenario {
  readonly name: string;
  readonly type: ScenarioType;
  /** What happens, in a few words. */
  readonly what: string;
  readonly fault: Fault;
  /** The formats in which it can happen; all when absent. */
  readonly formats?: readonly WireFormat[];
  /** Only in a stream. */
  readonly streamOnly?: true;
}

const OPENAI: readonly WireFormat[] = ['openai-chat', 'openai-responses'];
const HOSTED: readonly WireFormat[] = [...OPENAI, 'anthropic', 'google', 'mistral'];
const EVENTS = HOSTED;

/** Every scenario. `docs/testing.md` prints this list, and is checked against it. */
export const SCENARIOS = [
  // Come again later.
  {
    name: 'rate-limited-1s',
    type: 'transient',
    what: '429 with Retry-After: 1',
    fault: rateLimit('retry-after', 1000),
  },
  {
    name: 'rate-limited-4s',
    type: 'transient',
    what: '429 with Retry-After: 4',
    fault: rateLimit('retry-after', 4000),
  },
  {
    name: 'rate-limited-90s',
    type: 'transient',
    what: '429 with Retry-After: 90',
    fault: rateLimit('retry-after', 90_000),
  },
  {
    name: 'rate-limited-ms',
    type: 'transient',
    what: '429 with retry-after-ms: 150',
    fault: rateLimit('retry-after-ms', 150),
  },
  {
    name: 'rate-limited-date',
    type: 'transient',
    what: '429 with an HTTP date in Retry-After',
    fault: rateLimit('http-date', 3000),
  },
  {
    name: 'rate-limited-reset',
    type: 'transient',
    what: "429 that tells only in the provider's own way when the limit is reset",
    fault: rateLimit('reset', 2000),
    formats: [...OPENAI, 'anthropic', 'google'],
  },
  { name: 'server-error', type: 'transient', what: '500', fault: { type: 'error', error: 'server' } },
  { name: 'unavailable', type: 'transient', what: '503', fault: { type: 'error', error: 'unavailable' } },
  { name: 'overloaded', type: 'transient', what: '529', fault: { type: 'error', error: 'overloaded' } },
  { name: 'request-timeout', type: 'transient', what: '408', fault: { type: 'error', error: 'timeout' } },
  { name: 'bad-gateway', type: 'transient', what: '502 with a page', fault: { type: 'html', status: 502 } },
  {
    name: 'connection-reset',
    type: 'transient',
    what: 'the connection is reset before anything comes',
    fault: { type: 'reset' },
  },
  { name: 'body-broken', type: 'transient', what: 'half the body, then the connection breaks', fault: { type: 'cut' } },
  {
    name: 'body-short',
    type: 'transient',
    what: 'half the body, then a clean end',
    fault: { type: 'cut', clean: true },
  },
  { name: 'hang', type: 'transient', what: 'nothing ever comes', fault: { type: 'hang' } },
  {
    name: 'hang-after-headers',
    type: 'transient',
    what: 'headers, then nothing',
    fault: { type: 'hang', after: 'headers' },
  },
  { name: 'stall', type: 'transient', what: 'half the answer, then nothing', fault: { type: 'hang', after: 'half' } },
  { name: 'endless', type: 'transient', what: 'it goes on for ever', fault: { type: 'endless' } },
  {
    name: 'stream-unfinished',
    type: 'transient',
    what: 'the stream ends cleanly without its finish event',
    fault: { type: 'unfinished' },
    streamOnly: true,
  },
  {
    name: 'stream-killed',
    type: 'transient',
    what: 'the connection breaks between two events',
    fault: { type: 'killed' },
    streamOnly: true,
  },
  {
    name: 'error-event',
    type: 'transient',
    what: 'an error event in the middle of the stream',
    fault: { type: 'error-event' },
    streamOnly: true,
  },
  // Do not come again.
  {
    name: 'quota',
    type: 'deterministic',
    what: 'no money left',
    fault: { type: 'error', error: 'quota' },
    formats: HOSTED,
  },
  { name: 'wrong-key', type: 'deterministic', what: '401 (Google: 400)', fault: { type: 'error', error: 'wrong-key' } },
  { name: 'revoked-key', type: 'deterministic', what: '403', fault: { type: 'error', error: 'revoked-key' } },
  { name: 'unknown-model', type: 'deterministic', what: '404', fault: { type: 'error', error: 'unknown-model' } },
  {
    name: 'context-length',
    type: 'deterministic',
    what: '400, the prompt is too long',
    fault: { type: 'error', error: 'context-length' },
  },
  {
    name: 'schema-rejected',
    type: 'deterministic',
    what: '400, the schema of the answer is not accepted',
    fault: { type: 'error', error: 'schema-rejected' },
  },
  { name: 'proxy-page', type: 'deterministic', what: '200 with a page', fault: { type: 'html' } },
  {
    name: 'redirect',
    type: 'deterministic',
    what: '302 to another origin, which must not get the key',
    fault: { type: 'redirect' },
  },
  {
    name: 'oversized',
    type: 'deterministic',
    what: 'an answer of 10 MB',
    fault: { type: 'text', write: () => huge() },
  },
  { name: 'length', type: 'deterministic', what: 'half the answer, ended by its length', fault: { type: 'length' } },
  {
    name: 'content-filter',
    type: 'deterministic',
    what: 'stopped by a filter',
    fault: { type: 'content-filter' },
    formats: [...OPENAI, 'anthropic', 'google'],
  },
  {
    name: 'prompt-blocked',
    type: 'deterministic',
    what: 'not begun because of the prompt',
    fault: { type: 'prompt-blocked' },
    formats: [...OPENAI, 'google'],
  },
  {
    name: 'refusal',
    type: 'deterministic',
    what: 'the model declines, in the field for that',
    fault: { type: 'refusal' },
    formats: [...OPENAI, 'anthropic'],
  },
  // An answer, of a kind.
  {
    name: 'fenced',
    type: 'answer',
    what: 'JSON in a Markdown fence',
    fault: text((answer) => `\`\`\`json\n${answer}\n\`\`\``),
  },
  {
    name: 'prose',
    type: 'answer',
    what: 'JSON with prose around it',
    fault: text((answer) => `Here is the answer:\n\n${answer}\n\nI hope this helps!`),
  },
  {
    name: 'trailing-comma',
    type: 'answer',
    what: 'JSON with a comma too many',
    fault: text((answer) => answer.replace(/([}\]])$/, ',$1')),
  },
  {
    name: 'thinking-tags',
    type: 'answer',
    what: '`<think>` before the JSON',
    fault: text((answer) => `<think>\nA {"draft": 1} comes to mind.\n</think>\n${answer}`),
  },
  { name: 'not-json', type: 'answer', what: 'prose, no JSON', fault: { type: 'invalid-json' } },
  { name: 'wrong-schema', type: 'answer', what: 'JSON of another shape', fault: { type: 'wrong-schema' } },
  { name: 'empty', type: 'answer', what: 'no text at all', fault: text(() => '') },
  { name: 'invalid-utf8', type: 'answer', what: 'bytes that are no UTF-8', fault: { type: 'invalid-utf8' } },
  { name: 'bom', type: 'answer', what: 'a byte order mark first', fault: { type: 'bom' } },
  { name: 'gzip', type: 'answer', what: 'compressed', fault: { type: 'gzip' } },
  { name: 'drip', type: 'answer', what: 'slowly, a piece at a time', fault: { type: 'drip', ms: 5 } },
  { name: 'split-bytes', type: 'answer', what: 'one byte at a time', fault: { type: 'split', mode: 'bytes' } },
  {
    name: 'split-characters',
    type: 'answer',
    what: 'cut inside characters',
    fault: { type: 'split', mode: 'characters' },
  },
  {
    name: 'split-fields',
    type: 'answer',
    what: 'cut inside `data:`',
    fault: { type: 'split', mode: 'fields' },
    streamOnly: true,
  },
  {
    name: 'split-line-ends',
    type: 'answer',
    what: 'lines end with CR LF, cut between the two',
    fault: { type: 'split', mode: 'line-ends' },
    streamOnly: true,
  },
  {
    name: 'keep-alive',
    type: 'answer',
    what: 'comments and pings between the events',
    fault: { type: 'split', mode: 'comments' },
    formats: EVENTS,
    streamOnly: true,
  },
  {
    name: 'no-space',
    type: 'answer',
    what: 'no space after `data:`',
    fault: { type: 'split', mode: 'tight' },
    formats: EVENTS,
    streamOnly: true,
  },
] as const satisfies readonly Scenario[];

/** The name of one of {@link SCENARIOS}. */
export type ScenarioName = (typeof SCENARIOS)[number]['name'];

/** The scenarios that can happen to a request. */
export function scenariosFor(format: WireFormat, { stream }: { readonly stream: boolean }): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => applies(scenario, format, stream));
}

/** Whether a scenario can happen to such a request. */
export function applies(
  { formats = WIRE_FORMATS, streamOnly }: Scenario,
  format: WireFormat,
  stream: boolean,
): boolean {
  return formats.includes(format) && (stream || streamOnly !== true);
}

function rateLimit(as: 'retry-after' | 'retry-after-ms' | 'http-date' | 'reset', ms: number): Fault {
  return { type: 'error', error: 'rate-limit', retry: { as, ms } };
}

function text(write: (answer: string) => string): Fault {
  return { type: 'text', write };
}

function huge(): string {
  return JSON.stringify({ text: 'A line like any other. '.repeat(456_000) });
}
