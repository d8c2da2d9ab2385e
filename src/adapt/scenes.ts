/** How lines begin that begin a scene, the surest first. Of two that both hold a list of scenes, the first counts. */
const MARKS: readonly RegExp[] = [
  /^(?:#{1,6} +)?[*_]{0,2}(?:scene|sc\.|szene|scène|escena|scena|сцена)\s*\d{1,3}[*_]{0,2}\s*(?:[.:)–—-]+|$)\s*[*_]{0,2}\s*/iu,
  /^\d{1,3}[.)]\s+/u,
  /^[-*•–]\s+/u,
  /^#{2,6}\s+/u,
];

/** What stands above a list of scenes and is none: titles, loglines, acts. */
const ASIDE =
  /^(?:#\s|(?:title|logline|premise|by|author|genre|format|notes?)\s*:|#{0,6}\s*[*_]{0,2}(?:act|akt|acte|acto|atto)\s+(?:\d|[ivx]+\b|one|two|three|four|five))/iu;

/** A list of fewer is none. */
const FEWEST = 3;
/** A scene that takes more words on average is told, not listed. */
const MOST_WORDS = 120;
/** So much of the text stands in the list. */
const SHARE = 0.6;

/**
 * The scenes that an outline lists, in order, each as one line of words; `undefined` for a text that is no such list.
 *
 * A list is three or more lines that begin alike, with `Scene 3`, a number, a bullet or a heading, each with what follows
 * up to the next. What is indented belongs to the line above it. Acts and titles are no scenes.
 */
export function readScenes(text: string): readonly string[] | undefined {
  const lines = text.split(/\r\n|[\r\n]/);
  for (const mark of MARKS) {
    const scenes = scenesBy(lines, mark);
    const words = scenes.reduce((sum, scene) => sum + scene.split(/\s+/u).length, 0);
    const inList = scenes.reduce((sum, scene) => sum + scene.length, 0);
    const told = lines
      .filter((line) => !ASIDE.test(line))
      .join(' ')
      .replaceAll(/\s+/gu, ' ').length;
    if (scenes.length >= FEWEST && words / scenes.length <= MOST_WORDS && inList >= SHARE * told) return scenes;
  }
  return undefined;
}

function scenesBy(lines: readonly string[], mark: RegExp): readonly string[] {
  const scenes: string[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (ASIDE.test(line)) isOpen = false;
    else if (mark.test(line)) {
      scenes.push([line.replace(mark, '')]);
      isOpen = true;
    } else if (isOpen) scenes.at(-1)?.push(line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u, ''));
  }
  return scenes
    .map((own) =>
      own
        .join(' ')
        .replaceAll(/[*_`]{1,2}/g, '')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter(Boolean);
}
