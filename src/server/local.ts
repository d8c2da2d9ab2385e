import type { MiddlewareHandler } from 'hono';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Refuse requests that name another host, or that a page of another origin sends: a web page open in
 * the same browser must not be able to read scripts or spend money.
 */
export const onlyLocal: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const origin = c.req.header('origin');
  if (!LOCAL.test(host) || (origin !== undefined && !LOCAL.test(origin.replace(/^https?:\/\//, '')))) {
    return c.json({ code: 'forbidden', message: 'This server answers only to this machine.' }, 403);
  }
  return next();
};
