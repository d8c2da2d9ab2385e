import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const NOTHING = '\0nothing';

/**
 * The command: `src/cli` and what it uses, in few files, since finding and loading a file takes longer than running it.
 * `main` is what every command loads, and `convert`; `pages` is what reads Fountain and puts it on pages, `pdf` what prints
 * these, and alone makes Node load its compression. All else is split by use.
 *
 * It is CommonJS, though the library is not: where a module imports a part of Node, Node makes all that this part gives,
 * text decoders and promises included, which takes 10 ms for `node:util` and `node:fs`; `require` does not.
 */
export default defineConfig({
  input: 'src/cli/bin.ts',
  platform: 'node',
  checks: { ineffectiveDynamicImport: false },
  // Packages are found at run time, but for the one that every command needs.
  external: (id, importer) => !isOwn(id) && !isLeftOut(id, importer),
  plugins: [
    {
      name: 'command',
      // Commander starts other programs for commands that are files of their own, which ours are not.
      resolveId: (id, importer) => (isLeftOut(id, importer) ? NOTHING : undefined),
      load: (id) => (id === NOTHING ? 'export default {};' : undefined),
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
        const source = readFileSync('node_modules/commander/LICENSE', 'utf8');
        this.emitFile({ type: 'asset', fileName: 'LICENSE-commander', source });
      },
    },
  ],
  output: {
    dir: 'dist/cli',
    format: 'cjs',
    comments: false,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [
        // With all that these import.
        { name: 'main', test: /[\\/]src[\\/]cli[\\/](main|system-io|commands[\\/]convert)\.ts$/ },
        { name: 'pages', test: /[\\/]src[\\/]screenplay[\\/](fountain[\\/]parse|layout[\\/]layout)\.ts$/ },
        { name: 'pdf', test: /[\\/]src[\\/]screenplay[\\/]pdf[\\/]index\.ts$/ },
      ],
    },
  },
});

function isOwn(id: string): boolean {
  return /^[./]|^\w:\\|^\0/.test(id) || id === 'commander';
}

function isLeftOut(id: string, importer: string | undefined): boolean {
  return id === 'node:child_process' && importer !== undefined && /[\\/]commander[\\/]/.test(importer);
}
