import type { z } from 'zod';

const MOST_ISSUES = 8;

/** A place in a value as a person writes it: `scenes[3].goal`; `the answer` for the whole. */
export function printPath(path: readonly PropertyKey[], whole = 'the answer'): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? whole : text.replace(/^\./, '');
}

/** What is wrong with a value, one line an issue, at most eight: short enough to be sent back to a model. */
export function printIssues(issues: readonly z.core.$ZodIssue[]): string {
  const all = issues.flatMap(closest);
  const lines = all.slice(0, MOST_ISSUES).map((issue) => `${printPath(issue.path)}: ${issue.message}`);
  return [...lines, ...(all.length > MOST_ISSUES ? [`and ${all.length - MOST_ISSUES} more`] : [])].join('\n');
}

/** The issues of the alternative that was missed by least; a union says of itself only that it was missed. */
function closest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (best === undefined || best.length === 0) return [issue];
  return best.flatMap(closest).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
