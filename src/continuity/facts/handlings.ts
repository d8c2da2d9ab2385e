import type { Sentence } from '../script/sentences.ts';
import { otherThing, thing, thingName } from './things.ts';
import { isPlain } from './unreal.ts';

/**
 * What happens to a thing: somebody keeps it on them, is given it, takes it up, puts it down, uses it; or it is
 * destroyed, mended, or seen whole.
 */
export interface Handling {
  readonly thing: string;
  readonly type: 'keep' | 'give' | 'take' | 'produce' | 'put' | 'use' | 'destroy' | 'mend' | 'whole' | 'another';
  /** Who does it, by entry id; absent when nobody is said to. */
  readonly by?: string;
  /** Who is given it. */
  readonly to?: string;
}

const ON_BODY =
  "(?:in|into|inside|under|up|behind) (?:his|her|their)(?: [a-z'-]+){0,2} (?:coat|pocket|bag|boot|boots|sleeve|shirt|jacket|belt|purse|apron|satchel|blouse|waistcoat|vest|backpack|rucksack|handbag|pack|stocking|sock|collar)";
const THING = thing('thing');
const BY = '(?:^|[,;] |\\band )@(?<by>\\d+)(?:,[^,]*,)? (?:\\w+ly )?';

const pattern = (text: string): RegExp => new RegExp(text);

/** In order: the first that fits a thing in a sentence counts. */
const HANDLINGS: readonly (readonly [Handling['type'], RegExp])[] = [
  ['another', pattern(otherThing('thing'))],
  [
    'destroy',
    pattern(
      `${BY}(?:burns|smashes|shatters|shreds|destroys|incinerates|melts down|blows up|tears up|rips up|crushes) (?:up )?${THING}`,
    ),
  ],
  [
    'destroy',
    pattern(
      `${BY}(?:tears|rips|breaks|snaps|chops|grinds) ${THING} (?:up|in two|in half|to (?:pieces|shreds|bits|splinters|powder)|apart|into (?:pieces|strips|shreds|bits))`,
    ),
  ],
  [
    'destroy',
    pattern(
      `${BY}(?:throws|drops|feeds|tosses|flings|pushes) ${THING} (?:in|into|on|onto|to) the (?:fire|flames|stove|furnace|hearth|shredder|fireplace|incinerator)`,
    ),
  ],
  [
    'destroy',
    pattern(
      `(?:^|[,;] |\\band )(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|@\\d+'s) (?<thing>(?:[a-z][a-z'-]* ){0,2}?[a-z][a-z'-]+) (?:burns to (?:ash|ashes|nothing|cinders)|burns (?:up|away)|shatters|explodes|sinks|goes up in flames|falls to (?:pieces|bits)|breaks (?:in two|apart|to pieces)|is (?:burnt to ash|burned to ash|smashed|destroyed|in pieces|in ashes|nothing but ash))`,
    ),
  ],
  [
    'mend',
    pattern(
      `${BY}(?:repairs|mends|fixes|glues|rebuilds|restores|patches|solders|welds|splices|stitches|tapes|pieces) (?:up |together )?${THING}`,
    ),
  ],
  [
    'give',
    pattern(
      `${BY}(?:gives|hands|passes|tosses|throws|slips|offers|returns|lends|slides) @(?<to>\\d+) (?:back )?${THING}`,
    ),
  ],
  [
    'give',
    pattern(
      `${BY}(?:gives|hands|passes|tosses|throws|slips|returns|lends|slides|entrusts) (?:over )?${THING} (?:over |back |across )?to @(?<to>\\d+)`,
    ),
  ],
  [
    'give',
    pattern(
      `${BY}(?:presses|puts|lays|places|drops) ${THING} (?:in|into) @(?<to>\\d+)'s (?:hand|hands|palm|lap|pocket|bag|arms)`,
    ),
  ],
  ['keep', pattern(`${BY}(?:pockets|keeps|hangs on to) ${THING}`)],
  [
    'keep',
    pattern(`${BY}(?:puts|slips|tucks|hides|slides|stuffs|drops|shoves|buttons|pushes|sticks) ${THING} ${ON_BODY}`),
  ],
  [
    'produce',
    pattern(
      `${BY}(?:pulls|draws|takes|fishes|digs|produces|brings|slides|slips) ${THING} (?:out of|from|out from|from under|from inside) (?:a|an|the|his|her|their)\\b`,
    ),
  ],
  ['produce', pattern(`${BY}(?:pulls|draws|takes|fishes|digs|brings) out ${THING}`)],
  ['produce', pattern(`${BY}produces ${THING}`)],
  [
    'put',
    pattern(`${BY}(?:puts|sets|lays|leaves|drops|places|loses|hangs|props|leans|buries|locks) (?:down )?${THING}`),
  ],
  [
    'take',
    pattern(
      `${BY}(?:takes|picks up|grabs|seizes|snatches|lifts|collects|steals|finds|catches|accepts|gets|receives) (?:up |back )?${THING}`,
    ),
  ],
  [
    'use',
    pattern(
      `${BY}(?:uses|holds(?: up| out)?|raises|aims|fires|reads|opens|plays|swings|waves|winds|lights|studies|turns over|weighs|clutches|carries|unfolds|folds|loads|points|shakes|polishes|examines|wears|checks|rings|starts|drives|sails|rows|unlocks|unrolls|shows|strokes|tunes|lifts up|consults|sharpens|rides) (?:up |out )?${THING}`,
    ),
  ],
  ['use', pattern(`${BY}[a-z]+ (?:[a-z'@0-9]+ ){0,5}with ${THING}`)],
  [
    'whole',
    pattern(
      "^(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|@\\d+'s) (?<thing>(?:[a-z][a-z'-]* ){0,2}?[a-z][a-z'-]+) (?:lies|stands|sits|hangs|rests|glows|ticks|rings|works|gleams|waits|runs|plays|is whole|is back)\\b",
    ),
  ],
];

/** Another one of its kind, or what is left of it. */
const OTHER =
  /\b(?:another|new|second|copy|copies|replica|twin|spare|duplicate|replacement|picture of|photograph of|drawing of|pieces|shards?|ash|ashes|remains|fragments?|burnt|burned|charred|scraps?|broken|torn|stub|wreck|wreckage|ruins?|what(?:'s| is) left|empty frame|hole where|place where)\b/i;

/** Halves that go on being used: the thing is shared, not lost. */
const SHARED = /\b(?:parts?|piece|other half|smaller|bigger|one half|half to)\b/i;

/** What is done to things in a sentence of action; nothing when it says what is not so. */
export function handlingsIn({ text, marked, people }: Sentence): readonly Handling[] {
  if (!isPlain(text)) return [];
  const found = new Map<string, Handling>();
  for (const [type, one] of HANDLINGS) {
    const groups = one.exec(marked)?.groups;
    const name = groups?.['thing'] === undefined ? undefined : thingName(groups['thing']);
    if (name === undefined || found.has(name)) continue;
    const by = people[Number(groups?.['by'] ?? Number.NaN)];
    const to = people[Number(groups?.['to'] ?? Number.NaN)];
    found.set(name, {
      thing: name,
      type: (type === 'destroy' ? SHARED : OTHER).test(text) ? 'another' : type,
      ...(by === undefined ? {} : { by }),
      ...(to === undefined ? {} : { to }),
    });
  }
  return [...found.values()];
}
