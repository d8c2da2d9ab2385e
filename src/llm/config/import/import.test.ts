import fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../fixtures/load-models.ts';
import { parseModels } from '../config-file.ts';
import { IMPORT_SOURCES, importModels, mergeModels } from './index.ts';

const SECRET = 'sk-live-0123456789abcdef';

const OPENCODE = `{
  // what opencode writes
  "$schema": "https://opencode.ai/config.json",
  "model": "studio/writer", "small_model": "openai/gpt-5-mini", "theme": "dark",
  "provider": {
    "studio": {
      "npm": "@acme/opencode-provider", "name": "Studio",
      "options": { "baseURL": "https://llm.example.org/v1", "apiKey": "${SECRET}", "headers": { "Authorization": "Bearer ${SECRET}" }, "region": "eu" },
      "models": { "writer": { "name": "Writer", "limit": { "context": 64000, "output": 8000 }, "cost": { "input": 2, "output": 8, "cache_read": 0.2 }, "tool_call": true, "options": {} } },
    },
    "anthropic": { "options": { "apiKey": "{env:CLAUDE_KEY}" }, "models": { "claude-sonnet-5": {} } },
  },
}`;

const LITELLM = `
model_list:
  - model_name: writer
    litellm_params:
      model: anthropic/claude-sonnet-5
      api_key: os.environ/ANTHROPIC_API_KEY
      rpm: 60
      input_cost_per_token: 0.000002
      output_cost_per_token: 0.00001
      drop_params: true
  - model_name: writer
    litellm_params: { model: openai/gpt-5.5, api_key: ${SECRET} }
  - model_name: local/big
    litellm_params: { model: hosted_vllm/Qwen/Qwen3-32B, api_base: "http://gpu-box:8000/v1", max_parallel_requests: 4 }
    model_info: { max_input_tokens: 32768, max_output_tokens: 4096 }
  - model_name: corp
    litellm_params: { model: azure/gpt-4, api_base: "https://x.openai.azure.com" }
router_settings:
  num_retries: 2
  timeout: 30
  routing_strategy: least-busy
litellm_settings:
  fallbacks: [{ writer: [local/big] }]
  callbacks: [langfuse]
general_settings:
  master_key: ${SECRET}
`;

const CONTINUE = `
name: Mine
version: 0.0.1
schema: v1
models:
  - name: Qwen at home
    provider: ollama
    model: qwen3:8b
    roles: [chat, edit]
    defaultCompletionOptions: { contextLength: 16384, maxTokens: 2048, temperature: 0.7 }
  - name: Claude
    provider: anthropic
    model: claude-sonnet-5
    apiKey: \${{ secrets.ANTHROPIC_API_KEY }}
  - name: Proxy
    provider: openai
    model: gpt-5
    apiBase: https://me:${SECRET}@proxy.example.org/v1
    apiKey: ${SECRET}
  - name: Embed
    provider: openai
    model: text-embedding-3-small
    roles: [embed]
  - uses: continuedev/some-block
rules: [be brief]
`;

const ZED = `// Zed settings
{
  "agent": { "default_model": { "provider": "Together AI", "model": "llama-70b" } },
  "language_models": {
    "openai_compatible": {
      "Together AI": { "api_url": "https://api.together.xyz/v1", "available_models": [
        { "name": "llama-70b", "display_name": "Llama 70B", "max_tokens": 128000, "max_output_tokens": 8000, "keep_alive": "5m" } ] } },
    "ollama": { "api_url": "http://gpu-box:11434", "available_models": [{ "name": "qwen3", "max_tokens": 32768 }] },
    "copilot_chat": {},
  },
  "theme": "One Dark"
}`;

const SOURCES = { opencode: OPENCODE, litellm: LITELLM, continue: CONTINUE, zed: ZED };

test.each(IMPORT_SOURCES)('no secret of a configuration of %s is copied, nor told', async (from) => {
  const imported = await importModels(SOURCES[from], { from, file: 'config' });
  expect(JSON.stringify(imported)).not.toContain(SECRET);
  expect(parseModels(JSON.stringify(imported.config), 'models.json').notes).toEqual([]);
});

