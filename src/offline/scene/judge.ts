import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import type { SceneBrief, SceneElement } from '../../generators/index.ts';
import { CHECKS, type Finding } from './checks.ts';
import { Element, Scene } from './read.ts';

const Input = Scene.extend({ a: z.array(Element), b: z.array(Element) });
const WEIGHT = { blocker: 9, major: 3, minor: 1 } as const;

/** The version with fewer faults that code can decide, the grave ones counted more; else neither. */
export function judgeVersions(json: Json): Json {
  const { scene, a, b } = Input.parse(json);
  const [ofA, ofB] = [faultsOf(a, scene), faultsOf(b, scene)];
  const [inA, inB] = [weightOf(ofA), weightOf(ofB)];
  return {
    reasons: `By what code can decide, A has ${told(ofA)} and B has ${told(ofB)}.`,
    better: inA === inB ? 'tie' : inA < inB ? 'A' : 'B',
  };
}

function faultsOf(elements: readonly SceneElement[], scene: SceneBrief): readonly Finding[] {
  return CHECKS.flatMap((check) => check(elements, scene));
}

function weightOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
}

function told(findings: readonly Finding[]): string {
  return findings.length === 0 ? 'no fault' : [...new Set(findings.map(({ rule }) => rule))].join(', ');
}
