/** What a cue line says: who speaks, and how they are heard. */
export interface Cue {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** Most names have none: one list for all of them. */
const NO_EXTENSIONS: readonly string[] = [];

/** Take a cue apart: `MARA (V.O.) (CONT'D)` is a name and two extensions. Words after a closing parenthesis count as an extension too. */
export function splitCue(text: string): Cue {
  const open = text.indexOf('(');
  if (open < 0) return { name: text.trim(), extensions: NO_EXTENSIONS };
  const extensions: string[] = [];
  for (const part of text.slice(open).split(/[()]/)) {
    const extension = part.trim();
    if (extension !== '') extensions.push(extension);
  }
  return { name: text.slice(0, open).trim(), extensions };
}

/** Put a cue together as it stands above a speech. */
export function joinCue({ name, extensions }: Cue): string {
  return extensions.reduce((cue, extension) => `${cue} (${extension})`, name);
}
