/** One thing that was looked at. */
export interface Check {
  /** `node`, `database`, `models`: what it is about. */
  readonly name: string;
  /** `fail`: ScriptGen does not work so. `warn`: something will not. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** All is well. */
export function ok(name: string, message: string): Check {
  return { name, state: 'ok', message };
}

/** Something will not work, or not as is meant. */
export function warn(name: string, message: string, fix: string): Check {
  return { name, state: 'warn', message, fix };
}

/** ScriptGen does not work so. */
export function fail(name: string, message: string, fix: string): Check {
  return { name, state: 'fail', message, fix };
}
