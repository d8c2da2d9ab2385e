import type { Found } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Element, StagedScene } from '../script/staged.ts';
import { type ContinuityRule, sceneName, words } from './rule.ts';
import { type Saying, sayingsIn, saysAll, stemsOf } from './says.ts';
import { type Secret, secretsOf } from './secrets.ts';

/** Somebody says what they cannot know yet. */
export const knownTooSoon: ContinuityRule = {
  id: 'continuity/known-too-soon',
  severity: 'blocker',
  confidence: 0.85,
  title: 'Somebody says what they do not know yet',
  why: 'Goes by facts of the bible with holders, and by who learns what in the cards, in story time. A line says a fact when it has all its words that carry something (three or more), or a name that stands in this fact alone. Left alone: questions and doubts, what was said in front of them before, who the fact is about, and what comes out in the scene. Told once a person and fact.',
  find: (ledger) => {
    const lines = linesOf(ledger);
    return secretsOf(ledger).flatMap((secret) => leaks(ledger, secret, lines));
  },
};

/** An element with what it claims, read once for all secrets. */
interface Line {
  readonly scene: StagedScene;
  readonly element: Element;
  readonly sayings: readonly Saying[];
  /** The words by which those on stage are called: who is spoken to is not named. */
  readonly addressed: ReadonlySet<string>;
}

/** The elements of all scenes but dreams, in story time. */
function linesOf({ scenes, people }: Ledger): readonly Line[] {
  return scenes
    .filter(({ mode }) => mode !== 'dream')
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((scene) =>
      scene.elements.map((element): Line => {
        const others = (scene.card?.cast ?? []).filter((id) => id !== element.speaker);
        const names = element.type === 'speech' ? others.flatMap((id) => stemsOf(people.nameOf(id))) : [];
        return { scene, element, sayings: sayingsIn(element.text), addressed: new Set(names) };
      }),
    );
}

function leaks(ledger: Ledger, secret: Secret, lines: readonly Line[]): readonly Found[] {
  const told = new Set<string>();
  const heard = new Set<string>();
  return lines.flatMap((line): readonly Found[] => {
    const quote = saidOf(secret, line);
    if (quote === undefined) return [];
    const { scene, element } = line;
    const { speaker } = element;
    const isLeak = speaker !== undefined && !heard.has(speaker) && !told.has(speaker) && !secret.isFree(speaker, scene);
    for (const person of scene.card?.cast ?? []) heard.add(person);
    if (!isLeak || speaker === undefined) return [];
    told.add(speaker);
    return [foundFor(ledger, secret, { ...line, quote }, speaker)];
  });
}

/** The words of an element that say a secret: of a speech a claim, of action whatever shows it. */
function saidOf({ stems, terms }: Secret, { element: { text }, sayings, addressed }: Line): string | undefined {
  const term = terms.find((word) => new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'u').test(text));
  if (term !== undefined) return text.split(/(?<=[.!?…])\s+|\n+/u).find((one) => one.includes(term)) ?? term;
  return sayings.find((saying) => saysAll(saying, stems, addressed))?.text;
}

function foundFor(
  ledger: Ledger,
  { text, source }: Secret,
  { scene, element, quote }: Line & { readonly quote: string },
  speaker: string,
): Found {
  const name = ledger.people.nameOf(speaker);
  return {
    message: `${name} says in ${sceneName(scene)} what ${name} does not know yet: ${text}`,
    fix: `Let ${name} ask or guess instead, or learn it before.`,
    evidence: [
      source.field === 'learns'
        ? { from: 'card', scene: source.id, source, quote: text }
        : { from: 'bible', source, quote: text },
      words(scene, element, quote),
    ],
    also: [{ source: scene.id, field: 'learns' }],
  };
}
