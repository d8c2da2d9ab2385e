import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layoutScreenplay, parseFdx, parseFountain, printFdx, printFountain } from '../src/screenplay/index.ts';
import { longScript, randomFrom } from './long-script.ts';
import { figure } from './support.ts';

const SHARED = resolve(import.meta.dirname, '../../shared');

/** Pieces that mean something to one of the parsers. */
const PIECES = [
  ...['\n', '\n\n', '\n  \n', '\r', '\r\n', '\t', ' ', '\u00a0', '\ufeff', '\u0000', '\ud800', '\u2028', '漢', '🎬'],
  ...['.', '@', '!', '>', '<', '~', '#', '=', '===', '^', '(', ')', '[[', ']]', '/*', '*/', '*', '**', '_', '\\'],
  ...['INT. HOUSE', 'CUT TO:', 'MARA', 'MARA (V.O.)', '#12A#', 'Title: x', '    ', 'FADE IN:', "(CONT'D)"],
  ...['<Text>', '</Text>', '<Paragraph Type="Action">', '</Paragraph>', '<DualDialogue>', '</DualDialogue>', '<a>'],
  ...[
    '&amp;',
    '&#10;',
    '&#x110000;',
    '&lol;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml?>',
    '<!DOCTYPE x [',
    ']>',
    '"',
  ],
];

/**
 * Feed both parsers damaged scripts for some minutes (`FUZZ_MINUTES`, 1 unless given) and say what was seen: throws,
 * Fountain that does not print as it stood, and inputs that a parser takes more than 200 ms of CPU per 100 KB for.
 */
export async function benchFuzz(): Promise<void> {
  const minutes = Number(process.env['FUZZ_MINUTES'] ?? 1);
  const seed = Number(process.env['SEED'] ?? 1);
  const random = randomFrom(seed);
  const sources = seeds();
  const until = Date.now() + minutes * 60_000;
  const faults: string[] = [];
  let inputs = 0;
  let units = 0;
  let worst = 0;
  while (Date.now() < until) {
    const text = mutant(sources, random);
    inputs += 1;
    units += text.length;
    for (const [name, run] of RUNS) {
      const before = process.cpuUsage();
      try {
        run(text);
      } catch (error) {
        faults.push(
          `${name}: ${error instanceof Error ? error.message : String(error)}: ${JSON.stringify(text.slice(0, 200))}`,
        );
      }
      const { user, system } = process.cpuUsage(before);
      const slowness = (user + system) / 1000 / Math.max(1, text.length / 100_000);
      if (PARSERS.includes(name)) worst = Math.max(worst, slowness);
      if (slowness > 200 && PARSERS.includes(name))
        faults.push(`${name}: ${slowness.toFixed(0)} ms per 100 KB: ${JSON.stringify(text.slice(0, 200))}`);
    }
    if (faults.length > 20) break;
  }
  figure(`fuzz, ${minutes} minutes, seed ${seed}`, `${inputs} inputs, ${(units / 2 ** 20).toFixed(0)} MB`);
  figure('  slowest parse, CPU per 100 KB', `${worst.toFixed(0)} ms`);
  figure('  faults', String(faults.length));
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
}

const RUNS: readonly (readonly [name: string, run: (text: string) => void])[] = [
  ['Fountain', (text) => void parseFountain(text)],
  ['Final Draft', (text) => void parseFdx(text)],
  [
    'Fountain printed',
    (text) => {
      if (printFountain(parseFountain(text).screenplay) !== text) throw new Error('is not printed as it stood');
    },
  ],
  ['Final Draft printed', (text) => void printFdx(parseFdx(text).screenplay)],
  ['pages', (text) => void layoutScreenplay(parseFountain(text).screenplay)],
];

/** Those whose time is held against a limit; the others must only not fail. */
const PARSERS = ['Fountain', 'Final Draft'];

/** Scripts to damage: our own, and those at hand. */
function seeds(): readonly string[] {
  const own = [longScript(2), longScript(8)];
  const files = ['corpus', 'data/plays'].flatMap((folder) => {
    const root = join(SHARED, folder);
    if (!existsSync(root)) return [];
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(fountain|fdx)$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8').slice(0, 60_000));
  });
  return [...own, ...own.map((text) => printFdx(parseFountain(text).screenplay).text), ...files];
}

function mutant(sources: readonly string[], random: () => number): string {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] ?? (all[0] as T);
  if (random() < 0.2) return repeated(pick, random);
  let text = pick(sources);
  const from = Math.floor(random() * text.length);
  if (random() < 0.7) text = text.slice(from, from + Math.floor(random() * 8000));
  const changes = 1 + Math.floor(random() * 12);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * text.length);
    const length = Math.floor(random() * 40);
    const dice = random();
    if (dice < 0.4) text = text.slice(0, at) + pick(PIECES) + text.slice(at);
    else if (dice < 0.6) text = text.slice(0, at) + text.slice(at + length);
    else if (dice < 0.75) text = text.slice(0, at) + text.slice(at, at + length * 5).repeat(3) + text.slice(at);
    else if (dice < 0.9) text = text.slice(0, at) + pick(sources).slice(at, at + length * 10) + text.slice(at);
    else text = text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at + 1);
  }
  return text;
}

/** A few pieces again and again: what makes a parser quadratic. */
function repeated(pick: <T>(all: readonly T[]) => T, random: () => number): string {
  const unit = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(PIECES)).join('');
  const head = random() < 0.5 ? '' : pick(PIECES);
  return head + unit.repeat(Math.ceil((random() * 100_000) / unit.length)) + pick(PIECES);
}
