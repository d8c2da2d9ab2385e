/** Folders of `@node-llama-cpp` with a build for the processor alone, by platform and architecture of Node. */
const BUILDS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-armv7l',
  'linux-riscv64': 'linux-riscv64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

/**
 * The command that installs the engine in its small form: 85 MB on Linux, where all builds together are 725 MB.
 *
 * Nothing is compiled and no script runs.
 */
export function installCommand(platform: string = process.platform, arch: string = process.arch): string {
  const build = BUILDS[`${platform}-${arch}`];
  const packages = ['node-llama-cpp', ...(build === undefined ? [] : [`@node-llama-cpp/${build}`])];
  return `npm i ${packages.join(' ')} --omit=optional --ignore-scripts`;
}
