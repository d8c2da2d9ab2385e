import type { Outline, Script } from '../../bibles/index.ts';
import { nearest, ScriptGenError } from '../../core/index.ts';
import type { CallFilter, Group, Ledger } from '../../steps/index.ts';
import type { Storage } from '../../storage/index.ts';
import { cardNamed } from '../bible/desk.ts';

/** Where the bill of a project is. */
export interface LedgerPlace {
  /** Throws `script/not-found` when there is none yet. */
  readonly storage: () => Promise<Storage>;
  /** Makes one when there is none yet. */
  readonly create: () => Promise<Storage>;
  /** By slug or id; the newest when none is named. */
  readonly getScript: (script?: string) => Promise<Script>;
}

/** Which calls are meant, as people name them. What is absent is not asked about. */
export interface CallOptions extends Omit<CallFilter, 'scene' | 'run' | 'script'> {
  /** A run's id; `last` for the last run of the script. */
  readonly run?: string;
  /** Slug or id; every script when absent. */
  readonly script?: string;
  /** Number of the scene or its id, in the script; in the newest when none is named. */
  readonly scene?: string;
}

/** Find what names stand for. @throws ScriptGenError for a script, a scene or a last run that is not there. */
export async function filterFor(place: LedgerPlace, options: CallOptions): Promise<CallFilter> {
  const { run, script, scene, ...rest } = options;
  return {
    ...rest,
    ...(script === undefined ? {} : { script: (await place.getScript(script)).id }),
    ...(run === undefined ? {} : { run: await runNamed(place, run, script) }),
    ...(scene === undefined ? {} : { scene: await sceneNamed(place, scene, script) }),
  };
}

/** The id of a run. */
export async function runNamed(place: LedgerPlace, run: string, script: string | undefined): Promise<string> {
  if (run !== 'last') return run;
  const { id, slug } = await place.getScript(script);
  const last = await (await place.storage()).runs.lastRun(id);
  if (last !== undefined) return last.id;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `${slug} has not been run yet.`,
    hint: 'scriptgen build runs it.',
  });
}

async function sceneNamed(place: LedgerPlace, scene: string, script: string | undefined): Promise<string> {
  const { id, title } = await place.getScript(script);
  const outline: Outline = await (await place.storage()).bibles.loadOutline(id);
  return cardNamed(outline, scene, title).id;
}

const NAMES = ['run', 'task', 'role', 'model'] as const satisfies readonly Group[];

/**
 * Where nothing was found, see that it is not for a name that no call has.
 *
 * @throws ScriptGenError `input/invalid`, with the nearest name.
 */
export async function refuseUnknown(ledger: Ledger, filter: CallFilter): Promise<void> {
  for (const name of NAMES) {
    const asked = filter[name];
    if (asked === undefined) continue;
    const known = (await ledger.sum({}, name, { times: false })).map(({ group }) => group);
    if (known.includes(asked)) continue;
    const near = nearest(asked, known) ?? known.find((one) => one.includes(asked));
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `No call has the ${name} ${JSON.stringify(asked)}.`,
      hint: near === undefined ? hintFrom(known) : `Did you mean ${near}?`,
    });
  }
}

/** Longer lists help nobody. */
const NAMED = 8;

function hintFrom(known: readonly string[]): string {
  const named = known.filter((one) => one !== '').slice(0, NAMED);
  return named.length === 0 ? 'No model has been asked yet.' : `There are: ${named.join(', ')}`;
}
