import type { EngineFault } from './protocol.ts';

/** What the words of an error and of a log mean, most certain first. The words go no further: they can hold story text. */
const MEANINGS: readonly (readonly [EngineFault, RegExp])[] = [
  ['no-binary', /NoBinaryFound|no prebuilt binary|prebuilt binar/i],
  [
    'memory',
    /InsufficientMemory|bad_alloc|out of memory|failed to allocate|unable to allocate|too large for the available/i,
  ],
  [
    'damaged',
    /not within the file bounds|corrupted|incomplete|invalid magic|error loading model|Failed to load model/i,
  ],
  ['grammar', /grammar/i],
];

/** What kind of fault an engine's error is, from its name and message and from what llama.cpp logged before it. */
export function engineFault(error: unknown, logged = ''): EngineFault {
  const said = error instanceof Error ? `${error.name} ${error.constructor.name} ${error.message}` : String(error);
  const text = `${said}\n${logged}`;
  return MEANINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
