import type { Context, Knowledge, Note, SearchHit, Use } from '../../project.ts';
import { formatCount, table } from '../format.ts';
import { sceneNumber } from '../scene-number.ts';
import { oneLine } from '../text.ts';

/** What was found, a line each: entry or scene, field, and the words around it. */
export function hitLines(hits: readonly SearchHit[], nameOf: (id: string) => string): readonly string[] {
  if (hits.length === 0) return ['Nothing found.'];
  return table(
    hits.map(({ in: where, id, version, field, snippet }) => [
      where,
      where === 'version' ? `${nameOf(id)} v${version}` : nameOf(id),
      oneLine(field),
      oneLine(snippet),
    ]),
  );
}

/** The scenes that an entry touches, with the fields that were read and how often it is named. */
export function useLines(uses: readonly Use[]): readonly string[] {
  if (uses.length === 0) return ['No scene reads it or names it.'];
  return table(
    uses.map(({ heading, fields, mentions, ...scene }) => [
      `sc ${sceneNumber(scene)}`,
      oneLine(heading),
      fields.length === 0 ? 'reads nothing' : `reads ${fields.map(oneLine).join(', ')}`,
      mentions === 0 ? '' : `named ${mentions === 1 ? 'once' : `${formatCount(mentions)} times`}`,
    ]),
  );
}

/** What is wrong, a line each, with what to do about it. */
export function noteLines(notes: readonly Note[]): readonly string[] {
  if (notes.length === 0) return ['Nothing to remark.'];
  return notes.flatMap(({ severity, message, rule, fix }) => [
    `${severity} ${oneLine(message)} (${rule})`,
    ...(fix === undefined ? [] : [`  ${oneLine(fix)}`]),
  ]);
}

/** What a viewer is shown, and under it what each part takes and what was left out. */
export function contextLines({ entries, knows, parts, left }: Context): readonly string[] {
  const total = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  return [
    ...entries.flatMap(({ kind, name, fields, facts = [] }) => [
      `${kind}: ${oneLine(name)}`,
      ...Object.entries(fields).map(([field, value]) => `  ${field}: ${oneLine(textOf(value))}`),
      ...facts.map((fact) => `  fact: ${oneLine(fact)}`),
    ]),
    ...(knows.length === 0 ? [] : ['knows', ...knows.map(({ text }) => `  ${oneLine(text)}`)]),
    '',
    ...table(
      [
        ...parts.map(({ label, tokens }) => [oneLine(label), formatCount(tokens)]),
        ['tokens in all', formatCount(total)],
      ],
      [1],
    ),
    ...left.map(
      ({ label, reason }) => `left out: ${oneLine(label)} (${reason === 'limit' ? 'too long' : 'not known to them'})`,
    ),
  ];
}

/** What a character knows, a line each. */
export function knowledgeLines(known: readonly Knowledge[], nameOf: (id: string) => string): readonly string[] {
  if (known.length === 0) return ['Nothing beyond what is to be seen.'];
  return known.map(({ text, since, isBelief }) => {
    const notes = [...(isBelief ? ['believed'] : []), ...(since === undefined ? [] : [`since ${nameOf(since)}`])];
    return `${oneLine(text)}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`;
  });
}

/** A value as one text: the parts of an object by name. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(' | ');
  return Object.entries(value)
    .filter(([, part]) => part !== '' && !(Array.isArray(part) && part.length === 0))
    .map(([key, part]) => `${key}: ${textOf(part)}`)
    .join('; ');
}
