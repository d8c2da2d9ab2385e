/** The colour of a round of changes. */
export interface RevisionColor {
  readonly name: string;
  /** Of changed text on a screen, `#RRGGBB`. */
  readonly color: string;
  /** Of the paper, `#RRGGBB`. */
  readonly pageColor: string;
}

/**
 * The colours of revised pages in the order of the Writers Guild of America (screenwriting.io, "What color are
 * revised pages?"); the first draft is on white, and after cherry comes second blue. The shades are those of the sets
 * that Final Draft makes.
 */
export const REVISION_COLORS: readonly RevisionColor[] = [
  { name: 'Blue', color: '#0000FF', pageColor: '#C6EDFE' },
  { name: 'Pink', color: '#FF00FF', pageColor: '#FDCCD4' },
  { name: 'Yellow', color: '#A0A000', pageColor: '#FDFFAB' },
  { name: 'Green', color: '#008000', pageColor: '#D1FED0' },
  { name: 'Goldenrod', color: '#CC7F32', pageColor: '#FACD39' },
  { name: 'Buff', color: '#8E6B23', pageColor: '#FCED9D' },
  { name: 'Salmon', color: '#A74242', pageColor: '#F8AE8E' },
  { name: 'Cherry', color: '#D5236B', pageColor: '#FBA4B4' },
];

/** The nine sets of a new Final Draft document: {@link REVISION_COLORS} and tan. */
export const FINAL_DRAFT_COLORS: readonly RevisionColor[] = [
  ...REVISION_COLORS,
  { name: 'Tan', color: '#DB9370', pageColor: '#FDF1C7' },
];
