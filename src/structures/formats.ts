import type { Format } from '../bibles/index.ts';
import type { FormatShape } from './format-shape.ts';

/**
 * What the formats are like. Pages, scenes and acts are the custom of the trade; a feature's scenes, silence and uneven
 * lengths follow 77 produced ones (133 scenes, 21,900 words, 32 of 100 scenes silent, in the middle), with fewer and
 * longer scenes, since each costs questions.
 */
export const SHAPES: Readonly<Record<Format, FormatShape>> = {
  short: {
    format: 'short',
    pages: { target: 10, from: 5, to: 15 },
    scenes: { target: 12, from: 6, to: 20 },
    structure: 'turning-points',
    acts: 1,
    roles: 4,
    places: 3,
    lengths: { flash: 0.34, short: 0.33, standard: 0.25, setPiece: 0.08 },
  },
  feature: {
    format: 'feature',
    pages: { target: 110, from: 90, to: 125 },
    scenes: { target: 120, from: 100, to: 160 },
    structure: 'turning-points',
    acts: 3,
    roles: 45,
    places: 40,
    silent: { from: 0.25, to: 0.35 },
    lengths: { flash: 0.36, short: 0.3, standard: 0.24, setPiece: 0.1 },
  },
  'tv-hour': {
    format: 'tv-hour',
    pages: { target: 56, from: 50, to: 62 },
    scenes: { target: 45, from: 36, to: 60 },
    structure: 'tv-hour',
    acts: 5,
    roles: 20,
    places: 15,
    silent: { from: 0.1, to: 0.3 },
    lengths: { flash: 0.15, short: 0.3, standard: 0.4, setPiece: 0.15 },
  },
  sitcom: {
    format: 'sitcom',
    pages: { target: 28, from: 22, to: 36 },
    scenes: { target: 14, from: 11, to: 16 },
    structure: 'sitcom',
    acts: 3,
    roles: 10,
    places: 5,
    lengths: { flash: 0.07, short: 0.11, standard: 0.32, setPiece: 0.5 },
  },
};
