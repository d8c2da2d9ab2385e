/** What is known of an answer that was a fault. Holds no headers but these, no body and no key. */
export interface FaultFacts {
  /** HTTP status; absent when no response came. */
  readonly status?: number | undefined;
  /** The `Retry-After` header as it came: seconds or an HTTP date. */
  readonly retryAfter?: string | undefined;
  /** The `retry-after-ms` header as it came. */
  readonly retryAfterMs?: string | undefined;
}

/**
 * The cause of a `model/…` error that a server answered: what the retry loop wants to know of it.
 *
 * Stands in for the SDK's own error as `cause`, because that one carries the whole request and response.
 */
export class UpstreamFault extends Error {
  override readonly name = 'UpstreamFault';
  readonly facts: FaultFacts;

  constructor(facts: FaultFacts) {
    super(facts.status === undefined ? 'no response' : `HTTP ${facts.status}`);
    this.facts = facts;
  }
}
