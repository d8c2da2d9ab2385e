import type { ProviderPackage } from '../../providers/make.ts';

/** A provider as other tools name it, and what it is here. */
export interface KnownProvider {
  /** The provider in the shipped models.json. */
  readonly name: string;
  readonly npm: ProviderPackage;
  /** Where its key is usually put. */
  readonly variable?: string;
}

const compatible = (name: string, variable?: string): KnownProvider => ({
  name,
  npm: '@ai-sdk/openai-compatible',
  ...(variable === undefined ? {} : { variable }),
});
const openai: KnownProvider = { name: 'openai', npm: '@ai-sdk/openai', variable: 'OPENAI_API_KEY' };
const google: KnownProvider = { name: 'google', npm: '@ai-sdk/google', variable: 'GEMINI_API_KEY' };
const ollama: KnownProvider = { name: 'ollama', npm: 'ollama' };

/**
 * Words for providers: prefixes of LiteLLM (docs.litellm.ai/docs/providers), `provider` of Continue
 * (docs.continue.dev/customize/model-providers), keys of Zed's `language_models`, ids of opencode (models.dev).
 */
const KNOWN: Readonly<Record<string, KnownProvider>> = {
  openai,
  anthropic: { name: 'anthropic', npm: '@ai-sdk/anthropic', variable: 'ANTHROPIC_API_KEY' },
  google,
  gemini: google,
  mistral: { name: 'mistral', npm: '@ai-sdk/mistral', variable: 'MISTRAL_API_KEY' },
  openrouter: compatible('openrouter', 'OPENROUTER_API_KEY'),
  deepseek: compatible('deepseek', 'DEEPSEEK_API_KEY'),
  groq: compatible('groq', 'GROQ_API_KEY'),
  xai: compatible('x-ai', 'XAI_API_KEY'),
  together: compatible('together', 'TOGETHER_API_KEY'),
  togetherai: compatible('together', 'TOGETHER_API_KEY'),
  fireworks: compatible('fireworks', 'FIREWORKS_API_KEY'),
  fireworksai: compatible('fireworks', 'FIREWORKS_API_KEY'),
  cerebras: compatible('cerebras', 'CEREBRAS_API_KEY'),
  moonshot: compatible('moonshotai', 'MOONSHOT_API_KEY'),
  moonshotai: compatible('moonshotai', 'MOONSHOT_API_KEY'),
  ollama,
  ollamachat: ollama,
  lmstudio: compatible('lmstudio'),
  llamacpp: compatible('llama-server'),
  llamaserver: compatible('llama-server'),
  hostedvllm: compatible('vllm'),
  vllm: compatible('vllm'),
};

/** Providers that other tools know and that cannot be asked here: they sign requests in ways of their own. */
const NOT_HERE = new Set(['azure', 'bedrock', 'vertexai', 'sagemaker', 'watsonx', 'copilotchat', 'amazonbedrock']);

/** What a word for a provider means here; `undefined` for one that is not known. */
export function knownProvider(word: string): KnownProvider | undefined {
  const plain = plainWord(word);
  return Object.hasOwn(KNOWN, plain) ? KNOWN[plain] : undefined;
}

/** Whether a word names a provider that cannot be asked here at all. */
export function isOutOfReach(word: string): boolean {
  return NOT_HERE.has(plainWord(word));
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
