const HOLDABLE = new Set(
  `address album apple armband atlas bag ball bandage banknote barometer basket battery bell belt bill blade blanket
  bolt bond book bottle bow bowl box bracelet bread brick brooch brush bucket buckle bullet button cable cage cake
  camera can candle canvas cap card cassette certificate chain chalk chart chisel cigarette clock cloth coat coin comb
  compass contract cord cork costume crate crown cup cushion deck deed diary dice dictionary disc document doll dossier
  dress dressing drill drive drum earring egg engine envelope eraser fan feather file film fiddle flag flare flask
  flower flute folder fork form frame fuse gauge gavel gift glass glove gun hammer handkerchief hat hatbox helmet
  hook horn hourglass ink instrument invoice jacket jar jug kettle key keyring knife label ladder ladle lamp lantern
  ledger lens letter letterbox licence license lighter list locket lock logbook lunchbox magazine mallet manifest manual
  manuscript map mask match matchbox medal medallion menu metronome microphone mirror model money mug nail necklace needle
  newspaper note notebook notice number oar order package padlock page painting pan paper parcel passbook passport
  patch pebble pen pencil pendant permit phone photo photograph picture pillow pin pipe pistol plan plate pot
  postcard prescription programme purse puzzle quill rag radio razor receipt recipe record recorder reel register report
  revolver ribbon rifle ring rod rope rosary ruler saw scale scalpel scarf schedule score screw screwdriver script seal
  seed sextant shawl sheet shell shirt shoe shovel sketch spade spanner spoon stamp statement statue stick stone
  string suitcase sword syringe tag tape telegram telescope testament thermometer thermos thread ticket tie timetable tin
  token tool torch towel toy transcript tray trumpet trunk tube tuner umbrella uniform urn valve vase vial violin visa
  walkie-talkie wallet watch wheel whistle wig will wire wreath wrench album photograph almanac chronometer syllabus
  petition cheque ballot pass slip roll spool seating-plan rein harness saddle candlestick chalice psalter hymnal
  stethoscope chart cutting proof galley plumb-line line`
    .split(/\s+/)
    .filter((word) => word !== 'will' && word !== 'match' && word !== 'order' && word !== 'can'),
);
const DETERMINERS = /\b(?:the|a|an|his|her|their|its)\s+((?:[\p{L}’'-]+\s+){0,4}?[\p{L}’'-]+)/giu;
const PLAIN_END =
  /^(?:\s*[.,;:!?"]|\s*$|\s+(?:of|from|to|in|on|at|before|after|with|and|or|for|by|that|which|who|under|behind)\b)/iu;
const NO_TOPIC = new Set(
  `way time moment night day morning evening end end truth hand hands eye eyes face head lie deal offer other others
  first second last same one two room door thing things fact rest chance point question answer look word words side
  man woman men women boy girl child people person stranger mother father sister brother wife husband son daughter
  friend silence choice past future`.split(/\s+/),
);

/** Things a card names that a hand can hold, as `the brass compass`, in order and without doubles. */
export function thingsIn(text: string): readonly string[] {
  return phrasesIn(text, (words) => {
    const last = words.slice(0, 3).findLastIndex((word) => HOLDABLE.has(word.toLowerCase()));
    return last < 0 ? undefined : words.slice(0, last + 1);
  });
}

/** What a card talks about, as `the hearing`: things and whatever else stands after an article by itself. */
export function topicsIn(text: string): readonly string[] {
  return phrasesIn(text, (words, after) => {
    const [first = '', ...more] = words;
    if (NO_TOPIC.has(first.toLowerCase()) || first.length < 4 || /(?:s|ing|ed|ly)$/i.test(first)) return undefined;
    return more.length === 0 && PLAIN_END.test(after) ? [first] : undefined;
  });
}

function phrasesIn(
  text: string,
  take: (words: readonly string[], after: string) => readonly string[] | undefined,
): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(DETERMINERS)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const rest = text.slice(start);
    const run = /^[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}/u.exec(rest)?.[0].split(' ') ?? [];
    const one = run.slice(0, 1);
    const words = take(run, rest) ?? take(one, rest.slice(one[0]?.length ?? 0));
    if (words && words.length > 0 && words.every(isPlain)) found.push(`the ${words.join(' ')}`);
  }
  return [...new Set(found)];
}

const JOINING = /^(?:of|from|to|in|on|at|before|after|with|and|or|for|by|that|which|who|is|was|are|the|a|an|his|her)$/i;

function isPlain(word: string): boolean {
  return !JOINING.test(word) && !/[’']s$/.test(word) && !/^\p{Lu}/u.test(word);
}

const PAPER =
  /(?:letter|note|page|list|map|photograph|photo|picture|contract|document|paper|receipt|ticket|postcard|telegram|form|permit|certificate|envelope|statement|transcript|bill|invoice|slip|sheet|drawing|sketch|label|petition|cheque|card|deed|manifest|proof|cutting|script|score|menu|recipe|prescription|dossier|report)$/i;

/** Whether a thing is a sheet or two: it can be torn, folded or burnt. */
export function isPaper(thing: string): boolean {
  return PAPER.test(thing);
}

/** A thing as it is named the second time: \`the torn theatre ticket\` is \`the ticket\`, \`the box of medals\` is \`the box\`. */
export function shortThing(thing: string): string {
  const [head = thing] = thing.split(' of ');
  const words = head.split(' ');
  return words.length < 3 ? head : `${words[0]} ${words.at(-1)}`;
}
