/** Words between a thing's article and its name: three at most. */
const NOUN = "(?:[a-z][a-z'-]* ){0,3}?[a-z][a-z'-]+(?: of (?:[a-z][a-z'-]* )?[a-z][a-z'-]+)?";

/** What may follow a thing: the end, a mark, or a word that begins something else. */
const END =
  '(?=[.,;:!?]|$| (?:to|into|in|inside|from|out|on|onto|at|with|and|under|over|behind|back|off|away|up|down|through|against|across|for|as|by|between|before|after|around|toward|towards|near|beside|apart|again|once|twice|is|are|was|lies|stands|sits|hangs|rests|burns|shatters|explodes|sinks|melts|falls|goes|still|until|where|while|that|which|whose|who|@)\\b| @)';

/** A thing with its article, as a part of a pattern: a group of the given name. */
export function thing(name: string): string {
  return `(?:the|his|her|their|its|@\\d+'s) (?<${name}>${NOUN})${END}`;
}

/** Another thing of a kind, as a part of a pattern: a group of the given name. */
export function otherThing(name: string): string {
  return `\\b(?:another|a new|a second|a spare|a copy of the) (?<${name}>${NOUN})${END}`;
}

/** Things of which there are many, or that are no things: nobody keeps account of who has them. */
const COMMON = new Set(
  (
    'door doors window windows table chair glass glasses cup cups mug page pages paper papers hand hands head arm arms coat hat ' +
    'light lights fire flame flames candle match matches cigarette phone telephone pen pencil look nod eye eyes face finger ' +
    'fingers way time word words money coin coins bill drink smile kiss back floor room street silence air rest end other ' +
    'others one ones same side corner wall foot feet leg legs shoulder shoulders knee knees lip lips mouth hair breath voice name ' +
    'half piece pieces part parts tea coffee water wine bread food plate bowl spoon fork knife chance job work truth question answer ' +
    'lead line lines lamp pocket sleeve collar button buttons rain snow sun moon sky wind ground edge top bottom middle ' +
    'crust toast egg sugar salt spell seal code record deal law rule rules news list heart mind mood joke laugh moment'
  ).split(' '),
);

/** The name under which account is kept of a thing; `undefined` for what is too common to be one and the same. */
export function thingName(words: string): string | undefined {
  const name = words
    .toLowerCase()
    .replace(/^(?:own|old|little|small|big|same|very|whole|entire|last|first) /, '')
    .trim();
  const head = headOf(name);
  return head === '' || COMMON.has(head) || COMMON.has(name) ? undefined : name;
}

/** The noun of a thing's name: `key` for `brass key`, `ring` for `ring of keys`. */
export function headOf(name: string): string {
  return (
    name
      .replace(/ of .*$/, '')
      .split(' ')
      .at(-1) ?? ''
  );
}
