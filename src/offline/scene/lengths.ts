/** Words of each length of scene: the bounds a card names, and what the offline director aims for. */
export const LENGTHS = {
  flash: { least: 30, aim: 48, most: 60 },
  short: { least: 80, aim: 122, most: 150 },
  standard: { least: 200, aim: 268, most: 350 },
  setPiece: { least: 400, aim: 450, most: 700 },
} as const;
