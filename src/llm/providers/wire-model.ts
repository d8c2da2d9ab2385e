/** How a model is told the shape of its answer: by strict decoding, by "some JSON" and words, or by words alone. */
export type StructuredOutput = 'json_schema' | 'json_object' | 'none';

/** What the wire format depends on, for one model. */
export interface WireModel {
  /** `json_schema` when absent. */
  readonly structuredOutput?: StructuredOutput;
  /** It thinks before it answers: it takes `max_completion_tokens` in the place of `max_tokens`. */
  readonly reasoning?: boolean;
  /** `explicit`: breakpoints are set for its prefix cache (Anthropic). `automatic`: the provider does it. */
  readonly promptCache?: 'explicit' | 'automatic' | 'none';
  /** Tokens that it can read and write together: what Ollama and llama.cpp are told to make room for. */
  readonly context?: number;
  /** A GGUF file of its own, absolute. */
  readonly file?: string;
}
