import { ScriptGenError } from '../core/index.ts';
import { createPrice, type Models, type Provider, ROUTER_DEFAULTS, splitModel } from '../llm/index.ts';
import { OFFLINE_WRITER } from '../offline/index.ts';
import type { Prompts } from '../prompts/index.ts';
import type { BatchLane } from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';
import { readCassette, readCassetteHeader } from './ledger/cassette.ts';
import { importCassette } from './ledger/ledger-desk.ts';
import { type RecordedModel, type RecordedModels, watchModels } from './ledger/recorded-models.ts';

/** A recording that answers in the place of models. */
export interface Replay {
  /** The models as they were when it was recorded; none of them answers. */
  readonly models: Models;
  /** Has no answer to any question that comes to it: those that are recorded are in the journal. */
  readonly lane: BatchLane;
  /** Take the answers into the journal, where they count as paid for elsewhere. */
  readonly load: (open: () => Promise<Storage>) => Promise<void>;
}

/**
 * Open a recording to be replayed.
 *
 * @throws ScriptGenError `input/invalid` for what is no recording or has no answer in it, or when a model is named too;
 * `model/unknown` when a language model is required and none is in it.
 */
export async function openReplay(
  file: string,
  prompts: Prompts,
  { model, requireModel = false }: { readonly model?: string; readonly requireModel?: boolean },
): Promise<Replay> {
  if (model !== undefined)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `A recording is to be replayed, and a model is named too (${model}).`,
      hint: 'Leave the model away: it is that of the recording.',
    });
  const roles = (await readCassetteHeader(file)).roles ?? (await rolesIn(file, prompts));
  const main = roles.director ?? Object.values(roles)[0];
  if (main === undefined)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `${file} has no answer in it.`,
      hint: 'Write or build a script first, then record it with scriptgen cache export.',
    });
  if (requireModel && !main.isLanguageModel)
    throw new ScriptGenError({
      code: 'model/unknown',
      message: `${file} was written by ${main.model}, and a language model is required.`,
      hint: 'Replay what a language model wrote, or leave --require-llm away.',
    });
  return {
    models: modelsOf(roles, main),
    lane: {
      resume: async () => {},
      takes: () => true,
      close: () => {},
      ask: async ({ request: { task }, place: { scene, agent } }) => {
        throw notRecorded(file, { task: task.name, agent, scene });
      },
    },
    load: async (open) => void (await importCassette(file, open)),
  };
}

/** Of a file that does not say whose its answers are: what is asked now for a role is what was asked for it last. */
async function rolesIn(file: string, prompts: Prompts): Promise<RecordedModels> {
  const seen = watchModels({
    roleOf: (task) => prompts.get(task)?.role,
    isLanguageModel: (model) => model !== OFFLINE_WRITER,
  });
  for await (const row of readCassette(file)) seen.see(row);
  return seen.models();
}

/** The models of a recording: named, and not there to be asked. */
function modelsOf(roles: RecordedModels, main: RecordedModel): Models {
  const byRole: Readonly<Record<string, RecordedModel>> = roles;
  const all = Object.values(byRole);
  const askedOf = ({ model, params }: Pick<RecordedModel, 'model' | 'params'>) => ({ model, params });
  return {
    providers: new Map(all.map((one) => [splitModel(one.model).provider, silent(one)])),
    modelFor: (role) => askedOf(byRole[role] ?? main),
    requestFor: (name) => askedOf(all.find(({ model }) => model === name) ?? { model: name, params: {} }),
    source: 'recording',
    notes: [],
    client: {
      router: ROUTER_DEFAULTS,
      price: createPrice(),
      modelInfo: (model) => ({ deployment: model, limits: {} }),
    },
    takesBatches: () => false,
    batch: { collectMs: undefined, pollMs: { first: undefined, longest: undefined } },
    cache: {},
    budget: { caps: {}, warnAt: 1 },
    list: () => [],
  };
}

function silent({ model, isLanguageModel }: RecordedModel): Provider {
  return {
    name: splitModel(model).provider,
    isLanguageModel,
    answer: async ({ task }) => {
      throw notRecorded('the recording', { task: task.name });
    },
  };
}

interface Missed {
  readonly task: string;
  readonly agent?: string;
  readonly scene?: string | undefined;
}

function notRecorded(file: string, { task, agent, scene }: Missed): ScriptGenError {
  const of = agent === undefined ? '' : ` of ${agent}`;
  const where = scene === undefined ? '' : ` for the scene ${scene}`;
  return new ScriptGenError({
    code: 'model/not-recorded',
    message: `The question ${task}${of}${where} is not in ${file}, and no model is asked while it is replayed.`,
    hint: 'What it is asked from (logline, flags, bible, prompts) is not as it was recorded. Record it: run this without --replay where there is a model, then scriptgen cache export FILE.',
  });
}
