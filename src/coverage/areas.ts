/** What a reader's report judges, in the order of its grid. `setting` is judged where it is asked for. */
export const AREAS = ['premise', 'story line', 'structure', 'characterization', 'dialogue', 'setting'] as const;
/** One of {@link AREAS}. */
export type Area = (typeof AREAS)[number];

/** The areas of the industry's form, which every verdict needs; its sources name the same five. */
export const GRID = AREAS.filter((area) => area !== 'setting');

/** What is looked for in one area: a closed list, so that evidence of different readers can be added up. */
export interface Criterion {
  /** `dialogue/subtext` */
  readonly key: string;
  readonly area: Area;
  /** What holds where it is met. */
  readonly definition: string;
}

/** Every criterion, in the order of the areas. Own wording. */
export const CRITERIA: readonly Criterion[] = [
  criterion('premise', 'premise/hook', 'The situation alone raises a question that an audience wants answered.'),
  criterion('premise', 'premise/stakes', 'It is clear what is won or lost, and by whom.'),
  criterion('premise', 'premise/own', "Something in the idea is this story's own, and no stock of its genre."),
  criterion('story line', 'story/cause', 'What happens follows from what happened: therefore or but, not and then.'),
  criterion('story line', 'story/pursuit', 'Somebody wants something now and acts for it against resistance.'),
  criterion('story line', 'story/surprise', 'Something turns out otherwise than it seemed, and was prepared.'),
  criterion('structure', 'structure/turn', 'A scene ends elsewhere than it began, by a change on screen.'),
  criterion('structure', 'structure/economy', 'A scene starts late, stops on its turn, and could lose nothing.'),
  criterion(
    'structure',
    'structure/setup',
    'Something is planted that can matter later, or something planted pays off.',
  ),
  criterion('characterization', 'character/want', 'What somebody wants can be told from what they do.'),
  criterion(
    'characterization',
    'character/choice',
    'A choice under pressure shows who somebody is, and nobody says it.',
  ),
  criterion('characterization', 'character/depth', 'Two things are true of one person that do not go together easily.'),
  criterion('dialogue', 'dialogue/voice', 'The line could be nobody else’s.'),
  criterion('dialogue', 'dialogue/subtext', 'The line does something else than it says.'),
  criterion(
    'dialogue',
    'dialogue/economy',
    'It says no more than the person would, and explains nothing that both know.',
  ),
  criterion('setting', 'setting/use', 'The place takes part: the scene could not be moved without a loss.'),
  criterion('setting', 'setting/image', 'What is told can be seen or heard, and is seen exactly.'),
  criterion('setting', 'setting/means', 'What it would take to shoot is worth what it gives.'),
];

const BY_KEY: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((one) => [one.key, one]));

/** The criterion of that key; `undefined` for a word that is not on the list. */
export function criterionNamed(key: string): Criterion | undefined {
  return BY_KEY.get(key.trim().toLowerCase());
}

/** The grades a reader gives to a piece of evidence, with what each says. 0 is no fault. */
export const GRADES: Readonly<Record<string, string>> = {
  '2': 'rare: carries the script',
  '1': 'good: adds something',
  '0': 'plain: does its work',
  '-1': 'weak: costs something',
  '-2': 'broken: costs the scene',
};

function criterion(area: Area, key: string, definition: string): Criterion {
  return { key, area, definition };
}
