import type { Json } from '../../../core/index.ts';
import type { FinishReason, Message, Usage } from '../../model.ts';

/** What the process of a model is told to load, once, first. */
export interface Load {
  readonly type: 'load';
  /** What to import: `node-llama-cpp`, or the URL of its module. */
  readonly engine: string;
  /** A GGUF file, absolute. */
  readonly file: string;
  /** Tokens that it is to read and write together; absent, what the model was made for, up to a limit. */
  readonly context?: number;
  readonly threads: number;
  /** Whether to use a graphics card where there is one. */
  readonly gpu: boolean;
}

/** One question. */
export interface Ask {
  readonly type: 'ask';
  readonly id: number;
  readonly messages: readonly Message[];
  /** The answer's JSON Schema, which decoding is held to; absent when it is not. */
  readonly schema?: Json;
  readonly temperature: number;
  readonly seed: number;
  readonly maxOutputTokens?: number;
}

/** What the process of a model is told. */
export type ToChild = Load | Ask | { readonly type: 'stop'; readonly id: number };

/** Why a model cannot be loaded, or why an engine failed. */
export type EngineFault = 'not-installed' | 'no-binary' | 'damaged' | 'memory' | 'grammar' | 'other';

/** What the process of a model tells. */
export type FromChild =
  /** It is not stuck: a second or two after the last. */
  | { readonly type: 'alive' }
  /** A part of the file was loaded. */
  | { readonly type: 'loading' }
  /** Loaded; tokens that it can read and write together. */
  | { readonly type: 'ready'; readonly context: number }
  /** It will never be loaded. */
  | { readonly type: 'not-loaded'; readonly fault: EngineFault }
  /** A part of the prompt was read. */
  | { readonly type: 'progress'; readonly id: number }
  | { readonly type: 'delta'; readonly id: number; readonly text: string }
  | { readonly type: 'end'; readonly id: number; readonly finishReason: FinishReason; readonly usage: Usage }
  | { readonly type: 'stopped'; readonly id: number }
  | { readonly type: 'too-long'; readonly id: number; readonly tokens: number; readonly context: number }
  /** The schema has no grammar. */
  | { readonly type: 'no-grammar'; readonly id: number }
  /** The engine is broken; the process ends. */
  | { readonly type: 'fault'; readonly fault: EngineFault };
