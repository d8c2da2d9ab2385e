import type { Note, Severity } from '../../core/note.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** How SARIF calls a severity (SARIF 2.1.0, 3.27.10). */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  blocker: 'error',
  major: 'error',
  minor: 'warning',
  info: 'note',
};

/** What is told of a rule beside its id. */
export type RuleDescription = Pick<Rule, 'id' | 'severity' | 'title' | 'why'>;

/** Notes as a SARIF 2.1.0 log with one run. Rules that are not among `rules` (a parser's) are listed by their id. */
export function sarifLog(notes: readonly Note[], path: string | undefined, rules: readonly RuleDescription[] = RULES) {
  const ids = [...new Set(notes.map(({ rule }) => rule))];
  const places = new Map(ids.map((id, at) => [id, at]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ScriptGen', rules: ids.map((id) => descriptor(id, rules)) } },
        columnKind: 'utf16CodeUnits',
        results: notes.map((note) => ({
          ruleId: note.rule,
          ruleIndex: places.get(note.rule) ?? -1,
          level: LEVELS[note.severity],
          message: { text: note.fix === undefined ? note.message : `${note.message} ${note.fix}` },
          ...(path === undefined ? {} : { locations: [{ physicalLocation: physicalLocation(note, path) }] }),
        })),
      },
    ],
  };
}

function descriptor(id: string, rules: readonly RuleDescription[]) {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function physicalLocation({ line, column, quote }: Note, path: string) {
  const artifactLocation = { uri: fileUri(path) };
  if (line === undefined) return { artifactLocation };
  const start = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return { artifactLocation, region: quote === undefined ? start : { ...start, snippet: { text: quote } } };
}

/** A path as a URI: relative as it is, absolute with its scheme (RFC 8089). */
function fileUri(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const uri = encodeURI(slashes).replaceAll('#', '%23').replaceAll('?', '%3F');
  if (/^[A-Za-z]:\//.test(slashes)) return `file:///${uri}`;
  return slashes.startsWith('/') ? `file://${uri}` : uri;
}
