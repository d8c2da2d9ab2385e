import { setFlagsFromString } from 'node:v8';

/** The versions of Node whose V8 is known to have the flags below; another would complain of them on standard error. */
const KNOWN = ['22', '23', '24'];

/**
 * Have code compiled to machine code later than V8 does by itself. Most commands take a tenth of a second, and end before
 * what V8 spends on that comes back; in longer ones all that matters is called so often soon. V8 refuses code that was
 * kept under other flags, so this comes before any is read.
 */
export function compileLate(): void {
  // Calls of a function; by themselves 400 and 3000.
  setFlag('--invocation-count-for-maglev=10000');
  setFlag('--invocation-count-for-turbofan=30000');
}

/**
 * Have the space for what is young, of a megabyte at first, grow to 12 at once, which a script of 150 pages does not fill.
 * Most of what a short command makes is in use until it ends: V8 would copy it each time that space is full, and double
 * it each time.
 */
export function growAtOnce(): void {
  setFlag('--semi-space-growth-factor=12');
}

/** Collect no garbage any more while the process ends: V8 would begin to when Node waits for what is left to do. */
export function leaveGarbage(): void {
  setFlag('--no-incremental-marking');
}

function setFlag(flag: string): void {
  if (KNOWN.includes(process.versions.node.split('.')[0] ?? '')) setFlagsFromString(flag);
}
