import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { StorageOptions } from './storage.ts';

/** A lease as a row holds it. */
export interface Lease {
  /** `host:pid:random`. */
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** This handle as an owner of leases. */
export interface Lessee {
  readonly id: string;
  /** The present, ISO 8601. */
  readonly now: () => string;
  /** The end of a lease taken or renewed now. */
  readonly until: () => string;
  /** Whether nobody lives who holds this lease: its process is dead, or it ran out. */
  readonly isFree: (lease: Lease) => boolean;
  /** Milliseconds between renewals. */
  readonly renewMs: number;
}

/**
 * Name this handle and its clock.
 *
 * Leases are compared by this process's own clock. On one machine that is one clock; on a fleet, `openPostgres`
 * sets it by the database's at opening, so that clocks may differ by any amount but must not drift by seconds.
 */
export function createLessee(options: StorageOptions): Lessee {
  const { clock = Date.now, host = hostname(), leaseMs = 15_000, renewMs = 5000 } = options;
  const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return {
    id: `${host}:${process.pid}:${randomUUID().slice(0, 8)}`,
    now: () => iso(clock()),
    until: () => iso(clock() + leaseMs),
    isFree: ({ owner, until }) => until <= iso(clock()) || isDead(owner, host),
    renewMs,
  };
}

/** The parts of an owner's id. */
export function readOwner(owner: string): { readonly host: string; readonly pid: number } {
  const parts = owner.split(':');
  return { host: parts.slice(0, -2).join(':'), pid: Number(parts.at(-2)) };
}

/** Whether an owner is surely dead. One on another machine is never surely dead: only time can tell. */
function isDead(owner: string, here: string): boolean {
  const { host, pid } = readOwner(owner);
  if (host !== here) return false;
  try {
    process.kill(pid, 0); // sends nothing, only looks
    return false;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
