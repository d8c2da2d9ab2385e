/** What was learned about a model from using it. */
export interface ModelFacts {
  /** Real input tokens for each estimated one, a moving average. */
  readonly tokenFactor?: number;
  /** How answers must be asked for, after the server refused a better way. */
  readonly structuredOutput?: 'json_object' | 'none';
}

/** Where what was learned about models is kept. */
export interface ModelMemory {
  load(): Promise<ReadonlyMap<string, ModelFacts>>;
  /** Lay new facts over the old ones of a model. */
  save(model: string, facts: ModelFacts): Promise<void>;
}
