import { cleanText } from '../text.ts';

/** Attributes to write, in order; those without a value are left out. */
export type Attributes = readonly (readonly [name: string, value: string | number | undefined])[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Write character data. What XML cannot hold (control characters, halves of surrogate pairs) goes. */
export function escapeText(text: string): string {
  return xmlText(text).replace(/[&<>]/g, (found) => ESCAPES[found] ?? found);
}

/** Write a first tag, `<Text Style="Bold">`, or with `/` at its end when `empty`. */
export function openTag(name: string, attributes: Attributes, empty = false): string {
  const written = attributes.map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeValue(`${value}`)}"`));
  return `<${name}${written.join('')}${empty ? '/' : ''}>`;
}

function escapeValue(value: string): string {
  return xmlText(value).replace(/[&<>"\n]/g, (found) => ESCAPES[found] ?? found);
}

function xmlText(text: string): string {
  return cleanText(text).replace(/[\uFFFE\uFFFF]/g, '');
}
