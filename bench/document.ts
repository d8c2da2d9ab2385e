import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { layoutScreenplay, parseFountain, printFountain } from '../src/screenplay/index.ts';
import { printPdf } from '../src/screenplay/pdf/index.ts';
import { longScript } from './long-script.ts';
import { installPeers } from './peers.ts';
import { collect, figure, median, scratch } from './support.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PLAYS = resolve(ROOT, '../shared/data/plays');

/** Peers are not dependencies: they are installed beside, once, when this bench is asked for. */
const peersFolder = (): string =>
  installPeers('scriptgen-bench-peers', ['fountain-js@1.2.4', 'afterwriting@1.17.3', 'screenplay-js@0.0.18']);

/** A parser to compare with. */
interface Peer {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/**
 * The document against its peers on npm: parsing, layout, PDF, and the whole command against afterwriting's.
 *
 * CPU milliseconds (user and system), medians in one process, rounds of all taken in turn, so that what disturbs the
 * machine disturbs all alike. `fountain-parser` cannot be installed from the registry: a dependency of it is on GitHub.
 */
export async function benchDocument(): Promise<void> {
  const peers = await loadPeers();
  for (const { name, text } of scripts()) {
    const script = parseFountain(text).screenplay;
    const pages = layoutScreenplay(script);
    figure(`${name}`, `${pages.length} pages, ${Math.round(text.length / 1000)} KB`);
    await comparePeers(text, peers);
    await compareSizes(text);
    const [layout = 0, both = 0] = await inTurn([
      () => layoutScreenplay(script),
      () => printPdf(layoutScreenplay(script), { title: name }),
      () => printFountain(script),
    ]);
    figure('  layout', `${layout.toFixed(1)} ms`);
    figure('  layout and PDF', `${both.toFixed(1)} ms`);
  }
  compareCommands(scripts());
}

/** One script of our own, and the plays where they are at hand. */
function scripts(): readonly { readonly name: string; readonly text: string }[] {
  const own = { name: 'generated, 120 pages', text: longScript(120) };
  if (!existsSync(PLAYS)) return [own];
  const plays = readdirSync(PLAYS).filter((file) => file.endsWith('.fountain'));
  return [own, ...plays.map((name) => ({ name, text: readFileSync(join(PLAYS, name), 'utf8') }))];
}

async function comparePeers(text: string, peers: readonly Peer[]): Promise<void> {
  const all: readonly Peer[] = [{ name: 'scriptgen', parse: (source) => parseFountain(source) }, ...peers];
  const times = await inTurn(
    all.map(
      ({ parse }) =>
        () =>
          parse(text),
    ),
  );
  for (const [index, { name }] of all.entries()) {
    const ratio = (times[index] ?? 0) / (times[0] ?? 1);
    figure(`  parse, ${name}`, `${(times[index] ?? 0).toFixed(2)} ms  ${ratio.toFixed(2)} ×`);
  }
}

async function compareSizes(text: string): Promise<void> {
  const eight = text.repeat(8);
  const [one = 1, more = 0] = await inTurn([() => parseFountain(text), () => parseFountain(eight)]);
  figure('  parse, 8 × the text', `${(more / one).toFixed(2)} × the time`);
}

/** Run each in turn, from a clean heap, 30 rounds to warm up and then 25; the median of each. */
async function inTurn(all: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = all.map(() => []);
  for (let round = 0; round < 55; round += 1) {
    for (const [index, run] of all.entries()) {
      collect({ type: 'minor' });
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 30) times[index]?.push((user + system) / 1000);
    }
  }
  return times.map(median);
}

async function loadPeers(): Promise<readonly Peer[]> {
  const require = createRequire(join(peersFolder(), 'x.js'));
  const { Fountain } = require('fountain-js');
  const { parser } = require('aw-parser');
  const { FountainParser } = require('screenplay-js');
  // What afterwriting itself hands to its parser by default.
  const config = {
    print_headers: true,
    print_actions: true,
    print_dialogues: true,
    print_sections: false,
    print_notes: false,
    print_synopsis: false,
    use_dual_dialogue: true,
    merge_multiple_empty_lines: true,
  };
  return [
    { name: 'fountain-js', parse: (text) => new Fountain().parse(text, true) },
    { name: 'afterwriting (aw-parser)', parse: (text) => parser.parse(text, config) },
    { name: 'screenplay-js', parse: (text) => FountainParser.parse(text) },
  ];
}

/** A command and its arguments. */
type Words = readonly [command: string, ...args: string[]];

/** What a process took, in milliseconds. */
interface Took {
  readonly cpu: number;
  readonly wall: number;
}

/** Fountain to PDF, whole process against whole process, each as its users have it: run before. Ours is the built one. */
function compareCommands(all: readonly { readonly name: string; readonly text: string }[]): void {
  const { dir, remove } = scratch();
  const bin = join(ROOT, 'dist/cli/bin.js');
  if (!existsSync(bin)) execFileSync('npm', ['run', 'build'], { cwd: ROOT });
  const awc = join(peersFolder(), 'node_modules/afterwriting/awc.js');
  const node = process.execPath;
  for (const { name, text } of all) {
    const source = join(dir, 'script.fountain');
    writeFileSync(source, text);
    const [empty, ours, theirs] = processTimes([
      [node, '--eval', '0'],
      [node, bin, 'convert', source, join(dir, 'ours.pdf'), '--force'],
      [node, awc, '--source', source, '--pdf', join(dir, 'theirs.pdf'), '--overwrite'],
    ]);
    if (empty === undefined || ours === undefined || theirs === undefined) throw new Error('a command was not run');
    figure(`command to PDF, ${name}`, `an empty Node process: ${tookText(empty)}`);
    figure('  scriptgen', tookText(ours));
    const [cpu, wall] = [theirs.cpu / ours.cpu, theirs.wall / ours.wall];
    figure('  afterwriting', `${tookText(theirs)}: ${cpu.toFixed(1)} × CPU, ${wall.toFixed(1)} × time`);
  }
  remove();
}

/** Medians of 25 runs of each, in turn, after 5 that do not count. */
function processTimes(commands: readonly Words[]): readonly Took[] {
  const runs = Array.from({ length: 30 }, () => commands.map(processTime)).slice(5);
  return commands.map((_, place) => ({
    cpu: median(runs.map((round) => round[place]?.cpu ?? 0)),
    wall: median(runs.map((round) => round[place]?.wall ?? 0)),
  }));
}

/** One run, as bash tells it. */
function processTime(words: Words): Took {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>/dev/null';
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
  const [user = 0, system = 0, real = 0] = stderr.trim().split(' ').map(Number);
  return { cpu: (user + system) * 1000, wall: real * 1000 };
}

function tookText({ cpu, wall }: Took): string {
  return `${cpu.toFixed(0)} ms CPU, ${wall.toFixed(0)} ms`;
}