test('opencode: providers, models, prices; the key becomes a variable; what has no place is told', async () => {
  const { config, remarks } = await importModels(OPENCODE, { from: 'opencode', file: 'opencode.json' });
  expect(config).toEqual({
    version: 1,
    model: 'studio/writer',
    small_model: 'openai/gpt-5-mini',
    provider: {
      studio: {
        name: 'Studio',
        npm: '@ai-sdk/openai-compatible',
        options: {
          baseURL: 'https://llm.example.org/v1',
          apiKey: '{env:STUDIO_API_KEY}',
          headers: { Authorization: 'Bearer {env:STUDIO_AUTHORIZATION}' },
        },
        models: {
          writer: {
            name: 'Writer',
            limit: { context: 64_000, output: 8000 },
            cost: { input: 2, output: 8, cache_read: 0.2 },
          },
        },
      },
      anthropic: {
        npm: '@ai-sdk/anthropic',
        options: { apiKey: '{env:CLAUDE_KEY}' },
        models: { 'claude-sonnet-5': {} },
      },
    },
  });
  expect(remarks).toEqual([
    'theme has no place in models.json and was left out.',
    'provider.studio.options.region has no place in models.json and was left out.',
    'provider.studio.options.apiKey holds a secret, which was not copied: put it into the variable STUDIO_API_KEY.',
    'provider.studio.options.headers.Authorization holds a secret, which was not copied: put it into the variable STUDIO_AUTHORIZATION.',
    'provider.studio.npm: @acme/opencode-provider is not loaded here; it is asked as an OpenAI-compatible server instead.',
    'provider.studio.models.writer.options has no place in models.json and was left out.',
  ]);
});

test('LiteLLM: deployments of one name are an alias with fallbacks, and its router is taken over', async () => {
  const { config, remarks } = await importModels(LITELLM, { from: 'litellm', file: 'config.yaml' });
  expect(config).toEqual({
    version: 1,
    model: 'writer',
    aliases: {
      writer: ['anthropic/claude-sonnet-5', 'openai/gpt-5.5'],
      'local-big': ['gpu-box-8000/Qwen/Qwen3-32B'],
    },
    router: { num_retries: 2, timeout: { total: 30_000 }, fallbacks: [{ writer: ['local-big'] }] },
    provider: {
      anthropic: {
        npm: '@ai-sdk/anthropic',
        options: { apiKey: '{env:ANTHROPIC_API_KEY}' },
        models: { 'claude-sonnet-5': { limits: { rpm: 60 }, cost: { input: 2, output: 10 } } },
      },
      openai: { npm: '@ai-sdk/openai', options: { apiKey: '{env:OPENAI_API_KEY}' }, models: { 'gpt-5.5': {} } },
      'gpu-box-8000': {
        npm: '@ai-sdk/openai-compatible',
        options: { baseURL: 'http://gpu-box:8000/v1' },
        models: {
          'Qwen/Qwen3-32B': {
            limits: { max_parallel_requests: 4 },
            limit: { context: 32_768, output: 4096 },
          },
        },
      },
    },
  });
  expect(remarks).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/general_settings has no place/),
      expect.stringMatching(/drop_params has no place/),
      expect.stringMatching(/writer has several deployments/),
      expect.stringMatching(/models of azure cannot be asked here/),
      expect.stringMatching(/routing_strategy has no place/),
    ]),
  );
});

test('Continue: models that write, with their addresses and limits', async () => {
  const { config, remarks } = await importModels(CONTINUE, { from: 'continue', file: 'config.yaml' });
  expect(config.model).toBe('ollama/qwen3:8b');
  expect(config.provider).toEqual({
    ollama: {
      npm: 'ollama',
      models: {
        'qwen3:8b': { name: 'Qwen at home', limit: { context: 16_384, output: 2048 }, temperature: 0.7 },
      },
    },
    anthropic: {
      npm: '@ai-sdk/anthropic',
      options: { apiKey: '{env:ANTHROPIC_API_KEY}' },
      models: { 'claude-sonnet-5': { name: 'Claude' } },
    },
    'openai-proxy.example.org': {
      npm: '@ai-sdk/openai',
      options: { baseURL: 'https://proxy.example.org/v1', apiKey: '{env:OPENAI_PROXY_EXAMPLE_ORG_API_KEY}' },
      models: { 'gpt-5': { name: 'Proxy' } },
    },
  });
  expect(remarks.join('\n')).toMatch(/rules has no place[\s\S]*password[\s\S]*for embed[\s\S]*continuedev\/some-block/);
});

