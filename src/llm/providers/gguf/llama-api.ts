/** A token by its number. */
export type Token = number;

/** The part of `node-llama-cpp` 3 that is used; the package is optional, so its own types are not there to be read. */
export interface LlamaPackage {
  getLlama(options: {
    readonly build: 'never';
    readonly gpu: 'auto' | false;
    readonly maxThreads: number;
    readonly logLevel: 'warn';
    readonly logger: (level: string, message: string) => void;
  }): Promise<Llama>;
  readonly LlamaGrammarEvaluationState: new (options: { readonly model: Model; readonly grammar: Grammar }) => object;
  resolveChatWrapper(model: Model, options: { readonly warningLogs: false }): ChatWrapper;
  readonly GeneralChatWrapper: new () => ChatWrapper;
}

/** The engine. */
export interface Llama {
  loadModel(options: { readonly modelPath: string; readonly onLoadProgress: () => void }): Promise<Model>;
  createGrammarForJsonSchema(schema: object): Promise<Grammar>;
}

/** A grammar that answers are held to. */
export type Grammar = object;

/** A loaded model. */
export interface Model {
  readonly tokenizer: Tokenizer;
  readonly trainContextSize: number;
  detokenize(tokens: readonly Token[], special: boolean, before: readonly Token[]): string;
  createContext(options: {
    readonly contextSize: number;
    readonly batchSize: number;
    readonly threads: number;
    readonly sequences: 1;
  }): Promise<{ readonly contextSize: number; getSequence(): Sequence }>;
}

/** Text to tokens. */
export type Tokenizer = (text: string, special?: boolean) => readonly Token[];

/** What a model has read and written. */
export interface Sequence {
  readonly nextTokenIndex: number;
  adaptStateToTokens(tokens: readonly Token[], allowShift: false): Promise<void>;
  clearHistory(): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  evaluate(
    tokens: readonly Token[],
    options: {
      readonly temperature: number;
      readonly topK: number;
      readonly topP: number;
      readonly minP: number;
      readonly seed: number;
      readonly grammarEvaluationState?: object;
    },
  ): AsyncIterable<Token>;
}

/** Turns of a conversation as node-llama-cpp has them. */
export type ChatItem =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: readonly string[] };

/** A chat template. */
export interface ChatWrapper {
  generateContextState(options: { readonly chatHistory: readonly ChatItem[] }): {
    readonly contextText: { tokenize(tokenizer: Tokenizer): readonly Token[] };
  };
}
