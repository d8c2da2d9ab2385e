import { metrics, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterEach, expect, test } from 'vitest';
import { ScriptGenError } from '../../core/index.ts';
import type { LlmClient, ModelAnswer, ModelRequest } from '../model.ts';
import { observed } from './observer.ts';
import { createTelemetry } from './opentelemetry.ts';
import { createMeters } from './prometheus.ts';

const SECRET = 'the butler did it';
const request: ModelRequest = {
  model: 'google/gemini',
  params: { maxOutputTokens: 100 },
  messages: [{ role: 'user', content: SECRET }],
  schema: {},
  task: { name: 'scene.direct', input: {} },
};
const answer: ModelAnswer = {
  text: `{"said":"${SECRET}"}`,
  finishReason: 'stop',
  usage: { inputTokens: 900, outputTokens: 50, cachedTokens: 700, cacheWriteTokens: 100 },
  cost: 0.01,
  attempts: 2,
  ms: 1500,
  servedBy: 'openai/gpt',
};
const never = new AbortController().signal;

function clientOf(outcome: ModelAnswer | Error): LlmClient {
  return { ask: async () => (outcome instanceof Error ? Promise.reject(outcome) : outcome) };
}

const spans = new InMemorySpanExporter();
const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });

trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
afterEach(() => spans.reset());

test('an ask is a span by the conventions, and two measurements; prompt and answer are in neither', async () => {
  const telemetry = await createTelemetry();
  await observed(clientOf(answer), telemetry ? [telemetry] : []).ask(request, never);
  const [span] = spans.getFinishedSpans();
  expect(span?.name).toBe('chat gemini');
  expect(span?.attributes).toMatchObject({
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'gcp.gemini',
    'gen_ai.request.model': 'gemini',
    'gen_ai.request.max_tokens': 100,
    'gen_ai.response.model': 'gpt',
    'gen_ai.usage.input_tokens': 900,
    'gen_ai.usage.cache_read.input_tokens': 700,
    'gen_ai.usage.cache_creation.input_tokens': 100,
    'scriptgen.cost': 0.01,
  });
  await reader.forceFlush();
  const names = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  expect(names.map(({ descriptor }) => descriptor.name)).toEqual([
    'gen_ai.client.operation.duration',
    'gen_ai.client.token.usage',
  ]);
  expect(JSON.stringify([span?.attributes, measured.getMetrics()])).not.toContain(SECRET);
});

test('prompt and answer are told to those who ask for them', async () => {
  const telemetry = await createTelemetry({ content: true });
  await observed(clientOf(answer), telemetry ? [telemetry] : []).ask(request, never);
  expect(JSON.stringify(spans.getFinishedSpans()[0]?.attributes)).toContain(SECRET);
});

test('a failed ask is a span with its error, and the error goes on', async () => {
  const telemetry = await createTelemetry();
  const error = new ScriptGenError({ code: 'model/refused', message: SECRET });
  await expect(observed(clientOf(error), telemetry ? [telemetry] : []).ask(request, never)).rejects.toBe(error);
  const [span] = spans.getFinishedSpans();
  expect(span?.attributes['error.type']).toBe('model/refused');
  expect(JSON.stringify([span?.attributes, span?.status, span?.events])).not.toContain(SECRET);
});

test('an observer that fails loses no answer', async () => {
  const worse = {
    begin: () => {
      throw new Error('no room');
    },
  };
  const calm = { begin: () => ({ end: () => JSON.parse('{'), fail: () => undefined }) };
  expect(await observed(clientOf(answer), [worse, calm]).ask(request, never)).toBe(answer);
});

test('counters are printed as Prometheus reads them', async () => {
  const meters = createMeters();
  await observed(clientOf(answer), [meters]).ask(request, never);
  await observed(clientOf({ ...answer, cost: null }), [meters]).ask({ ...request, model: 'x/a"b\\c' }, never);
  await observed(clientOf(new ScriptGenError({ code: 'model/timeout', message: '' })), [meters])
    .ask(request, never)
    .catch(() => undefined);
  meters.countSaved('journal');
  const printed = meters.print();
  expect(printed).toContain('scriptgen_calls_total{model="google/gemini",outcome="answered"} 1');
  expect(printed).toContain('scriptgen_calls_total{model="google/gemini",outcome="model/timeout"} 1');
  expect(printed).toContain('scriptgen_tokens_total{model="google/gemini",type="cached"} 700');
  expect(printed).toContain('scriptgen_unpriced_calls_total{model="x/a\\"b\\\\c"} 1');
  expect(printed).toContain('scriptgen_call_seconds_bucket{model="google/gemini",le="2.5"} 1');
  expect(printed).toContain('scriptgen_call_seconds_bucket{model="google/gemini",le="1"} 0');
  expect(printed).toContain('scriptgen_saved_calls_total{source="journal"} 1');
  for (const line of printed.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+\{.*\} [\d.e+-]+)$/);
});
