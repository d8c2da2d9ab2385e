import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { createLessee, readOwner } from './lease.ts';

const LATER = '2999-01-01T00:00:00.000Z';
const NO_PROCESS = 2 ** 30; // above the highest pid of any system (Linux: 2 ** 22)

test('an owner names its machine and process', () => {
  const host = 'fe80::1'; // colons and all
  expect(readOwner(createLessee({ host }).id)).toEqual({ host, pid: process.pid });
  expect(readOwner(createLessee({}).id).host).toBe(hostname());
});

test('a lease is free when its process is dead on this machine, or its time is over', () => {
  const { isFree, now } = createLessee({ host: 'here' });
  const free = (owner: string, until = LATER): boolean => isFree({ owner, until });
  expect(free(`here:${process.pid}:a`)).toBe(false);
  expect(free(`here:${NO_PROCESS}:a`)).toBe(true);
  expect(free(`there:${NO_PROCESS}:a`)).toBe(false);
  expect(free(`there:${NO_PROCESS}:a`, now())).toBe(true);
  expect(free(`here:${process.pid}:a`, now())).toBe(true);
});

// Process 1 is root's: looking at it gives EPERM to anybody else.
test.skipIf(process.platform === 'win32')('a process that belongs to somebody else lives', () => {
  expect(createLessee({ host: 'here' }).isFree({ owner: 'here:1:a', until: LATER })).toBe(false);
});
