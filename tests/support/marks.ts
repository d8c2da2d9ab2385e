import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';

/** A secret that can be found again, however it is written: a key with characters that every encoding changes. */
export interface Mark {
  readonly name: string;
  /** As it is planted. */
  readonly secret: string;
  /** The part of it that no encoding but base64 and hexadecimal changes. */
  readonly core: string;
}

/** Make a mark of a name: letters only. */
export function mark(name: string): Mark {
  const core = `${name}Zq8Xw3Vt7Rk5Pm2${[...name].reverse().join('')}`;
  return { name, core, secret: `"${core}"/+?` };
}

/** Every way in which a mark can stand in a text: as it is, or as base64 (at each of three places), base64url, hexadecimal. */
function formsOf({ core }: Mark): readonly string[] {
  const bytes = Buffer.from(core);
  const shifted = [0, 1, 2].flatMap((skip) => {
    // Without the first and last characters, which depend on what stands beside it.
    const whole = bytes.subarray(skip, bytes.length - ((bytes.length - skip) % 3));
    return [whole.toString('base64'), whole.toString('base64url')];
  });
  const hex = bytes.toString('hex');
  return [core, ...shifted, hex, hex.toUpperCase()];
}

/** The names of the marks that stand in a text, with how. */
export function marksIn(text: string, marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((one) => {
    const found = formsOf(one).filter((form) => text.includes(form));
    const at = found[0] === undefined ? -1 : text.indexOf(found[0]);
    return at < 0 ? [] : [`${one.name} in …${text.slice(Math.max(0, at - 80), at + 120)}…`];
  });
}

/** Everything in a folder as texts by path: the bytes of each file, and of databases every value too. */
export function textsIn(folder: string, skip: (path: string) => boolean): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (skip(relative(folder, path)) || !statSync(path).isFile()) continue;
    texts.set(name, readFileSync(path).toString('latin1'));
    if (name.endsWith('.db')) texts.set(`${name}: values`, valuesIn(path));
  }
  return texts;
}

/** Every value of every table: a long one does not stand in one piece in the file. */
function valuesIn(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
    return tables
      .flatMap(({ name }) => db.prepare(`select * from "${name}"`).all())
      .map((row) => JSON.stringify(row))
      .join('\n');
  } finally {
    db.close();
  }
}
