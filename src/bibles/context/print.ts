import type { Json } from '../../core/index.ts';
import type { ContextEntry } from './context.ts';
import type { Item } from './item.ts';

/** Write a context as text for a prompt: one block an entry, one line a field or fact. */
export function printContext(context: { readonly entries: readonly ContextEntry[] }): string {
  return context.entries.map(printEntry).join('\n\n');
}

function printEntry({ kind, name, fields, facts = [] }: ContextEntry): string {
  return [
    `${kind}: ${name}`,
    ...Object.entries(fields).map(([field, value]) => `- ${field}: ${printValue(value)}`),
    ...facts.map((fact) => `- fact: ${fact}`),
  ].join('\n');
}

/** One item as it stands in a prompt. */
export function printItem({ about, as, field, value }: Item): string {
  switch (as) {
    case 'name':
      return `${about.kind}: ${about.name}`;
    case 'field':
      return `- ${field}: ${printValue(value)}`;
    case 'fact':
      return `- fact: ${printValue(value)}`;
    case 'knowledge':
      return `- ${printValue(value)}`;
  }
}

/** A value in a line: the parts of an object by name, the items of a list one after the other, nothing that is empty. */
function printValue(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((one: Json) => printValue(one)).join(' | ');
  return Object.entries(value)
    .filter(([, part]) => part !== undefined && part !== '' && !(Array.isArray(part) && part.length === 0))
    .map(([key, part]) => `${key}: ${printValue(part ?? '')}`)
    .join('; ');
}
