import type { ResponseFault, RetryAdvice } from '../fault.ts';
import type { Wire } from '../wire/wire.ts';
import { durationOf } from './limits.ts';
import { jsonPlan, type Plan, pagePlan } from './plan.ts';

/** Where and when a fault happens. */
export interface FaultPlace {
  readonly wire: Wire;
  readonly model: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where a redirect goes that names no place. */
  readonly elsewhere: string;
}

/** The response that a fault makes; `reset` when there is none. */
export function responsePlan(fault: ResponseFault, { wire, model, now, elsewhere }: FaultPlace): Plan | 'reset' {
  switch (fault.type) {
    case 'status':
      return jsonPlan(fault.status, wire.status(fault.status, fault.error ?? `fault ${fault.status}`), fault.headers);
    case 'error': {
      const { status, body } = wire.error(fault.error, { model, retryMs: fault.retry?.ms });
      return jsonPlan(status, body, fault.retry === undefined ? {} : retryHeaders(fault.retry, wire, now));
    }
    case 'html':
      return pagePlan(fault.status ?? 200);
    case 'redirect':
      return {
        status: 302,
        headers: { location: fault.to ?? elsewhere, 'content-length': '0' },
        pieces: [],
        ending: 'end',
      };
    case 'reset':
      return 'reset';
  }
}

function retryHeaders({ as, ms }: RetryAdvice, { format }: Wire, now: number): Readonly<Record<string, string>> {
  switch (as) {
    case 'retry-after':
      return { 'retry-after': String(Math.ceil(ms / 1000)) };
    case 'retry-after-ms':
      return { 'retry-after-ms': String(ms) };
    case 'http-date':
      return { 'retry-after': new Date(now + ms).toUTCString() };
    case 'reset':
      if (format === 'google' || format === 'ollama') return {};
      if (format !== 'anthropic')
        return { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': durationOf(ms) };
      return {
        'anthropic-ratelimit-requests-remaining': '0',
        'anthropic-ratelimit-requests-reset': new Date(now + ms).toISOString(),
      };
  }
}
