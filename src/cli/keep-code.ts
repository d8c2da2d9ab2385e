import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { constants, Script } from 'node:vm';

/** Code that runs, where its compiled form is kept, and when that was made first and last. */
interface Running {
  readonly script: Script;
  readonly kept: string;
  readonly first: number;
  readonly last: number;
}

/** What stands before the code in a kept file: its length, and both times in milliseconds. */
const HEAD = 24;

/**
 * Keep the compiled code of the CommonJS files in a folder from one process to the next, those functions included that
 * are compiled only when they are called. Node's own cache leaves these out, and compiling them anew takes longer than
 * loading all files. The files must have the hash of what stands in them in their names, as what is bundled has.
 *
 * Where nothing can be kept, all runs as without, and nothing is said.
 *
 * @param from The folder of the files.
 * @param to Where to keep the code, see {@link codeFolder}.
 * @returns What keeps the code of all that has run by then. What is kept already is made anew when it has grown twice
 * as old, since other functions may have been called in the meantime.
 */
export function keepCode(from: string, to: string): () => void {
  dropWarning('vm.USE_MAIN_CONTEXT_DEFAULT_LOADER');
  const folder = `${to}/${process.version}-${process.arch}`;
  const running: Running[] = [];
  const { cache, extensions } = createRequire(import.meta.filename);
  /** Run a file. One that it names, of the same folder, is found at once: Node would look for it. */
  const load = (module: NodeJS.Module, file: string): NodeJS.Module => {
    const need = (id: string): unknown => {
      if (!id.startsWith('./')) return module.require(id);
      const named = join(from, id);
      return (cache[named] ?? load(moduleOf(named, module), named)).exports;
    };
    cache[file] = module;
    running.push(run({ module, need, file, kept: `${folder}/${basename(file)}.bin` }));
    return module;
  };
  const loadAsNode = extensions['.js'];
  extensions['.js'] = (module, file) => {
    if (dirname(file) === from) load(module, file);
    else loadAsNode?.(module, file);
  };
  return () => {
    const now = Date.now();
    const due = running.filter(({ first, last }) => now - last >= last - first);
    try {
      if (due.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const one of due) writeKept(one, now);
    } catch {
      // The next process compiles again.
    }
  };
}

/** Keep one warning of Node's to ourselves: that what {@link run} is made with is experimental. It says nothing to a writer. */
function dropWarning(about: string): void {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith(about)) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
}

/** What Node makes of a file before it runs it: here of one in the folder of another. */
function moduleOf(file: string, { paths }: NodeJS.Module): NodeJS.Module {
  const module = new Module(file);
  module.filename = file;
  module.paths = paths;
  return module;
}

/** Run a CommonJS file as `require` does, with the compiled code that is kept of it; `need` is its `require`. */
function run({
  module,
  need,
  file,
  kept,
}: {
  readonly module: NodeJS.Module;
  readonly need: (id: string) => unknown;
  readonly file: string;
  readonly kept: string;
}): Running {
  const { code, ...times } = readKept(kept);
  const source = readFileSync(file, 'utf8');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(code === undefined ? {} : { cachedData: code }),
    ...(source.includes('import(') ? { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER } : {}),
  });
  const call: unknown = script.runInThisContext();
  if (typeof call === 'function') call(module.exports, need, module, file, dirname(file));
  const fresh = script.cachedDataRejected === false ? times : never();
  return { script, kept, ...fresh };
}

type Kept = Pick<Running, 'first' | 'last'> & { readonly code?: Buffer };

/** The compiled code that is kept in a file. V8 tells code of another V8, but runs what is cut off: its length is checked. */
function readKept(kept: string): Kept {
  try {
    const bytes = readFileSync(kept);
    const code = bytes.subarray(HEAD);
    if (bytes.readDoubleLE(0) !== code.length) return never();
    return { code, first: bytes.readDoubleLE(8), last: bytes.readDoubleLE(16) };
  } catch {
    return never();
  }
}

/** The times of code that is not kept. */
function never(): Omit<Kept, 'code'> {
  const now = Date.now();
  return { first: now, last: now };
}

/** Write compiled code whole or not at all, also when the power fails. */
function writeKept({ script, kept, first }: Running, now: number): void {
  const code = script.createCachedData();
  const half = `${kept}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    const head = Buffer.from(Float64Array.of(code.length, first, now).buffer);
    writeFileSync(half, Buffer.concat([head, code]), { flush: true, mode: 0o600 });
    renameSync(half, kept);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/**
 * Where compiled code is kept: where the user has Node keep its own, or in the user's folder for what can be lost.
 * `undefined` when nothing is to be kept, or the user has no folder.
 */
export function codeFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  const own = cacheFolder(env);
  const folder = env['NODE_COMPILE_CACHE'] || (own === undefined ? undefined : join(own, 'scriptgen'));
  return folder === undefined ? undefined : resolve(folder);
}

/** What the platform has for that: https://specifications.freedesktop.org/basedir-spec, and macOS and Windows theirs. */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const named = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return named;
  const home = process.platform === 'win32' ? env['USERPROFILE'] : env['HOME'];
  if (home === undefined || !isAbsolute(home)) return undefined;
  return join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
