/** Told the pieces of a text in order; says whether the one JSON value that it begins with is complete. */
export type WholeJson = (piece: string) => boolean;

/**
 * Watch a text that is written piece by piece for the end of its first JSON object, array or string.
 *
 * A grammar allows blanks after the value, and a model may go on with them for long. Numbers and words have no end of
 * their own, so these never count as complete.
 */
export function watchJson(): WholeJson {
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let isWhole = false;
  const read = (character: string): void => {
    if (isEscaped) isEscaped = false;
    else if (inString && character === '\\') isEscaped = true;
    else if (character === '"') inString = !inString;
    else if (inString) return;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else return;
    isWhole ||= depth <= 0 && !inString && !isEscaped;
  };
  return (piece) => {
    for (const character of piece) read(character);
    return isWhole;
  };
}
