import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that refuses everything, and tells whoever asks all that it was sent to be let in. */
export interface EchoServer {
  readonly port: number;
  /** All that it was sent to be let in. */
  readonly seen: () => string;
  readonly close: () => Promise<void>;
}

/** How it refuses: what it writes, given everything that it is to quote. */
type Way = (quoted: string, response: ServerResponse) => void;

function json(status: number, body: (quoted: string) => object): Way {
  return (quoted, response) => {
    // A header too: some proxies put the request's own there.
    response.writeHead(status, { 'content-type': 'application/json', 'x-echo': encodeURIComponent(quoted) });
    response.end(JSON.stringify(body(quoted)));
  };
}

function text(status: number, type: string, body: (quoted: string) => string): Way {
  return (quoted, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body(quoted));
  };
}

/** Every way in which it can refuse, by name. */
export const WAYS: Readonly<Record<string, Way>> = {
  'wrong key': json(401, (quoted) => ({
    error: { message: `Incorrect API key provided: ${quoted}`, code: 'invalid_api_key' },
  })),
  'wrong key, told late': json(401, (quoted) => ({
    error: { message: `${'No. '.repeat(60)}${quoted}`, type: quoted, param: quoted },
  })),
  'wrong key, as a text': text(403, 'text/plain', (quoted) => `Forbidden: ${quoted}`),
  'wrong key, as a page': text(401, 'text/html', (quoted) => `<html><body>Who is ${quoted}?</body></html>`),
  'bad request': json(400, (quoted) => ({
    error: { message: `Unknown field ${quoted}`, type: 'invalid_request_error' },
  })),
  'unknown model': json(404, (quoted) => ({ error: { message: `No model for ${quoted}`, code: 'model_not_found' } })),
  'no money': json(429, (quoted) => ({ error: { message: `No money on ${quoted}`, code: 'insufficient_quota' } })),
  'too long': json(413, (quoted) => ({ detail: [{ msg: `Too long: ${quoted}`, loc: [quoted] }] })),
  'broken server': text(500, 'text/html', (quoted) => `<pre>Traceback: ${quoted}</pre>`),
  'busy server': json(503, (quoted) => ({ object: 'error', message: quoted })),
  'page in the place of an answer': text(200, 'text/html', (quoted) => `<html>Log in, ${quoted}</html>`),
  'nonsense in the place of an answer': json(200, (quoted) => ({ hello: quoted })),
  'no JSON in the place of an answer': text(200, 'application/json', (quoted) => `{"choices": ${quoted}`),
  elsewhere: (quoted, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:9/?key=${encodeURIComponent(quoted)}` });
    response.end(quoted);
  },
  'error in a stream': text(
    200,
    'text/event-stream',
    (quoted) =>
      `data: ${JSON.stringify({ error: { message: `Lost ${quoted}`, type: 'server_error' } })}\n\ndata: [DONE]\n\n`,
  ),
  'broken stream': (quoted, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: {"error": ${quoted}`);
    setImmediate(() => response.destroy());
  },
};

/** Start it; `way` says how the next request is refused. */
export async function startEchoServer(way: () => string): Promise<EchoServer> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const quoted = sentBy(request);
      seen.add(quoted);
      WAYS[way()]?.(quoted, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    seen: () => [...seen].join('\n'),
    close: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}

/** All headers that let in, and the address, as they came and in the ways in which servers write them. */
function sentBy({ headers, url = '' }: IncomingMessage): string {
  const { authorization = '' } = headers;
  const basic = /^Basic (.*)$/.exec(authorization)?.[1];
  const own = Object.entries(headers).filter(([name]) =>
    /^(authorization|x-api-key|x-goog-api-key|x-team)$/.test(name),
  );
  const values = own.flatMap(([, value = '']) => [String(value), String(value).replace(/^Bearer /, '')]);
  const clear = [...values, url, ...(basic === undefined ? [] : [Buffer.from(basic, 'base64').toString()])];
  return clear
    .flatMap((one) => [one, encodeURIComponent(one), JSON.stringify(one), Buffer.from(one).toString('base64')])
    .join(' | ');
}
