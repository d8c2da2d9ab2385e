import type { Json } from '../../core/index.ts';
import type { SceneBrief, SceneElement } from '../../generators/index.ts';
import { PATTERNS } from '../patterns.ts';
import { createRandom } from '../random.ts';
import { VOICES } from '../voices.ts';
import { SCENE_TASKS } from './index.ts';

const PEOPLE = [
  'Ines Duarte',
  'Tomas Rell',
  'Marguerite Aske',
  'Yusuf Balint',
  'Dr. Ama Sow',
  'Pell',
  'Odile Kern',
  'Bram Tully',
  'Sister Agnes',
  'Viktor Lund',
  'Noor Hale',
  'Gus',
];
const PLACES: readonly (readonly [heading: string, look: string, sound: string])[] = [
  [
    'INT. FLOODED CELLAR',
    'Black water to the fourth step, a table afloat, one candle in a bottle neck.',
    'Dripping in two rhythms; guns as weather.',
  ],
  [
    'INT. RECORDS OFFICE',
    'Shelves to the ceiling, a counter worn pale by elbows, one barred window.',
    'A ventilator with a bent blade; stamps falling next door.',
  ],
  [
    'EXT. RUINED SQUARE',
    'A fountain with no rim, a tram on its side, snow that is partly ash.',
    'A loose sign, and a silence with people in it.',
  ],
  [
    'INT. KITCHEN',
    'Copper pans in order of size, a table cut by forty years of knives.',
    'A kettle that never quite boils.',
  ],
];
const GOALS = [
  'to get the survey notebook before the clerk leaves',
  'to learn who signed the second receipt',
  'to make them open the ledger',
  'to be gone before the inquest',
  'to put the brass compass back where it was',
];
const BEATS = [
  [
    'Ines lays the survey notebook on the table.',
    'They argue about the brass compass.',
    'Tomas tears out one page.',
    'Ines realises the map was never finished.',
  ],
  [
    'The clerk shuts the window early.',
    'A receipt turns up between two ledgers.',
    'Ines asks for the key.',
    'The key is pushed across the counter.',
  ],
  ['A photograph slides out of the lining.', 'Nobody picks it up.', 'Tomas names a price.', 'The lamp goes out.'],
  ['Ines wants the ticket back.', 'Tomas refuses.', 'The ticket turns out to be a copy.'],
  [
    'Tomas asks what the telegram says.',
    'Ines reads out half of it.',
    'Tomas takes the telegram and reads the rest.',
    'Ines lets go.',
  ],
  ['Ines offers the watch for the letter.', 'Tomas will not sell.', 'The watch stops.'],
  ['They agree on a price for the violin.', 'Ines lies about the case.'],
];
const FACTS = [
  'Tomas sold the second notebook in March.',
  'the water has risen two steps since noon',
  'Ines knows where the compass is kept.',
  'The signature on the receipt was traced.',
];

/** One scene for tests and for reading: a brief, and the voices of those who speak. */
export interface Sample {
  readonly scene: SceneBrief;
  readonly bible: readonly Json[];
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
}

/** Scenes of every pattern in turn, with changing casts, places, lengths and voices. */
export function sampleScenes(count: number, seed = 'samples'): readonly Sample[] {
  const order = createRandom(seed).shuffle(PATTERNS);
  return Array.from({ length: count }, (_, index) => {
    const pattern = at(order, index);
    const random = createRandom([seed, index]);
    const length = at(['standard', 'short', 'standard', 'flash', 'standard', 'setPiece', 'short'] as const, index);
    const three = !pattern.silent && pattern.speakers[1] > 2 && length !== 'flash' && random.int(3) === 0;
    const cast = random.shuffle(PEOPLE).slice(0, three ? 3 : 2);
    const [lead = ''] = cast;
    const [heading, look, sound] = random.pick(PLACES);
    const time = random.pick(['DAY', 'NIGHT', 'DAWN', 'DUSK', 'LATER']);
    const scene: SceneBrief = {
      heading: `${heading} - ${time}`,
      cast,
      speakers: pattern.silent ? [] : cast,
      lead,
      goal: random.pick(GOALS),
      opposition: 'the regulations, and whoever keeps them',
      turn: { from: 'trust', to: 'doubt' },
      tension: 1 + random.int(10),
      beats: at(BEATS, index).map((beat) =>
        beat.replaceAll('Ines', firstOf(cast[0])).replaceAll('Tomas', firstOf(cast[1])),
      ),
      pattern: pattern.name,
      length,
      learns: random.int(2) === 0 ? [] : [{ character: lead, fact: random.pick(FACTS) }],
      firstVisit: random.int(3) === 0,
    };
    const people = cast.map((name) => ({
      kind: 'character',
      name,
      fields: { role: 'other', want: 'to go home', fear: 'the water', voice: { ...sampleVoice(name) } },
    }));
    return { scene, bible: [...people, { kind: 'setting', name: heading, fields: { look, sound, rules: '' } }] };
  });
}

function firstOf(name = 'Somebody'): string {
  return name.replace('Dr. Ama ', 'Dr. ').replace(/^(\p{Lu}\p{Ll}{2,}) .*/u, '$1');
}

/** The voice a sample person has in every scene. */
export function sampleVoice(name: string): Record<'vocabulary' | 'sentences' | 'avoids' | 'address', string> {
  const { vocabulary, sentences, avoids, address } = at(VOICES, PEOPLE.indexOf(name));
  return { vocabulary: `${vocabulary} Words of the trade: bearing, datum, dead ground.`, sentences, avoids, address };
}

/** Ask one task as a provider would, seeded by its name and input. */
export function ask(task: string, input: Json): Json {
  const work = SCENE_TASKS[task];
  if (!work) throw new RangeError(`no task ${task}`);
  return work(input, createRandom([task, input]));
}

/** The elements of a sample, written by its characters and staged by its director. */
export function writeSample({ scene, bible }: Sample): readonly SceneElement[] {
  const brief = { ...scene } as unknown as Json;
  const offers = scene.speakers.map((self) => ({
    character: self,
    offer: ask('scene.lines', { title: 'Samples', scene: brief, bible, self, knows: [] }),
  }));
  const directed = ask('scene.direct', { title: 'Samples', scene: brief, bible, offers });
  return (directed as unknown as { readonly elements: readonly SceneElement[] }).elements;
}
