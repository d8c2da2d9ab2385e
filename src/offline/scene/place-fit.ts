const INDOORS =
  /\b(?:doors?|doorway|latch|windows?|sill|panes?|chairs?|seats?|stool|tables?|drawers?|shelf|shelves|floor|ceiling|wall|lamp|stairs?|stove|kettle|tap|sink|basin|cups?|plates?|bed|sheets?|curtain|rug|rooms?|piano|mirror|picture|cupboard|hook|ledge|broom|bucket|bin|clock|mattress|blotter|calendar|frame|panel|nail|inside|indoors|outside|overhead|desk)\b/i;
const OUTDOORS =
  /\b(?:street|road|cart|alley|roof|railings?|trams?|bonfire|pigeons|bicycles|crowd|gate|tarpaulin|bridge|corner|tiles|hedge|sky|washing on lines|church|rain|driver|car|current|a boy on a wall)\b/i;

/** People and animals that come with a template and with no story. */
const STRANGERS =
  /\b(?:a man\b|the man\b|a boy|boys|a child\b|child’s|child's|a stranger|strangers|neighbour|the cat|the dog|a dog|a cook|children|somebody sweeping|ticket clerk|driver|a bird|the bird|a letter has come|somebody's newspapers|someone's supper)/i;

/** Those of the templates that can be played under this heading: no furniture out of doors, no street within, and preferably no strangers. All of them when that leaves too few. */
export function playableAt(heading: string, templates: readonly string[], least = 1): readonly string[] {
  const wrong = /^\s*EXT/i.test(heading) ? INDOORS : /^\s*INT(?!\.?\/)/i.test(heading) ? OUTDOORS : undefined;
  const right = templates.filter((template) => !wrong?.test(template));
  const own = right.filter((template) => !STRANGERS.test(template));
  return [own, right].find((some) => some.length >= least) ?? templates;
}
