import type { Sketch } from './sketch.ts';

const WORKS =
  /clock|watch|metronome|radio|lamp|torch|lock\b|camera|machine|timer|lighter|fan\b|telephone|recorder|scales|compass|kettle|engine|pump|valve|typewriter|music box|padlock|projector/;
const BREAKS =
  /cup|plate|jar|glass|vase|key top|mirror|bottle|string|wire|stand|frame|box|tile|clock|metronome|lamp|pipe|bowl|jug|doll|figure|map|photograph|ticket|letter|page|card|poster|programme|receipt/;
const LONG =
  /pole|stand|pipe|oar|ladder|umbrella|stick|spade|shovel|broom|crutch|rod|bar\b|plank|coil|suitcase|case|chair|bow\b|cane|rake|spear|lance/;
const HARD =
  /key|coin|box|tin|fork|hammer|stand|bottle|stone|knob|loupe|watch|lock|torch|spoon|ladle|cane|stick|badge|medal|spanner|wrench|metronome|pipe|case|tool/;

/** What a sketch does to its prop, and what the prop must then be. */
const ASKS: readonly (readonly [does: RegExp, prop: RegExp])[] = [
  [/apart|works again|\bmend/, WORKS],
  [/two pieces of \{prop\}/, BREAKS],
  [/plants \{prop\} across|across both their knees/, LONG],
  [/knocks? with/, HARD],
  [
    /turns \{theprop\} over and asks who|looks at the label/,
    /letter|parcel|package|box|envelope|case|packet|tin|book|bag|crate|jar|bottle|cassette|tape|roll/,
  ],
];
const LARGE =
  /ladder|wheelbarrow|crate|trunk|suitcase|bucket|stand\b|poster|coil|wreath|hat stand|barrow|plank|bicycle/;
const POCKETED = /pocket|under one arm|fingers over it|slides in\.|in place of|sleeve/;

/** Whether this prop can be used as the sketch uses it: only what works is mended, only what is hard knocks. */
export function propFits({ synopsis, beats }: Sketch, prop: string): boolean {
  const text = [synopsis, ...beats].join(' ');
  if (LARGE.test(prop) && POCKETED.test(text)) return false;
  return ASKS.every(([does, kind]) => !does.test(text) || kind.test(prop));
}

const FURNISHED =
  /\b(?:door|doorway|window|sill|chairs?|table|drawers?|shelf|floor|wood|lamp|room|stairs|basin|kettle|glass|pane|light|tap|water|hook|wall)\b/i;

/** Whether a sketch can be played out of doors. */
export function playsOutside({ beats }: Sketch): boolean {
  return !FURNISHED.test(beats.join(' '));
}
