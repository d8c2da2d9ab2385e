/** A small generator of numbers from 0 up to 1, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  'the a of and lamp keeper door waits turns water boat rope light storm hand slowly nobody answers above below island letter fog engine stops listens then once more before'.split(
    ' ',
  );
const NAMES = ['MARA', 'EDDIE', 'THE KEEPER', 'DR. BENNET', 'COP #2', 'ÉMILIE'];
const PLACES = ['LIGHTHOUSE', 'HARBOUR OFFICE', 'BOAT', 'KITCHEN', 'CLIFF PATH'];
const TIMES = ['DAY', 'NIGHT', 'DAWN', 'CONTINUOUS'];

/**
 * Write a script of about so many pages, as features are: short speeches, actions of a line or three, a scene every
 * page, now and then a parenthetical, a note, a transition, two who speak at once. Always the same for the same number.
 */
export function longScript(pages: number): string {
  const random = randomFrom(pages);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] ?? (all[0] as T);
  const sentence = (least: number, most: number): string => {
    const count = least + Math.floor(random() * (most - least + 1));
    const words = Array.from({ length: count }, () => pick(WORDS)).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}${random() < 0.2 ? '?' : '.'}`;
  };
  const speech = (mark = ''): string => {
    const cue = `${pick(NAMES)}${random() < 0.1 ? ' (V.O.)' : ''}${mark}`;
    const aside = random() < 0.13 ? `\n(${sentence(1, 4).toLowerCase().slice(0, -1)})` : '';
    return `${cue}${aside}\n${sentence(2, 12)}${random() < 0.2 ? ` ${sentence(8, 30)}` : ''}`;
  };
  const blocks: string[] = ['Title: The Long Night\nCredit: Written by\nAuthor: Nobody\nDraft date: 1/1/2026'];
  for (let scene = 0; scene < pages * 1.42; scene += 1) {
    blocks.push(`${random() < 0.66 ? 'INT' : 'EXT'}. ${pick(PLACES)} - ${pick(TIMES)}`);
    for (let part = 0; part < 9; part += 1) {
      const dice = random();
      if (dice < 0.35) blocks.push(`${sentence(6, 22)}${random() < 0.3 ? ` *${sentence(3, 9)}*` : ''}`);
      else if (dice < 0.37) blocks.push(`[[${sentence(3, 9)}]]`);
      else if (dice < 0.39) blocks.push(`${speech()}\n\n${speech(' ^')}`);
      else blocks.push(speech());
    }
    if (random() < 0.15) blocks.push('CUT TO:');
  }
  return `${blocks.join('\n\n')}\n`;
}
