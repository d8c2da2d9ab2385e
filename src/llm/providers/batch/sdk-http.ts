import { ModelError } from '../../model-error.ts';
import { comeBackHeaders } from '../come-back.ts';
import type { Dialect } from '../dialect.ts';
import { type FaultContext, faultOf } from '../fault-table.ts';
import { lazyFetch } from '../lazy-fetch.ts';
import type { ProviderSpec } from '../make.ts';
import { networkFault } from '../network-fault.ts';
import { saidIn } from '../said.ts';
import { secretsOf, whoIs } from '../who.ts';
import type { BatchHttp } from './codec.ts';

/** Milliseconds for one call: a batch's file may be large. */
const MOST_MS = 600_000;

/** Send calls to a provider's batch endpoints, with its key and no redirect followed. */
export function sdkHttp(spec: ProviderSpec, dialect: Dialect): BatchHttp {
  const { name, baseURL = dialect.baseURL, apiKey, keySource, headers = {} } = spec;
  const who = whoIs(name, baseURL);
  const context: FaultContext = { model: 'its batches', who, secrets: secretsOf(spec), keySource, structured: 'none' };
  const key = apiKey === undefined ? {} : { [dialect.keyHeader.name]: dialect.keyHeader.value(apiKey) };
  return async ({ method, path, json, form, signal }) => {
    const sent =
      json === undefined ? form && (await encodeForm(form)) : { body: JSON.stringify(json), type: JSON_TYPE };
    let status: number | undefined;
    try {
      const response = await lazyFetch(`${baseURL.replace(/\/+$/, '')}${path}`, {
        method,
        headers: {
          ...dialect.headers,
          ...key,
          ...headers,
          ...(sent === undefined ? {} : { 'content-type': sent.type }),
        },
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]),
        ...(sent === undefined ? {} : { body: sent.body }),
      });
      status = response.status;
      const body = await response.text();
      if (response.ok) return body;
      const said = saidIn(body);
      const back = comeBackHeaders(Object.fromEntries(response.headers), said.words);
      throw new ModelError({ ...faultOf(status, said, context), status, headers: back });
    } catch (error) {
      if (error instanceof ModelError) throw error;
      if (signal.aborted) throw new ModelError({ code: 'run/aborted', message: `Stopped while waiting for ${who}.` });
      if (status === undefined) throw new ModelError(networkFault(error, who));
      throw new ModelError({ code: 'model/interrupted', message: `The answer of ${who} broke off.`, status });
    }
  };
}

const JSON_TYPE = 'application/json';

/** A form as bytes, with the boundary that stands in its type. */
async function encodeForm(form: FormData): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly type: string }> {
  const encoded = new Response(form);
  return {
    body: new Uint8Array(await encoded.arrayBuffer()),
    type: encoded.headers.get('content-type') ?? 'multipart/form-data',
  };
}
