import { nearest, ScriptGenError } from '../../core/index.ts';
import type { ModelsConfig } from './config.ts';

/** The names that a configuration gives to models. */
export interface Names {
  /** The models that a name stands for as `provider/model`: the one to ask first, and then its fallbacks. */
  readonly resolve: (name: string) => readonly string[];
  /** What a name without slash was perhaps meant to be, when it is taken for a model of openai. */
  readonly doubt: (name: string) => string | undefined;
}

/**
 * The names of a configuration: aliases, and models with and without their provider.
 *
 * @throws ScriptGenError `config/invalid`, from `resolve` too, for an alias that leads back to itself; `at` names the place of a field.
 */
export function namesOf(
  { aliases = {}, provider = {} }: ModelsConfig,
  { providers, at }: { readonly providers: ReadonlySet<string>; readonly at: (path: readonly string[]) => string },
): Names {
  const known = new Map<string, readonly string[]>();
  const expand = (name: string, via: readonly string[]): readonly string[] => {
    const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    if (alias === undefined) return [name.includes('/') || providers.has(name) ? name : `openai/${name}`];
    const circle = [...via, name];
    if (via.includes(name)) throw circular(`${at(['aliases', name])}: aliases`, circle.slice(circle.indexOf(name)));
    const models = known.get(name) ?? [...new Set([alias].flat().flatMap((member) => expand(member, circle)))];
    known.set(name, models);
    return models;
  };
  for (const name of Object.keys(aliases)) expand(name, []);
  return {
    resolve: (name) => expand(name, []),
    doubt: (name) => {
      if (name.includes('/') || providers.has(name) || Object.hasOwn(aliases, name)) return undefined;
      if (Object.hasOwn(provider['openai']?.models ?? {}, name)) return undefined;
      return nearest(name, Object.keys(aliases));
    },
  };
}

/** The error of names that lead in a circle. */
export function circular(where: string, circle: readonly string[]): ScriptGenError {
  return new ScriptGenError({
    code: 'config/invalid',
    message: `${where}: a circle: ${circle.join(' → ')}.`,
    hint: 'Take one of them out: each must lead to a model in the end.',
  });
}
