/** Trim every line of one that a note or boneyard keeps together. */
export function trimLines(line: string): string {
  return line.includes('\n')
    ? line
        .split('\n')
        .map((part) => part.trim())
        .join('\n')
    : line.trim();
}

/** Take the spaces off the end of every line of one that a note or boneyard keeps together. */
export function trimLineEnds(line: string): string {
  return line.includes('\n')
    ? line
        .split('\n')
        .map((part) => part.trimEnd())
        .join('\n')
    : line.trimEnd();
}
