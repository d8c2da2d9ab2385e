/** What llama.cpp may need of the environment: where things are, and which graphics card to use. No keys. */
const NAMES = new Set([
  'CUDA_PATH',
  'CUDA_VISIBLE_DEVICES',
  'DYLD_LIBRARY_PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'LD_LIBRARY_PATH',
  'PATH',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'USERPROFILE',
  'WINDIR',
]);

/** The part of an environment that the process of a model gets. Names are compared without regard to case, for Windows. */
export function childEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && NAMES.has(name.toUpperCase()) ? [[name, value]] : [],
    ),
  );
}
