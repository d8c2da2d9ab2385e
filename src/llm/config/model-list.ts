import { splitModel } from '../model-name.ts';
import type { Cost } from '../money/price.ts';
import type { StructuredOutput } from '../providers/wire-model.ts';
import type { ModelInfo } from '../settings.ts';
import { MODEL_ROLES, type ModelRole } from './config.ts';
import { type Endpoint, hasKey } from './endpoint.ts';
import { costFor, type Endpoints, infoOf, settingsOf, structuredOf } from './model-settings.ts';
import { shownAddress } from './shown-address.ts';

/** A model that is configured, as it is listed. Holds no key. */
export interface ConfiguredModel {
  /** `provider/model` */
  readonly model: string;
  readonly name?: string;
  readonly info: ModelInfo;
  readonly cost?: Cost;
  /** How the shape of an answer is asked for. */
  readonly structuredOutput: StructuredOutput;
  /** Where its provider is, without a password; absent for what runs in a process of our own. */
  readonly baseURL?: string;
  /** `none`: it takes no key. `missing`: what `keySource` names is not set. */
  readonly key: 'present' | 'missing' | 'none';
  readonly keySource?: string;
  /** Roles that ask it; `main` for those that name none of their own. */
  readonly roles: readonly (ModelRole | 'main')[];
}

/** Every model that is listed, those that are asked without being listed first. */
export function listModels(
  endpoints: Endpoints,
  { main, roles }: { readonly main: string; readonly roles: ReadonlyMap<string, string> },
): readonly ConfiguredModel[] {
  const rolesOf = (model: string): ConfiguredModel['roles'] => [
    ...(model === main ? (['main'] as const) : []),
    ...MODEL_ROLES.filter((role) => roles.get(role) === model),
  ];
  const listed = [...endpoints.values()].flatMap((end) =>
    Object.keys(end.settings.models ?? {}).map((id) => ({ end, model: `${end.name}/${id}` })),
  );
  const unlisted = [...new Set([main, ...roles.values()])].flatMap((model) => {
    const end = endpoints.get(splitModel(model).provider);
    return end === undefined || listed.some((one) => one.model === model) ? [] : [{ end, model }];
  });
  return [...unlisted, ...listed].map(({ end, model }): ConfiguredModel => {
    const name = settingsOf(endpoints, model)?.name;
    const cost = costFor(endpoints, model);
    return {
      model,
      ...(name === undefined ? {} : { name }),
      info: infoOf(endpoints, model),
      ...(cost === undefined ? {} : { cost }),
      structuredOutput: structuredOf(settingsOf(endpoints, model)),
      ...(end.baseURL === undefined ? {} : { baseURL: shownAddress(end.baseURL) }),
      key: keyOf(end),
      ...(end.keySource === undefined ? {} : { keySource: end.keySource }),
      roles: rolesOf(model),
    };
  });
}

function keyOf(end: Endpoint): ConfiguredModel['key'] {
  if (end.missing.length === 0) return end.keySource === undefined ? 'none' : 'present';
  return hasKey(end) ? 'none' : 'missing';
}
