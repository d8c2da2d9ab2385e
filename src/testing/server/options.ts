import type { Json } from '../../core/index.ts';
import type { ListedModel, Usage } from '../../llm/index.ts';
import type { BatchServerOptions } from '../batch/options.ts';
import type { Fault } from '../fault.ts';
import type { Scenario, ScenarioName } from '../scenarios.ts';
import type { SplitMode } from '../wire/split.ts';
import type { WireFormat } from '../wire/wire.ts';

/** Which server it is taken for. `any`: all formats at once, on their own paths, without signs of a local server. */
export type Pretended = 'any' | 'openai' | 'anthropic' | 'google' | 'mistral' | 'ollama' | 'lm-studio' | 'llama-server';

/** What a request was for. `unknown`: a path that the pretended server does not have. */
export type Operation = 'generate' | 'models' | 'identity' | 'batch' | 'unknown';

/** One request that the server was sent. What is known only later is filled in later. */
export interface WireRequest {
  /** From 1, in the order in which they came. */
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** With its query, without a key in it. */
  readonly path: string;
  readonly operation: Operation;
  /** Absent when the path is of no one format. */
  readonly format: WireFormat | undefined;
  readonly model: string | undefined;
  readonly stream: boolean;
  /** By lower-case name, without those that carry secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether a key came, in a header or in the path. */
  readonly keyCame: boolean;
  /** The body as JSON; `undefined` when it is none. */
  readonly body: Json | undefined;
  /** SHA-256 of the body: two requests with one hash are one question paid twice. */
  readonly hash: string;
  /** The scenario that was played, if it was one. */
  readonly scenario: string | undefined;
  /** The status that was answered; `undefined` while or when there was none. */
  readonly status: number | undefined;
  /** The client went away before the server was finished. */
  readonly abortedByClient: boolean;
  /** What a provider would bill: the input once the request is accepted, the output as far as it was sent. */
  readonly charged: { readonly inputTokens: number; readonly outputTokens: number };
}

/** A server-side limit: requests and tokens for a minute, refilled steadily. */
export interface ServerLimits {
  readonly rpm?: number;
  readonly tpm?: number;
  /** Milliseconds since 1970; the server's clock when absent. */
  readonly now?: () => number;
}

/** How the server behaves. By default it answers every question of every format at once, by its schema. */
export interface FaultServerOptions {
  /** 0, any free port, when absent. */
  readonly port?: number;
  /** `any` when absent. */
  readonly pretend?: Pretended;
  /** The models that it lists; two made-up ones when absent. A model that is not listed is answered all the same. */
  readonly models?: readonly ListedModel[];
  /** The answer's text; a value that is no text is written as JSON. Absent or `undefined`: made from the schema. */
  readonly answer?: Json | ((request: WireRequest) => Json | undefined);
  /** What the model thinks before it answers. None when absent. */
  readonly thinking?: string | ((request: WireRequest) => string | undefined);
  /** Tokens that are told instead of the counted ones, part by part. */
  readonly usage?: Partial<Usage> | ((request: WireRequest) => Partial<Usage> | undefined);
  /** Milliseconds before anything is answered. */
  readonly latency?: number | ((request: WireRequest) => number);
  /** The fault of a request, if any. Asked for every request, also for lists and batches. */
  readonly faults?: (request: WireRequest) => ScenarioName | Scenario | Fault | undefined;
  /** What happens to every question for which `faults` says nothing. */
  readonly scenario?: ScenarioName | Scenario | Fault;
  /** To how many questions that happens before all is well; to all when absent. */
  readonly times?: number;
  /** Where what is sent is cut; `frames` when absent. */
  readonly split?: SplitMode | ((request: WireRequest) => SplitMode | undefined);
  readonly limits?: ServerLimits;
  readonly batch?: BatchServerOptions;
  /** Milliseconds since 1970, for dates and batches; the machine's clock when absent. */
  readonly now?: () => number;
  /** Told of every request as soon as it has come, before it is answered. */
  readonly onRequest?: (request: WireRequest) => void;
}
