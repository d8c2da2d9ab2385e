import type { Format } from '../bibles/index.ts';

/** Lines as a Markdown list; a dash when there are none, so that a prompt never holds an empty part. */
export function bullets(lines: readonly string[]): string {
  return lines.length === 0 ? '- none' : lines.map((line) => `- ${line}`).join('\n');
}

/** Lines as a numbered list from 1. */
export function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

const FORMAT_WORDS = {
  short: 'a short film',
  feature: 'a feature film',
  'tv-hour': 'a one-hour television drama',
  sitcom: 'a half-hour sitcom',
} as const;

/** The size of a script in words: `a short film of 12 scenes`. */
export function size({ format, scenes }: { readonly format: Format; readonly scenes: number }): string {
  return `${FORMAT_WORDS[format]} of ${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`;
}
