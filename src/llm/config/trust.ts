import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { ScriptGenError } from '../../core/index.ts';
import { type Layers, userFolder } from './config-layers.ts';
import { overlay } from './config-overlay.ts';
import type { ProviderSettings } from './config-provider.ts';
import { endpointOf, fromEnvironment, isLoopback } from './endpoint.ts';
import { type Environment, type Pointer, pointersIn, sourceOf } from './placeholder.ts';

/** Variables that are set for nothing but ScriptGen: naming one so is saying yes. */
const OWN_VARIABLE = /^SCRIPTGEN_\w+$/;

/**
 * Refuse a project's models.json that would send a secret to a server which only it names.
 *
 * A project's folder may be a stranger's, and its file could name any variable or file of this machine beside an address
 * of its own. To a server that neither the shipped nor the user's configuration has, and that is not this machine, it may
 * send only variables called `SCRIPTGEN_…` that those send nowhere else, and files that are in the project.
 *
 * @throws ScriptGenError `config/invalid`, with the place of the pointer.
 */
export function checkTrust(
  { shipped, user, project }: Layers,
  { env, projectDir }: { readonly env: Environment; readonly projectDir: string },
): void {
  if (project === undefined) return;
  const lower = overlay(shipped.config, user?.config).provider ?? {};
  const known = knownServers(lower, env);
  for (const [name, own] of Object.entries(project.config.provider ?? {})) {
    const whole = overlay({ version: 1, provider: lower }, { version: 1, provider: { [name]: own } }).provider?.[name];
    const baseURL = endpointOf(name, whole ?? own, fromEnvironment(env))?.baseURL;
    if (baseURL === undefined || isLoopback(baseURL) || known.origins.has(new URL(baseURL).origin)) continue;
    for (const { path, pointer } of secretsOf(own)) {
      if (isAllowed(pointer, { projectDir, sentElsewhere: known.variables })) continue;
      throw refused({
        at: `${project.at(['provider', name, ...path])}: provider.${name}.${path.join('.')}`,
        what: sourceOf(pointer),
        host: new URL(baseURL).host,
        name,
        folder: userFolder(env) ?? '~/.config/scriptgen',
      });
    }
  }
}

/** The servers that the user has, and the variables that go to them. */
function knownServers(
  providers: Readonly<Record<string, ProviderSettings>>,
  env: Environment,
): { readonly origins: ReadonlySet<string>; readonly variables: ReadonlySet<string> } {
  const origins = new Set<string>();
  const variables = new Set<string>();
  for (const [name, settings] of Object.entries(providers)) {
    const baseURL = endpointOf(name, settings, fromEnvironment(env))?.baseURL;
    if (baseURL !== undefined) origins.add(new URL(baseURL).origin);
    for (const { pointer } of secretsOf(settings)) {
      if (pointer.kind === 'env') for (const variable of pointer.names) variables.add(variable);
    }
  }
  return { origins, variables };
}

interface Secret {
  /** Inside the provider: `options`, `apiKey`. */
  readonly path: readonly string[];
  readonly pointer: Pointer;
}

function secretsOf({ options: { apiKey = '', headers = {} } = {} }: ProviderSettings): readonly Secret[] {
  const values = [
    { path: ['options', 'apiKey'], value: apiKey },
    ...Object.entries(headers).map(([header, value]) => ({ path: ['options', 'headers', header], value })),
  ];
  return values.flatMap(({ path, value }) => pointersIn(value).map((pointer) => ({ path, pointer })));
}

function isAllowed(
  { kind, names }: Pointer,
  { projectDir, sentElsewhere }: { readonly projectDir: string; readonly sentElsewhere: ReadonlySet<string> },
): boolean {
  if (kind === 'file') return names.every((path) => isInside(path, projectDir));
  return names.every((name) => OWN_VARIABLE.test(name) && !sentElsewhere.has(name));
}

/** Whether a file is in a folder, links followed; one that is not there can do no harm. */
function isInside(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    return way !== '' && !way.startsWith('..') && !isAbsolute(way);
  } catch {
    return true;
  }
}

interface Refusal {
  readonly at: string;
  readonly what: string;
  readonly host: string;
  readonly name: string;
  readonly folder: string;
}

function refused({ at, what, host, name, folder }: Refusal): ScriptGenError {
  const own = `SCRIPTGEN_${name.toUpperCase().replace(/\W+/g, '_')}_KEY`;
  return new ScriptGenError({
    code: 'config/invalid',
    message: `${at}: ${what} would be sent to ${host}, a server that only this project's models.json names.`,
    hint: `If you trust that server, put the provider "${name}" into ${join(folder, 'models.json')}, which is yours alone; or use a variable called ${own}. docs/models.md says why.`,
  });
}
