import { z } from 'zod';
import type { Content } from '../entry.ts';
import type { Kinds } from '../kinds/kind.ts';
import { contentFaults } from '../validate/content-faults.ts';
import { faultOf } from '../validate/fault.ts';
import { meant } from '../validate/meant.ts';
import type { FileFault, ParsedEntry, ReadResult } from './file.ts';
import { JSON_FORMAT, JSON_VERSION } from './print.ts';

const Envelope = z.object({ format: z.literal(JSON_FORMAT), version: z.int().min(1), entries: z.array(z.unknown()) });

const Listed = z.strictObject({
  id: z.string().min(1).optional(),
  kind: z.string(),
  version: z.int().min(1).optional(),
  overrides: z.string().min(1).optional(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  locked: z.array(z.string()).default([]),
  state: z.enum(['accepted', 'draft', 'removed']).default('accepted'),
  document: z.record(z.string(), z.json()),
  facts: z.array(z.unknown()).default([]),
});

/** Read a whole bible from its one JSON file. */
export function parseJson(path: string, text: string, kinds: Kinds): ReadResult<readonly ParsedEntry[]> {
  const failed = (...faults: readonly Omit<FileFault, 'path'>[]): ReadResult<readonly ParsedEntry[]> => ({
    ok: false,
    faults: faults.map((fault) => ({ path, ...fault })),
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return failed({ ...placeIn(text, error), message: `Not JSON: ${error instanceof Error ? error.message : error}` });
  }
  const envelope = Envelope.safeParse(value);
  if (!envelope.success)
    return failed({
      message: `Not a bible: ${envelope.error.issues.map((issue) => saidOf(issue, value)).join('; ')}`,
      fix: `It is {"format": "${JSON_FORMAT}", "version": ${JSON_VERSION}, "entries": […]}.`,
    });
  if (envelope.data.version > JSON_VERSION)
    return failed({ message: `Written by a newer version: ${envelope.data.version}.`, fix: 'Update ScriptGen.' });
  const results = envelope.data.entries.map((entry, place) => readListed(path, entry, { place, kinds }));
  const faults = results.flatMap((result) => (result.ok ? [] : result.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: results.flatMap((result) => (result.ok ? [result.value] : [])) };
}

function readListed(
  path: string,
  value: unknown,
  { place, kinds }: { readonly place: number; readonly kinds: Kinds },
): ReadResult<ParsedEntry> {
  const failed = (message: string, fix?: string): FileFault => ({
    path,
    message: `entries.${place}.${message}`,
    ...(fix === undefined ? {} : { fix }),
  });
  const listed = Listed.safeParse(value);
  if (!listed.success) return { ok: false, faults: listed.error.issues.map((issue) => failed(saidOf(issue, value))) };
  const kind = kinds.get(listed.data.kind);
  if (kind === undefined)
    return {
      ok: false,
      faults: [failed(`kind: there is no ${listed.data.kind}`, meant(listed.data.kind, kinds.keys()))],
    };
  const { id, version, overrides, ...more } = listed.data;
  const content = more as unknown as Content & Pick<ParsedEntry, 'kind'>;
  const faults = contentFaults(kind, content, { isPartial: overrides !== undefined });
  if (faults.length > 0)
    return {
      ok: false,
      faults: faults.map(({ path: at, expected, got, fix }) => failed(`${at}: expected ${expected}, got ${got}`, fix)),
    };
  return {
    ok: true,
    value: {
      path,
      ...(id === undefined ? {} : { id }),
      ...(version === undefined ? {} : { version }),
      ...(overrides === undefined ? {} : { overrides }),
      ...content,
    },
  };
}

function saidOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: expected no field of this name`;
  const { path, expected, got } = faultOf(issue, value);
  return `${path}: expected ${expected}, got ${got}`;
}

/** Where JSON broke off: the parser says so in words. */
function placeIn(text: string, error: unknown): { readonly line?: number; readonly column?: number } {
  const offset = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (offset === undefined) return {};
  const before = text.slice(0, Number(offset)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
