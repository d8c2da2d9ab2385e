import type { Note, Severity } from '../../core/index.ts';
import type { Content } from '../entry.ts';

/** How an entry is called in a note: `MAYA`. */
export function titleOf({ name }: Pick<Content, 'name'>): string {
  const title = String(name).trim().toUpperCase();
  return title === '' ? '(an entry without a name)' : title;
}

/** A note about a bible, under the rule `bible/<rule>`. */
export function makeNote(rule: string, severity: Severity, message: string, fix: string): Note {
  return { rule: `bible/${rule}`, severity, message, fix };
}
