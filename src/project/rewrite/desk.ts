import type { Wiring } from '../wiring.ts';
import { critique } from './critique.ts';
import { rewrite } from './rewrite.ts';
import type { ProjectRewriting } from './rewriting.ts';

/** Open the part of a project that has scenes read and rewritten. */
export function openRewriting(wiring: Wiring): ProjectRewriting {
  return {
    critique: (how = {}) => critique(wiring, how),
    rewrite: (how = {}) => rewrite(wiring, how),
  };
}
