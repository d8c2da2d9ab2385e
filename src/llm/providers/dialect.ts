import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { BatchTransport } from '../batch-transport.ts';
import type { ListedModel, ModelRequest } from '../model.ts';
import type { BatchParts } from './batch/codec.ts';
import type { Fetch } from './exchange.ts';
import type { StructuredOutput, WireModel } from './wire-model.ts';

/** What a package of the AI SDK is set up with. */
export interface Setup {
  readonly name: string;
  readonly baseURL: string;
  /** Any text where there is no key: the packages would look for one in the environment. */
  readonly apiKey: string;
  readonly headers: Record<string, string>;
  readonly fetch: Fetch;
  readonly api: 'responses' | 'chat';
  readonly models: ReadonlyMap<string, WireModel>;
}

/** One page of a server's list of models. */
export interface ModelPage {
  readonly models: readonly ListedModel[];
  /** The query that gives the next page, if there is one. */
  readonly next?: string;
}

/** What one package of the AI SDK has of its own. */
export interface Dialect {
  /** Where it is when the configuration does not say. */
  readonly baseURL: string;
  /** How it is told the key, by lower-case name. */
  readonly keyHeader: { readonly name: string; readonly value: (key: string) => string };
  /** Further headers of every request that is not the package's: its list of models. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether every server of it streams: then silence means something. */
  readonly streams?: true;
  /** Whether it can be asked for JSON without a schema. */
  readonly jsonObject: boolean;
  /** Load the package, and give what makes a model of an id. */
  load(setup: Setup): Promise<(id: string) => LanguageModelV4>;
  /** The options of a call beyond those that are common to all. */
  options?(request: ModelRequest, wire: WireModel, structured: StructuredOutput): Partial<LanguageModelV4CallOptions>;
  /** The prompt with what only this package knows: where its cache may break. */
  prompt?(prompt: LanguageModelV4Prompt, wire: WireModel): LanguageModelV4Prompt;
  /** Its batches, where it has them. */
  readonly batches?: (parts: BatchParts) => BatchTransport;
  /** The query of the first page of `/models`, with its question mark. */
  readonly modelsQuery?: string;
  readModels(body: unknown): ModelPage;
}
