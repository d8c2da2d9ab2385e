import type { Attributes, Histogram, Span } from '@opentelemetry/api';
import type { ModelAnswer, ModelRequest } from '../model.ts';
import { splitModel } from '../model-name.ts';
import { ATTRIBUTES, BOUNDS, METRICS, PROVIDER_NAMES } from './names.ts';
import type { Observation, Observer } from './observer.ts';

/** What OpenTelemetry is told. */
export interface TelemetryOptions {
  /** Prompts and answers too. Off unless asked for: they are the story. */
  readonly content?: boolean;
}

const SCOPE = 'scriptgen';

/** Where every copy of the API finds what is registered (`@opentelemetry/api`, internal/global-utils): loading it to look takes time. */
const REGISTRY = Symbol.for('opentelemetry.js.api.1');

/**
 * Trace and measure asks by OpenTelemetry's conventions for generative AI: a span `chat {model}` for each, under the
 * caller's own, and two histograms. `undefined` where no SDK is registered in this process, or its API is not installed.
 */
export async function createTelemetry({ content = false }: TelemetryOptions = {}): Promise<Observer | undefined> {
  if (!(REGISTRY in globalThis)) return undefined;
  const api = await import('@opentelemetry/api').catch(() => undefined);
  if (api === undefined) return undefined;
  const tracer = api.trace.getTracer(SCOPE);
  const meter = api.metrics.getMeter(SCOPE);
  const histogram = (kind: keyof typeof METRICS): Histogram =>
    meter.createHistogram(METRICS[kind].name, {
      unit: METRICS[kind].unit,
      advice: { explicitBucketBoundaries: [...BOUNDS[kind]] },
    });
  const duration = histogram('duration');
  const tokens = histogram('tokens');
  return {
    begin: (request): Observation => {
      const start = performance.now();
      const common = commonOf(request);
      const span = tracer.startSpan(`chat ${splitModel(request.model).id}`, {
        kind: api.SpanKind.CLIENT,
        attributes: { ...common, ...requestOf(request, content) },
      });
      return {
        end: (answer) => {
          span.setAttributes(answerOf(answer, content));
          span.end();
          duration.record((performance.now() - start) / 1000, common);
          tokens.record(answer.usage.inputTokens, { ...common, [ATTRIBUTES.tokenType]: 'input' });
          tokens.record(answer.usage.outputTokens, { ...common, [ATTRIBUTES.tokenType]: 'output' });
        },
        fail: (code) => {
          fail(span, code, api.SpanStatusCode.ERROR);
          duration.record((performance.now() - start) / 1000, { ...common, [ATTRIBUTES.error]: code });
        },
      };
    },
  };
}

function fail(span: Span, code: string, status: number): void {
  span.setAttribute(ATTRIBUTES.error, code);
  span.setStatus({ code: status, message: code });
  span.end();
}

function commonOf({ model, task }: ModelRequest): Attributes {
  const { provider, id } = splitModel(model);
  return {
    [ATTRIBUTES.operation]: 'chat',
    [ATTRIBUTES.provider]: PROVIDER_NAMES[provider] ?? provider,
    [ATTRIBUTES.model]: id,
    [ATTRIBUTES.task]: task.name,
  };
}

function requestOf({ params, messages }: ModelRequest, content: boolean): Attributes {
  const { temperature, maxOutputTokens } = params;
  return {
    [ATTRIBUTES.outputType]: 'json',
    ...(temperature === undefined ? {} : { [ATTRIBUTES.temperature]: temperature }),
    ...(maxOutputTokens === undefined ? {} : { [ATTRIBUTES.maxTokens]: maxOutputTokens }),
    ...(content ? { [ATTRIBUTES.inputMessages]: JSON.stringify(messages.map(asMessage)) } : {}),
  };
}

function answerOf({ usage, finishReason, servedBy, cost, attempts, text }: ModelAnswer, content: boolean): Attributes {
  const written = (usage.cacheWriteTokens ?? 0) + (usage.cacheWriteHourTokens ?? 0);
  return {
    [ATTRIBUTES.finishReasons]: [finishReason],
    [ATTRIBUTES.inputTokens]: usage.inputTokens,
    [ATTRIBUTES.outputTokens]: usage.outputTokens,
    [ATTRIBUTES.cacheRead]: usage.cachedTokens,
    ...(written === 0 ? {} : { [ATTRIBUTES.cacheCreation]: written }),
    ...(servedBy === undefined ? {} : { [ATTRIBUTES.servedBy]: splitModel(servedBy).id }),
    ...(cost === null ? {} : { [ATTRIBUTES.cost]: cost }),
    [ATTRIBUTES.attempts]: attempts,
    ...(content
      ? { [ATTRIBUTES.outputMessages]: JSON.stringify([asMessage({ role: 'assistant', content: text })]) }
      : {}),
  };
}

function asMessage({ role, content }: { readonly role: string; readonly content: string }): object {
  return { role, parts: [{ type: 'text', content }] };
}
