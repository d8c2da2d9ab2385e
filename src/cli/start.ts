import { enableCompileCache, flushCompileCache } from 'node:module';
// What prints PDF uses it. It is loaded here, before V8 has other flags, under which it refuses the compiled code that Node
// brings; most of it, the streams of Node, is loaded for `node:v8` in any case.
import 'node:zlib';
import { codeFolder, keepCode } from './keep-code.ts';
import { compileLate, growAtOnce, leaveGarbage } from './short-run.ts';

/**
 * Run the command line in this process, with the code that earlier ones have compiled.
 *
 * @returns The exit code.
 */
export async function start(): Promise<number> {
  compileLate();
  growAtOnce();
  const folder = codeFolder();
  const keep = folder === undefined ? undefined : keepCode(import.meta.dirname, folder);
  // The packages that are not bundled.
  if (folder !== undefined) enableCompileCache(folder);
  const [{ main }, { systemIo }] = await Promise.all([import('./main.ts'), import('./system-io.ts')]);
  const code = await main(process.argv.slice(2), systemIo());
  if (code === 0) keep?.();
  // Under the flags that it is read with.
  if (folder !== undefined) flushCompileCache();
  leaveGarbage();
  return code;
}
