import { redact } from '../../redact.ts';
import type { ModelsConfig } from '../config.ts';
import type { ModelSettings, ProviderSettings } from '../config-provider.ts';
import { pointersIn } from '../placeholder.ts';

/** Another tool's configuration as a models.json, with remarks on what has no place there. */
export interface Imported {
  readonly config: ModelsConfig;
  /** One line each, for a person: what was left out, which key is to be put where. Holds no secret. */
  readonly remarks: readonly string[];
}

/** A configuration that is being put together. */
export interface Draft {
  readonly remark: (line: string) => void;
  /** Lay settings over those of a provider. */
  readonly provider: (name: string, settings: ProviderSettings) => void;
  /** Lay settings over those of a model of a provider. */
  readonly model: (provider: string, id: string, settings: ModelSettings) => void;
  /** The rest of the configuration. */
  readonly set: (rest: Partial<Omit<ModelsConfig, 'provider' | 'version'>>) => void;
  readonly done: () => Imported;
}

/** Begin a configuration. */
export function createDraft(): Draft {
  const remarks = new Set<string>();
  const providers = new Map<string, ProviderSettings>();
  let rest: Partial<ModelsConfig> = {};
  return {
    remark: (line) => void remarks.add(line),
    provider: (name, settings) => void providers.set(name, { ...providers.get(name), ...settings }),
    model: (name, id, settings) => {
      const before = providers.get(name);
      const models = { ...before?.models, [id]: { ...before?.models?.[id], ...settings } };
      providers.set(name, { ...before, models });
    },
    set: (more) => {
      rest = { ...rest, ...more };
    },
    done: () => ({
      config: { version: 1, ...rest, ...(providers.size === 0 ? {} : { provider: Object.fromEntries(providers) }) },
      remarks: [...remarks],
    }),
  };
}

/** How other tools point at a variable: `os.environ/X`, `${{ secrets.X }}`, `${X}`, `$X`. */
const OTHER_POINTERS = [/^os\.environ\/(\w+)$/, /^\$\{\{\s*secrets\.([\w-]+)\s*\}\}$/, /^\$\{(\w+)\}$/, /^\$(\w+)$/];

/** A pointer in the place of a secret. One that stands in the source itself is never copied: `variable` is where it is to go. */
export function secretOf(
  value: unknown,
  { variable, where, remark }: { readonly variable: string; readonly where: string; readonly remark: Draft['remark'] },
): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const named = OTHER_POINTERS.map((shape) => shape.exec(value.trim())?.[1]).find((name) => name !== undefined);
  if (named !== undefined) return `{env:${named.replaceAll('-', '_')}}`;
  const [pointer] = pointersIn(value);
  if (pointer !== undefined && pointer.fallback === undefined && /^\{[^{}]+\}$/.test(value)) return value;
  remark(`${where} holds a secret, which was not copied: put it into the variable ${variable}.`);
  return `{env:${variable}}`;
}

/** Headers, with a pointer in the place of whatever may be a secret. */
export function headersOf(
  headers: unknown,
  { provider, where, remark }: { readonly provider: string; readonly where: string; readonly remark: Draft['remark'] },
): Record<string, string> | undefined {
  if (!isObject(headers)) return undefined;
  const made = Object.entries(headers).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value !== 'string') return [];
    const mayBeSecret =
      /auth|key|token|secret|cookie|password|credential/i.test(name) || redact(value, undefined) !== value;
    if (!mayBeSecret && value.length < 40) return [[name, value]];
    const [, scheme = '', secret = ''] = /^((?:Bearer|Basic|Token)\s+)?([\s\S]*)$/i.exec(value) ?? [];
    const variable = variableFor(`${provider}_${name}`);
    const pointer = secretOf(secret, { variable, where: `${where}.${name}`, remark });
    return pointer === undefined ? [] : [[name, `${scheme}${pointer}`]];
  });
  return made.length === 0 ? undefined : Object.fromEntries(made);
}

/** An address without user and password, which are secrets too. */
export function addressOf(
  value: unknown,
  { where, remark }: { readonly where: string; readonly remark: Draft['remark'] },
): string | undefined {
  const address = textOf(value);
  if (address === undefined || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  remark(`${where} holds a user or a password, which was not copied.`);
  return url.href;
}

/** Remark on the fields that nothing was made of. */
export function remarkRest(
  value: Readonly<Record<string, unknown>>,
  {
    known,
    where,
    remark,
  }: { readonly known: readonly string[]; readonly where: string; readonly remark: Draft['remark'] },
): void {
  const rest = Object.keys(value).filter((name) => !known.includes(name) && value[name] !== null);
  for (const name of rest)
    remark(`${where === '' ? '' : `${where}.`}${name} has no place in models.json and was left out.`);
}

/** A name for a variable: `TOGETHER_AI_API_KEY` for `Together AI_API_KEY`. */
export function variableFor(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** A name of a provider or an alias: lower-case, without slashes and spaces. */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9.@-]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '') || 'provider';
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The fields of a value; none where it has none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** The items of a value; none where it is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A number of zero or more. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** A whole number of one or more. */
export function countOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined;
}

/** An object without the fields that are not there; `undefined` when none is. */
export function given<Value extends object>(
  fields: { readonly [Name in keyof Value]: Value[Name] | undefined },
): Partial<Value> | undefined {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length === 0 ? undefined : (Object.fromEntries(present) as Partial<Value>);
}