test("Continue's older config.json is read too", async () => {
  const text = '{ "models": [{ "title": "L", "provider": "lmstudio", "model": "qwen", "contextLength": 4096 }] }';
  const { config } = await importModels(text, { from: 'continue', file: 'config.json' });
  expect(config.provider).toEqual({
    lmstudio: { npm: '@ai-sdk/openai-compatible', models: { qwen: { name: 'L', limit: { context: 4096 } } } },
  });
});

test('Zed: servers with their models, settings with comments', async () => {
  const { config, remarks } = await importModels(ZED, { from: 'zed', file: 'settings.json' });
  expect(config).toEqual({
    version: 1,
    model: 'together-ai/llama-70b',
    provider: {
      'together-ai': {
        name: 'Together AI',
        npm: '@ai-sdk/openai-compatible',
        options: { baseURL: 'https://api.together.xyz/v1', apiKey: '{env:TOGETHER_AI_API_KEY}' },
        models: { 'llama-70b': { name: 'Llama 70B', limit: { context: 128_000, output: 8000 } } },
      },
      ollama: {
        npm: 'ollama',
        options: { baseURL: 'http://gpu-box:11434' },
        models: { qwen3: { limit: { context: 32_768 } } },
      },
    },
  });
  expect(remarks.join('\n')).toMatch(/TOGETHER_AI_API_KEY[\s\S]*keep_alive[\s\S]*copilot_chat/);
});

test('what was imported can be loaded', async () => {
  const { config } = await importModels(LITELLM, { from: 'litellm', file: 'config.yaml' });
  const env = { ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k' };
  const models = await load('', { user: config, env });
  expect(models.modelFor('director').model).toBe('anthropic/claude-sonnet-5');
  expect(models.client.router.fallbacks).toEqual(
    new Map([['anthropic/claude-sonnet-5', ['openai/gpt-5.5', 'gpu-box-8000/Qwen/Qwen3-32B']]]),
  );
});

test.each([
  ['opencode', '{ "theme": "x" }'],
  ['opencode', `{ "apiKey": "${SECRET}", }}`],
  ['litellm', `model_list: [ "${SECRET}"`],
  ['litellm', '&a [*a, *a]'],
  ['zed', ''],
  ['continue', '- 1\n- 2'],
] as const)('a text that is no configuration of %s is one clear error', async (from, text) => {
  const loading = importModels(text, { from, file: 'some.file' });
  await expect(loading).rejects.toMatchObject({ code: 'input/invalid', message: expect.stringContaining('some.file') });
  await expect(loading).rejects.not.toMatchObject({ message: expect.stringContaining(SECRET) });
});

test('whatever stands in a file, an import ends in a models.json that can be read, or in one clear error', async () => {
  const words = fc.constantFrom(
    ...['provider', 'models', 'model_list', 'litellm_params', 'model', 'model_name', 'options', 'baseURL', 'apiKey'],
    ...['language_models', 'openai_compatible', 'api_url', 'available_models', 'name', 'api_base', 'router_settings'],
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(words, tie('value')),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...IMPORT_SOURCES), value, async (from, content) => {
      const imported = await importModels(JSON.stringify(content), { from, file: 'f' }).catch(
        (error: unknown) => error,
      );
      if (imported instanceof Error)
        expect(imported).toMatchObject({ code: expect.stringMatching(/^(input|config)\/invalid$/) });
    }),
    { numRuns: 300 },
  );
});

test('laid under a models.json, an import adds and takes nothing away', async () => {
  const { config } = await importModels(OPENCODE, { from: 'opencode', file: 'opencode.json' });
  const present = {
    version: 1,
    model: 'mine/m',
    own: true,
    provider: { studio: { options: { baseURL: 'http://127.0.0.1:1' } } },
  };
  const { value, remarks } = mergeModels(present, config);
  expect(value).toMatchObject({
    ...present,
    small_model: 'openai/gpt-5-mini',
    provider: { studio: { name: 'Studio' } },
  });
  // No key of the import goes to an address that was there before.
  expect(JSON.stringify(value)).not.toContain('STUDIO_API_KEY');
  expect(remarks).toEqual([
    'model is there already and was kept.',
    'provider.studio.options is there already and was kept.',
  ]);
});
