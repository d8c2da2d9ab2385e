import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Each layer of src/ and the layers it may import. ARCHITECTURE.md prints this table, and is checked against it. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  screenplay: ['core'],
  document: ['core', 'screenplay'],
  bibles: ['core'],
  structures: ['core', 'bibles'],
  extract: ['core', 'screenplay', 'bibles'],
  adapt: ['core', 'screenplay', 'document', 'bibles', 'extract'],
  coverage: ['core', 'screenplay', 'bibles', 'structures', 'extract'],
  continuity: ['core', 'screenplay', 'bibles'],
  markup: ['core', 'screenplay', 'bibles'],
  llm: ['core'],
  prompts: ['core'],
  steps: ['core', 'llm', 'prompts'],
  generators: ['core', 'screenplay', 'bibles', 'structures', 'coverage', 'continuity', 'llm', 'prompts', 'steps'],
  agents: ['core', 'screenplay', 'bibles', 'continuity', 'markup', 'llm', 'prompts', 'steps', 'generators'],
  rewrite: ['core', 'screenplay', 'bibles', 'continuity', 'markup', 'llm', 'prompts', 'steps', 'generators', 'agents'],
  orchestrator: [
    'core',
    'screenplay',
    'bibles',
    'structures',
    'extract',
    'adapt',
    'coverage',
    'continuity',
    'markup',
    'llm',
    'prompts',
    'steps',
    'generators',
    'agents',
    'rewrite',
  ],
  offline: ['core', 'bibles', 'extract', 'adapt', 'continuity', 'llm', 'generators'],
  storage: ['core', 'bibles', 'steps', 'llm'],
  project: [
    'core',
    'screenplay',
    'document',
    'bibles',
    'structures',
    'llm',
    'prompts',
    'steps',
    'agents',
    'extract',
    'adapt',
    'coverage',
    'continuity',
    'markup',
    'rewrite',
    'generators',
    'orchestrator',
    'offline',
    'storage',
  ],
  server: ['project', 'core', 'screenplay', 'document', 'adapt'],
  mcp: ['project', 'core', 'screenplay', 'document', 'adapt'],
  cli: ['project', 'core', 'screenplay', 'document', 'adapt', 'coverage', 'server', 'mcp'],
  testing: ['core', 'screenplay', 'bibles', 'llm', 'prompts', 'steps', 'storage'],
};

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('fixtures/') && file !== 'index.ts',
);
const imports = files.flatMap((file) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map((match) => ({
    file,
    from: layerOf(file),
    to: layerOf(relative(SRC, resolve(SRC, dirname(file), match[1] ?? ''))),
  })),
);

/** The first part of a path; `project.ts` and what stands in `project/` are one layer. */
function layerOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

test('the check sees every layer', () => {
  expect(new Set(files.map(layerOf))).toEqual(new Set(Object.keys(LAYERS)));
  expect(imports.length).toBeGreaterThan(100);
});

test('imports point down the layers', () => {
  expect(imports.filter(({ from, to }) => from !== to && !LAYERS[from]?.includes(to))).toEqual([]);
});

test('nothing in the product imports what is for testing', () => {
  expect(imports.filter(({ from, to }) => to === 'testing' && from !== 'testing')).toEqual([]);
});

test('the document runs in a browser: only its PDF part reaches for Node', () => {
  const reaching = files.filter(
    (file) =>
      file.startsWith('screenplay/') &&
      !file.startsWith('screenplay/pdf/') &&
      /from '(node:|\.\.\/(\.\.\/)?core\/(index|hash))/.test(valueImports(readFileSync(join(SRC, file), 'utf8'))),
  );
  expect(reaching).toEqual([]);
});

test('only llm speaks to providers, and only project wires storage', () => {
  const users = (pattern: RegExp): Set<string> =>
    new Set(files.filter((file) => pattern.test(readFileSync(join(SRC, file), 'utf8'))).map(layerOf));
  expect(users(/['"]@ai-sdk\//)).toEqual(new Set(['llm']));
  expect(users(/['"](better-sqlite3|kysely|pg)['"]/)).toEqual(new Set(['storage']));
});

test('files stay small: a median under 80 lines, none over 400', () => {
  const lines = files.map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length }));
  expect(lines.filter((file) => file.lines > 400)).toEqual([]);
  const sorted = lines.map((file) => file.lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

test('ARCHITECTURE.md prints the table of layers as it is', () => {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  for (const [layer, below] of Object.entries(LAYERS)) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${layer}\` |`));
    expect(row, `a row for ${layer}`).toBeDefined();
    const named = [...(row?.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]);
    expect(new Set(named), layer).toEqual(new Set(below));
  }
});

test('every layer has one public face', () => {
  const faceless = Object.keys(LAYERS).filter((layer) => {
    const face = layer === 'project' ? 'project.ts' : `${layer}/${layer === 'cli' ? 'main' : 'index'}.ts`;
    return !statSync(join(SRC, face), { throwIfNoEntry: false });
  });
  expect(faceless).toEqual([]);
});

/** A file's text without its type-only imports, which leave no trace at run time. */
function valueImports(text: string): string {
  return text.replaceAll(/(import|export) type [^;]*;/g, '');
}
