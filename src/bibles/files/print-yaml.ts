import { Document, isScalar, visit } from 'yaml';
import type { Json } from '../../core/index.ts';

/** What no text file carries safely, or an editor changes when saving: control characters, odd line ends, half characters. */
const ODD = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** What other readers take for a line end or control, or drop. All of it stands in double quotes, where it can be written as an escape. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const PRINTING = { lineWidth: 0, singleQuote: false, indentSeq: true } as const;

/** Longer texts stand in a block of their own, so that no quotes are needed. */
const LONG = 80;

/**
 * Write values as YAML 1.2 that reads the same under 1.1: one line a value, never folded; long and many-lined texts as
 * literal blocks; texts that look like something else, or hold what editors change, in double quotes.
 */
export function printYaml(value: Json): string {
  const document = new Document(value, { version: '1.2', compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      node.type = key === 'key' && isPlainText(node.value) ? 'PLAIN' : styleOf(node.value);
    },
  });
  const text = document.toString({ ...PRINTING, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY });
  return text.replaceAll(UNSAFE, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether a text stands in a file as it is, line ends included. */
export function isPlainText(text: string): boolean {
  return !ODD.test(text.replaceAll('\n', ''));
}

function styleOf(text: string): 'PLAIN' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' {
  if (!isPlainText(text)) return 'QUOTE_DOUBLE';
  if (!text.includes('\n') && text.length <= LONG) return 'PLAIN';
  return /^\S/.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
}
