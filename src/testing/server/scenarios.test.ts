import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type FaultServer,
  SCENARIOS,
  type ScenarioName,
  scenariosFor,
  startFaultServer,
  WIRE_FORMATS,
  type WireFormat,
} from '../index.ts';
import { type Fetched, fetchPieces } from './fixtures/fetch-pieces.ts';
import { answerIn, eventsIn, questionIn } from './fixtures/questions.ts';

const ANSWER = '{"title":"Die Fähre nach Föhr 🚢 legt ab"}';
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

let server: FaultServer;
let current: ScenarioName = 'hang';
let pretendMistral: FaultServer;
beforeAll(async () => {
  const options = { answer: ANSWER, faults: () => current, now: () => NOW };
  server = await startFaultServer(options);
  pretendMistral = await startFaultServer({ ...options, pretend: 'mistral' });
});
afterAll(() => Promise.all([server.close(), pretendMistral.close()]));

/** What a scenario looks like from the socket. */
type Look = (got: Fetched, place: { readonly format: WireFormat; readonly stream: boolean }) => void;

const PATIENCE: Partial<Record<ScenarioName, Parameters<typeof fetchPieces>[2]>> = {
  hang: { patienceMs: 50 },
  'hang-after-headers': { quietMs: 50 },
  stall: { quietMs: 250 },
  endless: { enough: (pieces) => pieces.length > 30 },
};

const rateLimited =
  (headers: Record<string, unknown>): Look =>
  (got) => {
    expect(got.status).toBe(429);
    expect(got.headers).toMatchObject(headers);
  };
const status =
  (expected: number): Look =>
  (got) =>
    expect([got.status, got.end]).toEqual([expected, 'whole']);
/** The finish is not there: no reader may take this for an answer. */
const unfinished: (end: Fetched['end']) => Look =
  (end) =>
  (got, { format, stream }) => {
    expect([got.status, got.end]).toEqual([200, end]);
    if (!stream) {
      expect(() => JSON.parse(got.text)).toThrow();
      return;
    }
    expect(got.text).not.toMatch(
      /\[DONE\]|message_stop|response\.completed|"finishReason"|"done":true|"finish_reason":"/,
    );
    const text = answerIn(format, stream, got.text);
    expect(ANSWER.startsWith(text.slice(0, ANSWER.length))).toBe(true);
  };
const text =
  (expected: string | RegExp): Look =>
  (got, { format, stream }) => {
    expect([got.status, got.end]).toEqual([200, 'whole']);
    const answer = answerIn(format, stream, got.text);
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatch(expected);
  };
const answered = text(ANSWER);

