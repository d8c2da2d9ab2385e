import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../project.ts';
import { LOGLINES } from './develop/loglines.fixture.ts';

/** Five pages of fifty-five lines. */
const FIVE_PAGES = 275;
const OWN = LOGLINES.slice(0, 8);

test.for([
  ...OWN.map((logline) => [logline, 12] as const),
  ...OWN.slice(1, 7).map((logline) => [logline, 40] as const),
])('nothing is printed twice within five pages: %s, %i scenes', { timeout: 60_000 }, async ([logline, scenes]) => {
  const printed = printedIn(await write(logline, scenes));
  expect(printed.length).toBeGreaterThan(scenes * 5);
  expect(repeatsIn(printed)).toEqual([]);
});

test('the first page shows what is wanted, and the last image answers it', { timeout: 60_000 }, async () => {
  for (const logline of OWN) {
    const lines = (await write(logline, 12)).split('\n');
    const start = lines.indexOf('FADE IN:');
    expect(lines.slice(start, start + 28).join(' ')).toMatch(/"[A-Z][^"]+\."/);
    const last = lines.findLast((line) => line.trim() !== '' && !line.startsWith('>')) ?? '';
    expect(last).toMatch(/list|crossed out|calendar|cuff|slip of paper/);
  }
});

test('no place is stayed in, and no hour of the day, for three scenes', { timeout: 60_000 }, async () => {
  for (const logline of OWN) {
    const headings = (await write(logline, 12)).split('\n').filter((line) => /^(?:INT|EXT)\. /.test(line));
    const times = headings.map((heading) => heading.replace(/^.* - /, ''));
    expect(headings.filter((one, at) => one === headings[at + 1] && one === headings[at + 2])).toEqual([]);
    expect(times.filter((one, at) => [1, 2, 3].every((ahead) => times[at + ahead] === one))).toEqual([]);
    expect(new Set(times).size).toBeGreaterThan(3);
  }
});

async function write(logline: string, scenes: number): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'offline-script-'));
  try {
    const project = await openProject({ dir, env: {} });
    await project.write({ logline, scenes, format: scenes > 20 ? 'feature' : 'short' });
    const { slug } = await project.getScript();
    return await readFile(join(dir, `${slug}.fountain`), 'utf8');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

interface Printed {
  readonly line: number;
  readonly text: string;
}

/** Blocks of action, their sentences of four words and more, and lines of dialogue of three words and more. */
function printedIn(fountain: string): readonly Printed[] {
  const lines = fountain.split('\n').map((line) => line.trim());
  const start = lines.indexOf('FADE IN:') + 1;
  return lines.flatMap((text, line): readonly Printed[] => {
    if (line < start || text === '' || /^(?:INT|EXT)\.|^>|TO:$|^\(/.test(text) || isCue(lines, line)) return [];
    if (isCue(lines, line - 1) || lines[line - 1]?.startsWith('(')) return words(text) >= 3 ? [{ line, text }] : [];
    const sentences = text.split(/(?<=[.?!])\s+/).filter((sentence) => words(sentence) >= 4);
    return [...new Set([text, ...sentences])].map((each) => ({ line, text: each }));
  });
}

function isCue(lines: readonly string[], line: number): boolean {
  const text = lines[line] ?? '';
  return (
    /\p{Lu}/u.test(text) && text === text.toUpperCase() && lines[line - 1] === '' && (lines[line + 1] ?? '') !== ''
  );
}

function words(text: string): number {
  return text.split(/\s+/).length;
}

function repeatsIn(printed: readonly Printed[]): readonly string[] {
  const seen = new Map<string, number>();
  return printed.flatMap(({ line, text }) => {
    const before = seen.get(text);
    seen.set(text, line);
    return before !== undefined && line - before <= FIVE_PAGES ? [`${line - before} lines: ${text}`] : [];
  });
}
