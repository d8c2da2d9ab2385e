import type { Note } from '../../core/note.ts';
import { needsShaping, scriptFonts } from './fonts/packages.ts';

/** How many characters of a script a note names. */
const NAMED = 20;

/** Characters, with how often each. */
export type Counts = ReadonlyMap<string, number>;

/** What there is to say about characters that no font could show: one note, or none. It names the packages to install. */
export function missingNotes(missing: Counts, language: string): readonly Note[] {
  if (missing.size === 0) return [];
  const scripts = new Map<string, string[]>();
  const packages = new Map<string, string>();
  for (const [character, times] of missing) {
    const { script, packages: families } = scriptFonts(character, language);
    const named = scripts.get(script) ?? [];
    named.push(times === 1 ? nameOf(character) : `${nameOf(character)} (${times} times)`);
    scripts.set(script, named);
    const [best] = families;
    if (best !== undefined && script !== 'other') packages.set(script, best.name);
  }
  const lists = [...scripts].map(([script, named]) => `${script}: ${shortened(named)}`);
  const install = [...new Set(packages.values())].join(' ');
  const message = `No installed font has a glyph for these characters; ? is printed instead. ${lists.join('; ')}.`;
  const fix = install === '' ? 'Use other characters: no font package known here has them.' : `npm install ${install}`;
  return [{ rule: 'pdf/missing-glyph', severity: 'minor', message, fix }];
}

/** What there is to say about scripts whose letters join or run from right to left: one note, or none. */
export function shapingNotes(printed: Counts, language: string): readonly Note[] {
  const shaped = [...printed.keys()].filter(needsShaping);
  if (shaped.length === 0) return [];
  const scripts = [...new Set(shaped.map((character) => scriptFonts(character, language).script))].join(', ');
  const message = `Letters of these scripts are printed one by one from left to right, neither joined nor turned round: ${scripts}.`;
  return [{ rule: 'pdf/no-shaping', severity: 'major', message }];
}

function shortened(named: readonly string[]): string {
  const more = named.length > NAMED ? ` and ${named.length - NAMED} more` : '';
  return named.slice(0, NAMED).join(', ') + more;
}

function nameOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^\p{Cs}$/u.test(character) ? code : `${code} ${character}`;
}
