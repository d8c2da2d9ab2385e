/** A place in a value: a field or an item, and what it is in. `undefined` is the whole value. */
export type Path = { readonly inside: Path; readonly key: string | number } | undefined;

const LONGEST_KEY = 40;

/** The fields and items that lead to a place, from outside in. */
export function pathKeys(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at !== undefined; at = at.inside) keys.push(at.key);
  return keys.toReversed();
}

/** A place as a person writes it: `screenplay.children[3].text`. A very long name is cut. */
export function printPath(path: Path): string {
  const text = pathKeys(path)
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${fieldName(key)}`))
    .join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

function fieldName(key: string): string {
  const name = /^[\w$-]+$/.test(key) ? key : JSON.stringify(key);
  return name.length > LONGEST_KEY ? `${name.slice(0, LONGEST_KEY)}…` : name;
}
