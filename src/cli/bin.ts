#!/usr/bin/env node
// Plain enough for any Node that knows modules, so that an old one says what is wrong instead of a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    'error: ScriptGen needs Node 22.14 or newer; this is Node ' +
      process.versions.node +
      '\nhint: install a newer Node from https://nodejs.org, or run it with: npx -p node@24 -p scriptgen scriptgen\n(exit 3)\n',
  );
  process.exitCode = 3;
} else {
  import('./start.ts')
    .then(({ start }) => start())
    .then((code) => {
      process.exitCode = code;
      // Nothing is waited for, and taking all down that was made would only take time.
      if (process.getActiveResourcesInfo().length === 0) process.exit();
    })
    .catch((error) => {
      process.stderr.write(`error: ${error}\nhint: install the package again\n(exit 1)\n`);
      process.exitCode = 1;
    });
}
