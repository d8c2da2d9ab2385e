import type { ListedModel } from '../model.ts';
import { ModelError } from '../model-error.ts';
import { comeBackHeaders } from './come-back.ts';
import type { Dialect } from './dialect.ts';
import { type FaultContext, faultOf } from './fault-table.ts';
import { lazyFetch } from './lazy-fetch.ts';
import type { ProviderSpec } from './make.ts';
import { networkFault } from './network-fault.ts';
import { parsed, saidIn } from './said.ts';

/** More pages than any server has: a server that gives the same page for ever is left after so many. */
const MOST_PAGES = 20;

/**
 * Ask a server for its models.
 *
 * @throws ModelError as `Provider.answer` does.
 */
export async function listModels(
  {
    dialect,
    spec,
    who,
    secrets,
  }: {
    readonly dialect: Pick<Dialect, 'keyHeader' | 'headers' | 'modelsQuery' | 'readModels'>;
    readonly spec: ProviderSpec & { readonly baseURL: string };
    readonly who: string;
    readonly secrets: readonly string[];
  },
  signal: AbortSignal,
): Promise<readonly ListedModel[]> {
  const { apiKey, keySource, headers, baseURL } = spec;
  const { name, value } = dialect.keyHeader;
  const asked = { ...dialect.headers, ...(apiKey === undefined ? {} : { [name]: value(apiKey) }), ...headers };
  const context: FaultContext = { model: 'its models', who, secrets, keySource, structured: 'none' };
  const models: ListedModel[] = [];
  let query: string | undefined = dialect.modelsQuery ?? '';
  for (let page = 0; query !== undefined && page < MOST_PAGES; page += 1) {
    const body = await getJson(`${baseURL.replace(/\/+$/, '')}/models${query}`, { headers: asked, context, signal });
    const read = dialect.readModels(body);
    models.push(...read.models);
    query = read.next;
  }
  return models;
}

/**
 * Ask for JSON: with GET, or with POST where there is something to send.
 *
 * @throws ModelError as `Provider.answer` does.
 */
export async function getJson(
  url: string,
  {
    headers,
    context,
    signal,
    send,
  }: {
    readonly headers: Readonly<Record<string, string>>;
    readonly context: FaultContext;
    readonly signal: AbortSignal;
    readonly send?: string;
  },
): Promise<unknown> {
  let status: number | undefined;
  try {
    const response = await lazyFetch(url, {
      headers: send === undefined ? headers : { 'content-type': 'application/json', ...headers },
      signal,
      ...(send === undefined ? {} : { method: 'POST', body: send }),
    });
    status = response.status;
    const body = await response.text();
    if (!response.ok) {
      const said = saidIn(body);
      const back = comeBackHeaders(Object.fromEntries(response.headers), said.words);
      throw new ModelError({ ...faultOf(status, said, context), status, headers: back });
    }
    const value = parsed(body);
    if (value === undefined) {
      throw new ModelError({ code: 'model/rejected', message: `${context.who} answered no JSON.`, status });
    }
    return value;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    if (signal.aborted)
      throw new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${context.who}.` });
    if (status === undefined) throw new ModelError(networkFault(error, context.who));
    throw new ModelError({ code: 'model/interrupted', message: `The answer of ${context.who} broke off.`, status });
  }
}
