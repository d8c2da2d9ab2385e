/** Gestures that every script has, by what is done: two scenes may have one, a third is a tic. */
const GESTURES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['jaw', /\b(?:clench|tighten|set)\w*\b[^.;]{0,24}\bjaws?\b|\bjaws?\b[^.;]{0,12}\b(?:clench|tighten|set)\w*/i],
  [
    'breath',
    /\b(?:exhales?|inhales?|takes? a (?:deep |long |slow )?breath|lets? out a breath|holds? (?:\w+ )?breath)\b/i,
  ],
  ['swallow', /\bswallows?\b(?! (?:it|the|a|his|her|two|one)\b)/i],
  ['sigh', /\bsighs?\b/i],
  ['nod', /\bnods?\b/i],
  ['shrug', /\bshrugs?\b/i],
  ['head shake', /\bshak(?:es?|ing) (?:\w+ )?head\b/i],
  ['smile', /\b(?:smiles?|grins?|smirks?)\b/i],
  ['look away', /\blooks? (?:away|down at (?:the|his|her|their) (?:floor|feet|hands))\b/i],
  ['shared look', /\b(?:share|exchange|trade)s? a (?:look|glance)\b|\beyes meet\b/i],
  ['gaze', /\b(?:holds?|meets?) (?:\w+ )?(?:gaze|eyes?|look)\b/i],
  ['eyes', /\beyes (?:widen|narrow|glisten|dart|well|fill)\w*/i],
  ['brow', /\b(?:furrows?|knits?|raises?) (?:\w+ )?(?:eye)?brows?\b/i],
  ['knuckles', /\bknuckles? (?:whiten|white|go white)\w*/i],
  [
    'silence',
    /\b(?:silence|pause) (?:hangs?|stretches|falls|settles)\b|\ba (?:long )?(?:beat|moment|pause|silence)\b/i,
  ],
  ['window', /\b(?:crosses|goes|walks|turns|steps|moves) to the window\b/i],
  ['hair', /\b(?:runs?|drags?|pushes) (?:a |one |his |her )?(?:hand|fingers) through\b/i],
  ['drink', /\b(?:pours?|drains?|sips?) (?:a |the |his |her |another )?(?:drink|glass|whisk\w+|coffee|tea)\b/i],
];

/** The stock gestures in a text, and the words that tell them. */
export function gesturesIn(text: string): readonly { readonly name: string; readonly quote: string }[] {
  return GESTURES.flatMap(([name, pattern]) => {
    const quote = pattern.exec(text)?.[0];
    return quote === undefined ? [] : [{ name, quote }];
  });
}
