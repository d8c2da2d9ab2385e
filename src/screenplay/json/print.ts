import type { Screenplay } from '../tree.ts';

/** The version of the form that {@link printJson} writes. */
export const VERSION = 1;

/** What the schema of this form is called, whatever place it is kept in. */
export const SCHEMA_NAME = `urn:scriptgen:screenplay:${VERSION}`;

/** How a screenplay is written as JSON. */
export interface PrintJsonOptions {
  /** Whether the text it was read from goes along, so that it can still be printed byte for byte. Left out unless asked for. */
  readonly source?: boolean;
  /** Whether it stands on many lines, for people, instead of on one. */
  readonly pretty?: boolean;
}

/**
 * Write a screenplay as JSON: `{"$schema": …, "version": 1, "screenplay": {…}}`, and a line end after it.
 *
 * `parseJson` gives the same screenplay back, with its `source` when it was asked for. The form is described in
 * `config/screenplay.schema.json`.
 */
export function printJson({ source, ...script }: Screenplay, options: PrintJsonOptions = {}): string {
  const kept = options.source && source !== undefined ? { ...script, source } : script;
  const file = { $schema: SCHEMA_NAME, version: VERSION, screenplay: kept };
  return `${JSON.stringify(file, null, options.pretty ? 2 : 0)}\n`;
}