const LOOKS: Readonly<Record<ScenarioName, Look>> = {
  'rate-limited-1s': rateLimited({ 'retry-after': '1' }),
  'rate-limited-4s': rateLimited({ 'retry-after': '4' }),
  'rate-limited-90s': rateLimited({ 'retry-after': '90' }),
  'rate-limited-ms': rateLimited({ 'retry-after-ms': '150' }),
  'rate-limited-date': rateLimited({ 'retry-after': 'Fri, 02 Jan 2026 03:04:08 GMT' }),
  'rate-limited-reset': (got, { format }) => {
    expect([got.status, got.headers['retry-after']]).toEqual([429, undefined]);
    if (format === 'google') expect(got.text).toContain('"retryDelay":"2s"');
    else if (format === 'anthropic') {
      expect(got.headers['anthropic-ratelimit-requests-reset']).toBe('2026-01-02T03:04:07.000Z');
    } else expect(got.headers['x-ratelimit-reset-requests']).toBe('2s');
  },
  'server-error': status(500),
  unavailable: status(503),
  overloaded: status(529),
  'request-timeout': status(408),
  'bad-gateway': (got) => {
    expect([got.status, got.headers['content-type']]).toEqual([502, 'text/html']);
    expect(got.text).toContain('<!doctype html>');
  },
  'connection-reset': (got) => expect([got.status, got.end, got.text]).toEqual([0, 'broken', '']),
  'body-broken': unfinished('broken'),
  'body-short': unfinished('whole'),
  hang: (got) => expect([got.status, got.end]).toEqual([0, 'stopped']),
  'hang-after-headers': (got) => expect([got.status, got.end, got.text]).toEqual([200, 'stopped', '']),
  stall: (got, place) => {
    unfinished('stopped')(got, place);
    expect(got.text.length).toBeGreaterThan(20);
  },
  endless: (got, { stream }) => {
    expect([got.status, got.end]).toEqual([200, 'stopped']);
    expect(got.pieces.length).toBeGreaterThan(30);
    if (!stream) expect(got.text).toContain(' and so on and so on');
  },
  'stream-unfinished': (got, place) => {
    unfinished('whole')(got, place);
    expect(answerIn(place.format, true, got.text)).toBe(ANSWER);
  },
  'stream-killed': (got, place) => {
    unfinished('broken')(got, place);
    expect(got.text).toMatch(/\n$/);
  },
  'error-event': (got, { format }) => {
    expect([got.status, got.end]).toEqual([200, 'whole']);
    const last = eventsIn(format, got.text).at(-1);
    const shapes: Readonly<Record<WireFormat, object>> = {
      'openai-chat': { error: { type: 'server_error', message: expect.stringContaining('Sorry about that!') } },
      'openai-responses': { type: 'error', code: 'server_error', sequence_number: expect.any(Number) },
      anthropic: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      google: { error: { code: 500, status: 'INTERNAL' } },
      mistral: { object: 'error', type: 'internal_server_error' },
      ollama: { error: expect.stringContaining('terminated') },
    };
    expect(last).toMatchObject(shapes[format]);
    if (format === 'anthropic') expect(got.text).toContain('event: error\ndata: ');
    expect(answerIn(format, true, got.text).length).toBeGreaterThan(5);
  },
  quota: (got, { format }) => {
    expect(got.status).toBe(format === 'anthropic' ? 400 : 429);
    expect(got.text).toMatch(/insufficient_quota|credit balance is too low|PerDayPerProject|usage limit/);
  },
  'wrong-key': (got, { format }) => {
    expect(got.status).toBe(format === 'google' ? 400 : 401);
    expect(got.text).toMatch(/invalid_api_key|authentication_error|API_KEY_INVALID|[Uu]nauthorized/);
  },
  'revoked-key': status(403),
  'unknown-model': (got) => {
    expect(got.status).toBe(404);
    expect(got.text).toMatch(/model_not_found|model: m|models\/m is not found|invalid_model|'m' not found/);
  },
  'context-length': (got) => {
    expect(got.status).toBe(400);
    expect(got.text).toMatch(
      /context_length_exceeded|prompt is too long|exceeds the maximum number|too large|context length/,
    );
  },
  'schema-rejected': (got) => {
    expect(got.status).toBe(400);
    expect(got.text).toMatch(/schema|response_format/);
  },
  'proxy-page': (got) => {
    expect([got.status, got.headers['content-type']]).toEqual([200, 'text/html']);
  },
  redirect: (got) => {
    expect([got.status, got.text]).toEqual([302, '']);
    expect(got.headers.location).toMatch(/^http:\/\/localhost:\d+\/elsewhere$/);
  },
  oversized: (got, { format, stream }) => {
    expect(answerIn(format, stream, got.text).length).toBeGreaterThan(10_000_000);
  },
  length: (got, place) => {
    text(ANSWER.slice(0, Math.ceil(ANSWER.length / 2)))(got, place);
    expect(got.text).toMatch(
      /"finish_reason":"length"|max_output_tokens|"max_tokens"|MAX_TOKENS|"done_reason":"length"/,
    );
  },
  'content-filter': (got, { format }) => {
    expect(got.status).toBe(format === 'anthropic' ? 400 : 200);
    expect(got.text).toMatch(
      /"finish_reason":"content_filter"|"reason":"content_filter"|"SAFETY"|content filtering policy/,
    );
  },
  'prompt-blocked': (got, { format }) => {
    expect(got.status).toBe(format === 'google' ? 200 : 400);
    expect(got.text).toMatch(/invalid_prompt|"promptFeedback":\{"blockReason":"PROHIBITED_CONTENT"/);
    if (format === 'google') expect(got.text).not.toContain('candidates"');
  },
  refusal: (got, { format }) => {
    expect(got.status).toBe(200);
    expect(got.text).toMatch(
      format === 'anthropic' ? /"stop_reason":"refusal"/ : /"refusal":"I cannot|"delta":"I cannot/,
    );
    expect(got.text).not.toContain('title');
  },
  fenced: text(`\`\`\`json\n${ANSWER}\n\`\`\``),
  prose: text(/^Here is the answer:\n\n\{"title".*\}\n\nI hope/),
  'trailing-comma': text(ANSWER.replace('"}', '",}')),
  'thinking-tags': text(/^<think>\n.*\{"draft": 1\}.*\n<\/think>\n\{"title"/s),
  'not-json': text(/weather/),
  'wrong-schema': text('{"unexpected":true}'),
  empty: text(''),
  'invalid-utf8': (got, place) => {
    const bytes = Buffer.concat(got.pieces);
    expect(bytes.includes(Buffer.from([0xff, 0xfe, 0x80]))).toBe(true);
    expect(answerIn(place.format, place.stream, got.text).replaceAll('\uFFFD', '')).toBe(ANSWER);
  },
  bom: (got, { format, stream }) => {
    expect(Buffer.concat(got.pieces).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answerIn(format, stream, got.text.slice(1))).toBe(ANSWER);
  },
  gzip: (got, { format, stream }) => {
    expect(got.headers['content-encoding']).toBe('gzip');
    expect(answerIn(format, stream, gunzipSync(Buffer.concat(got.pieces)).toString())).toBe(ANSWER);
  },
  drip: (got, place) => {
    answered(got, place);
    expect(got.pieces.length).toBeGreaterThan(3);
  },
  'split-bytes': (got, place) => {
    answered(got, place);
    expect(got.pieces.every(({ length }) => length === 1)).toBe(true);
  },
  'split-characters': (got, place) => {
    answered(got, place);
    expect(got.pieces.some((piece) => piece.toString().startsWith('\uFFFD'))).toBe(true);
  },
  'split-fields': (got, place) => {
    answered(got, place);
    const starts = got.pieces.map((piece) => piece.toString().slice(0, 3));
    expect(starts.some((start) => (place.format === 'ollama' ? start === 'mod' : start === 'ta:'))).toBe(true);
  },
  'split-line-ends': (got, place) => {
    answered(got, place);
    expect(got.pieces.some((piece) => piece.toString().endsWith('\r'))).toBe(true);
    expect(got.pieces.some((piece) => piece.toString().startsWith('\n'))).toBe(true);
  },
  'keep-alive': (got, place) => {
    answered(got, place);
    expect(got.text).toContain(': keep-alive\n\n');
    if (place.format === 'anthropic') expect(got.text.split('event: ping').length).toBeGreaterThan(4);
  },
  'no-space': (got, place) => {
    answered(got, place);
    expect(got.text).toMatch(/^(event:[^ ].*\n)?data:[^ ]/);
  },
};

describe.each(WIRE_FORMATS)('%s', (format) => {
  const home = (): FaultServer => (format === 'mistral' ? pretendMistral : server);
  describe.each([false, true])('streamed: %s', (stream) => {
    test.each(scenariosFor(format, { stream }).map(({ name }) => name as ScenarioName))('%s', async (name) => {
      current = name;
      const { url, body } = questionIn(format, stream, home());
      const got = await fetchPieces(url, body, PATIENCE[name]);
      LOOKS[name](got, { format, stream });
      expect(home().questions.at(-1)).toMatchObject({ scenario: name, format, stream });
    });

    test('scenarios that cannot happen here say so instead of passing', async () => {
      const possible = new Set(scenariosFor(format, { stream }).map(({ name }) => name));
      for (const { name } of SCENARIOS) {
        if (possible.has(name)) continue;
        current = name;
        const { url, body } = questionIn(format, stream, home());
        const got = await fetchPieces(url, body);
        expect([got.status, got.text.includes(`Scenario \\"${name}\\" cannot happen`)]).toEqual([501, true]);
      }
    });
  });
});

test('every scenario can happen somewhere, and has a name of its own', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const possible = new Set(
    WIRE_FORMATS.flatMap((format) => scenariosFor(format, { stream: true }).map(({ name }) => name)),
  );
  expect(possible).toEqual(new Set(names));
});
