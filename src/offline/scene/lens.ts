import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { LensName } from '../../generators/index.ts';
import { CHECKS } from './checks.ts';
import { Element, Scene } from './read.ts';

/** What rules that code can decide see through each lens. Most lenses take a reader, and show nothing. */
const SEEN: Readonly<Record<LensName, readonly string[]>> = {
  premise: [],
  pacing: ['scene/no-turn', 'line/length', 'action/length'],
  tension: ['scene/no-turn'],
  subtext: ['line/on-the-nose'],
  dialogue: ['line/length', 'line/naming', 'scene/question-chain'],
  voice: [],
  character: [],
  continuity: [],
  action: ['action/length', 'action/adverb'],
  repetition: ['surface/repetition', 'action/repetition'],
};

const Input = Scene.extend({ elements: z.array(Element), lens: z.enum(Object.keys(SEEN) as LensName[]) });

/** What code can see of a draft through one lens. At most seven notes. */
export function critiqueThrough(json: Json): Json {
  const { scene, elements, lens } = Input.parse(json);
  const found = CHECKS.flatMap((check) => check(elements, scene)).filter(({ rule }) => SEEN[lens].includes(rule));
  return { notes: found.slice(0, 7).map((note) => ({ ...note, scope: 'element' })) };
}
