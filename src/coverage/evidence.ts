import { quoteFinder } from '../extract/index.ts';
import { countWords, type Screenplay } from '../screenplay/index.ts';
import { type Area, CRITERIA, criterionNamed, GRADES } from './areas.ts';
import type { Part } from './parts.ts';

/** Something a reader says of a part, before it is held against the script. */
export interface Claim {
  /** A criterion's key. */
  readonly criterion: string;
  /** -2 to 2. */
  readonly grade: number;
  /** The scene's place in its part, from 1. */
  readonly scene: number;
  readonly quote: string;
  readonly why: string;
}

/** A claim whose words stand in the script. */
export interface Evidence {
  /** `E1`, `E2` …, in story order. */
  readonly id: string;
  readonly criterion: string;
  readonly area: Area;
  readonly grade: number;
  /** The scene's place in the script, from 0. */
  readonly scene: number;
  /** The scene's number as the script has it. */
  readonly number: string;
  /** Which piece of it, from 1, where the scene is too long to be read at once. */
  readonly piece?: number;
  readonly page: number | null;
  /** In the script's text; `null` for a script that was not read from one. */
  readonly line: number | null;
  readonly quote: string;
  readonly why: string;
}

/** A claim that counts for nothing, and why. */
export interface Dropped extends Claim {
  readonly reason:
    | 'not in the script'
    | 'too short to tell'
    | 'no such criterion'
    | 'no such grade'
    | 'said twice'
    | 'all alike';
}

/** A quote of fewer words must be all that is said or told at once: a word or two stand anywhere. */
const LEAST_WORDS = 3;

type Found = Omit<Evidence, 'id'>;

/** So many grades of one part that are all the same extreme tell nothing apart, and count for nothing. */
const ALIKE = 6;

/**
 * Hold what readers say against the script: a claim counts when its criterion and grade are on the lists and its words
 * stand, word for word, in the part that was read. Words that are said twice for one area count once, at the lower grade;
 * a part that is praised or damned throughout counts for nothing. The order in which claims come makes no difference.
 */
export function foundedEvidence(
  script: Screenplay,
  readings: readonly { readonly part: Part; readonly claims: readonly Claim[] }[],
): { readonly evidence: readonly Evidence[]; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const found = readings.flatMap(({ part, claims }) => {
    const find = finderFor(script, part);
    const standing = claims.flatMap((claim): readonly (Found & { readonly claim: Claim })[] => {
      const one = founded(find, claim);
      if (typeof one !== 'string') return [{ ...one, claim }];
      dropped.push({ ...claim, reason: one });
      return [];
    });
    if (!isAllAlike(standing)) return standing;
    dropped.push(...standing.map(({ claim }) => ({ ...claim, reason: 'all alike' as const })));
    return [];
  });
  const kept = new Map<string, (typeof found)[number]>();
  for (const one of found.toSorted(byGrade)) {
    const key = `${one.area}\n${letters(one.quote)}`;
    if (kept.has(key)) dropped.push({ ...one.claim, reason: 'said twice' });
    else kept.set(key, one);
  }
  const evidence = [...kept.values()]
    .toSorted(byPlace)
    .map(({ claim: _, ...one }, index): Evidence => ({ id: `E${index + 1}`, ...one }));
  return { evidence, dropped };
}

function isAllAlike(standing: readonly Pick<Claim, 'grade'>[]): boolean {
  const [first] = standing;
  if (first === undefined || standing.length < ALIKE || Math.abs(first.grade) !== 2) return false;
  return standing.every(({ grade }) => grade === first.grade);
}

type Finder = (
  claim: Claim,
) => Pick<Found, 'scene' | 'number' | 'piece' | 'page' | 'line' | 'quote'> | 'not in the script' | 'too short to tell';

function finderFor(script: Screenplay, part: Part): Finder {
  const scenes = part.map((scene) => ({
    scene,
    find: quoteFinder({ ...script, children: scene.blocks }),
    whole: wholesOf(scene.text),
  }));
  return ({ scene: place, quote }) => {
    const named = scenes[place - 1];
    // A reader who is a scene off has still read it.
    for (const { scene, find, whole } of named === undefined ? scenes : [named, ...scenes]) {
      const at = find(quote);
      if (at === undefined) continue;
      if (countWords(quote) < LEAST_WORDS && !whole.has(letters(quote))) return 'too short to tell';
      const { index, number, page, piece } = scene;
      return { scene: index, number, page, line: at.line, quote: at.text, ...(piece === undefined ? {} : { piece }) };
    }
    return 'not in the script';
  };
}

function founded(find: Finder, claim: Claim): Found | Dropped['reason'] {
  const criterion = criterionNamed(claim.criterion);
  if (criterion === undefined) return 'no such criterion';
  if (GRADES[String(claim.grade)] === undefined) return 'no such grade';
  const place = find(claim);
  if (typeof place === 'string') return place;
  return { ...place, criterion: criterion.key, area: criterion.area, grade: claim.grade, why: claim.why.trim() };
}

/** The lower grade first, so that of two that say the same it is the one that counts. */
function byGrade(a: Found, b: Found): number {
  return a.grade - b.grade || byPlace(a, b);
}

function byPlace(a: Found, b: Found): number {
  return (
    a.scene - b.scene ||
    (a.piece ?? 0) - (b.piece ?? 0) ||
    rank(a) - rank(b) ||
    compare(a.quote, b.quote) ||
    compare(a.why, b.why)
  );
}

function rank({ criterion }: Found): number {
  return CRITERIA.findIndex(({ key }) => key === criterion);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is said or told at once in a scene: its lines and paragraphs, as {@link letters}. */
function wholesOf(text: string): ReadonlySet<string> {
  return new Set([...text.split('\n'), ...text.split('\n\n')].map(letters));
}

/** The letters and digits of a text: what two quotes of the same words have in common. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
