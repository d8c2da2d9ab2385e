import type { Sentence } from '../script/sentences.ts';
import { numberOf } from './numbers.ts';
import type { Predicate } from './predicates.ts';
import { isPlain } from './unreal.ts';

/** Something that is said of a person in passing, and that does not change from scene to scene. */
export interface Trait {
  readonly person: string;
  readonly predicate: Predicate;
  readonly object: string;
  /** Of `kin`: to whom. */
  readonly to?: string;
}

const EYES = '(blue|green|brown|gr[ae]y|hazel|amber|violet)';
const HAIR = '(red|blonde?|brown|black|gr[ae]y|white|auburn|ginger|silver)';
const KIN =
  '(grandmother|grandfather|granddaughter|grandson|mother|father|brother|sister|son|daughter|uncle|aunt|cousin|husband|wife|niece|nephew|widow|widower)';
const JOB =
  '(doctor|surgeon|nurse|teacher|lawyer|judge|baker|butcher|plumber|carpenter|electrician|mechanic|farmer|fisherman|sailor|pilot|priest|nun|dentist|vet|chemist|engineer|architect|accountant|librarian|journalist|photographer|policeman|policewoman|detective|soldier|barber|tailor|cook|chef|waiter|waitress|postman|locksmith|pianist|violinist|cellist|gardener|undertaker|translator|interpreter|clerk)';
const NUMBER = '(\\d{1,3}|[a-z]+(?:-[a-z]+)?)';

/** Patterns of action: the first group is the person's mark, the second what is said. */
const SEEN: readonly (readonly [Predicate, RegExp])[] = [
  ['age', /@(\d+) \((?:aged? )?(\d{1,2}(?:s|-ish)?)\b(?![-–/])/],
  ['age', /@(\d+), (\d{1,2}),/],
  ['age', new RegExp(`@(\\d+) (?:is|turns) ${NUMBER}(?: years old)?(?=[.,;]|$| today\\b)`)],
  ['eyes', new RegExp(`@(\\d+)'s ${EYES} eyes\\b`, 'i')],
  ['eyes', new RegExp(`@(\\d+)'s eyes are ${EYES}\\b`, 'i')],
  ['hair', new RegExp(`@(\\d+)'s (?:(?:long|short|thick|thin|curly) )?${HAIR} hair\\b`, 'i')],
  ['hair', new RegExp(`@(\\d+)'s hair is ${HAIR}\\b`, 'i')],
  ['job', new RegExp(`@(\\d+)(?: \\([^)]*\\))?(?:,| is) an? ${JOB}\\b`)],
];

/** What action says of people. */
export function traitsSeen({ text, marked, people }: Sentence): readonly Trait[] {
  if (!isPlain(text)) return [];
  const traits = SEEN.flatMap(([predicate, pattern]): readonly Trait[] => {
    const [, mark = '', said = ''] = pattern.exec(marked) ?? [];
    const person = people[Number(mark === '' ? Number.NaN : mark)];
    const object = predicate === 'age' ? ageText(said) : colour(said);
    return person === undefined || object === undefined ? [] : [{ person, predicate, object }];
  });
  const kin = new RegExp(`@(\\d+)(?:,| is) @(\\d+)'s ${KIN}\\b(?!-in-law)`).exec(marked);
  const [one, other] = [people[Number(kin?.[1])], people[Number(kin?.[2])]];
  if (one === undefined || other === undefined || kin?.[3] === undefined) return traits;
  return [...traits, { person: one, to: other, predicate: 'kin', object: kin[3] }];
}

/** What somebody says of their own people: `my brother Tom`. A question or a doubt says nothing. */
export function traitsSaid({ text, marked, people }: Sentence, speaker: string): readonly Trait[] {
  if (!isPlain(text) || text.endsWith('?')) return [];
  const traits: Trait[] = [];
  for (const [, word = '', mark] of marked.matchAll(
    new RegExp(`\\b[Mm]y (?:own |dear |late )?${KIN},? @(\\d+)\\b`, 'g'),
  )) {
    const person = people[Number(mark)];
    if (person !== undefined && person !== speaker)
      traits.push({ person, to: speaker, predicate: 'kin', object: word });
  }
  const age = new RegExp(`\\bI(?:'m| am) ${NUMBER} years old\\b`).exec(marked)?.[1];
  const object = age === undefined ? undefined : ageText(age);
  if (object !== undefined) traits.push({ person: speaker, predicate: 'age', object });
  return traits;
}

/** What the words of a look say of eyes and hair. */
export function traitsOfLook(look: string): readonly Pick<Trait, 'predicate' | 'object'>[] {
  const eyes = new RegExp(`\\b${EYES}[ -]eye[ds]\\b|\\beyes (?:are |of )?${EYES}\\b`, 'i').exec(look);
  const hair = new RegExp(`\\b${HAIR}[ -]hair(?:ed)?\\b|\\bhair (?:is |of )?${HAIR}\\b`, 'i').exec(look);
  return [
    ...(eyes === null ? [] : [{ predicate: 'eyes' as const, object: colour(eyes[1] ?? eyes[2] ?? '') }]),
    ...(hair === null ? [] : [{ predicate: 'hair' as const, object: colour(hair[1] ?? hair[2] ?? '') }]),
  ];
}

function colour(word: string): string {
  return word.toLowerCase().replace('gray', 'grey').replace('blonde', 'blond');
}

function ageText(said: string): string | undefined {
  if (/^\d+s$/.test(said)) return said;
  const number = numberOf(said.replace('-ish', ''));
  return number === undefined || said.endsWith('-ish') ? undefined : String(number);
}
