/** A model's name in two parts: whom to ask, and for what. */
export interface ModelName {
  readonly provider: string;
  /** What the provider calls it; may hold further slashes: `meta-llama/llama-4`. */
  readonly id: string;
}

/** Split `provider/model` at its first slash. A name without one is provider and model at once: `offline-writer@1`. */
export function splitModel(model: string): ModelName {
  const slash = model.indexOf('/');
  return slash === -1
    ? { provider: model, id: model }
    : { provider: model.slice(0, slash), id: model.slice(slash + 1) };
}
