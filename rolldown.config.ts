import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

const INSTEAD = '\0instead:';

/**
 * The command: `src/cli` and what it uses, in few files, since finding and loading a file takes longer than running it.
 * `main` is what every command loads, and `convert`; `program` what reads all other command lines; `pages` is what reads Fountain and puts it on pages, `pdf` what prints
 * these. All else is split by use.
 *
 * It is CommonJS, though the library is not: where a module imports a part of Node, Node makes all that this part gives,
 * text decoders and promises included, which takes 10 ms for `node:util` and `node:fs`; `require` does not.
 */
export default defineConfig({
  input: 'src/cli/bin.ts',
  platform: 'node',
  checks: { ineffectiveDynamicImport: false },
  // Packages are found at run time, but for the one that every command needs.
  external: (id, importer) => !isOwn(id) && !isReplaced(id, importer),
  plugins: [
    {
      name: 'command',
      resolveId: (id, importer) => (isReplaced(id, importer) ? INSTEAD + id : undefined),
      load: (id) => (id.startsWith(INSTEAD) ? insteadOf(id.slice(INSTEAD.length)) : undefined),
      generateBundle(_, files) {
        for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code);
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
    strict: true,
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

/** The parts of Node that Commander imports whole. */
function isReplaced(id: string, importer: string | undefined): boolean {
  return /^node:(?:child_process|fs|path|process)$/.test(id) && /[\\/]commander[\\/]/.test(importer ?? '');
}

/** Such a part as it is: where one is imported whole, a millisecond goes into a module with all that it gives. */
function insteadOf(id: string): string {
  // Commander starts other programs for commands that are files of their own, which ours are not.
  if (id === 'node:child_process') return 'export default {};';
  return `export default ${id === 'node:process' ? 'process' : `require('${id}')`};`;
}

/** Of code with any other character V8 makes a text of twice the size, which takes it 2 ms longer to load. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
