import type { InlineRun, SpanStyle } from '../inline/inline.ts';
import { cleanText } from '../text.ts';
import { readColor, writeColor } from './color.ts';
import { childrenOf, type XmlElement } from './xml.ts';
import { escapeText, openTag } from './xml-write.ts';

/** How text looks where a run says nothing: what Final Draft writes into every `FontSpec` of a new script. */
const DEFAULTS = { font: 'Courier Final Draft', size: 12, color: '#000000', background: '#FFFFFF' } as const;

/** The runs that the `Text` elements directly inside a paragraph hold. What looks as by default carries no span. */
export function readRuns(paragraph: XmlElement): readonly InlineRun[] {
  return childrenOf(paragraph, 'Text').map((text) => {
    const styles = new Set((text.attributes['Style'] ?? '').split('+'));
    const span = readSpan(text.attributes, styles);
    return {
      text: cleanText(text.text),
      bold: styles.has('Bold'),
      italic: styles.has('Italic'),
      underline: styles.has('Underline'),
      ...(Object.keys(span).length === 0 ? {} : { span }),
    };
  });
}

/** Write a run as a `Text` element. */
export function writeRun({ text, bold, italic, underline, span = {} }: InlineRun): string {
  const styles = [
    bold && 'Bold',
    italic && 'Italic',
    underline && 'Underline',
    span.strike && 'Strikeout',
    span.capitals && 'AllCaps',
    span.hidden && 'HiddenText',
  ].filter((style) => typeof style === 'string');
  const open = openTag('Text', [
    ['Background', writeColor(span.background)],
    ['Color', writeColor(span.color)],
    ['Font', span.font],
    ['RevisionID', span.revision],
    ['Size', span.size],
    ['Style', styles.length === 0 ? undefined : styles.join('+')],
    ['TagNumber', span.tags === undefined || span.tags.length === 0 ? undefined : span.tags.join(',')],
  ]);
  return `${open}${escapeText(text)}</Text>`;
}

/** Whether a span says what is so by default, which a file does not tell apart from saying nothing. */
export function isDefaultLook(span: SpanStyle): boolean {
  return (
    span.font === DEFAULTS.font ||
    span.size === DEFAULTS.size ||
    span.color?.toUpperCase() === DEFAULTS.color ||
    span.background?.toUpperCase() === DEFAULTS.background
  );
}

function readSpan(attributes: XmlElement['attributes'], styles: ReadonlySet<string>): SpanStyle {
  const { Font: font, Size: size, RevisionID: revision, TagNumber: tags } = attributes;
  const color = readColor(attributes['Color']);
  const background = readColor(attributes['Background']);
  const points = Number(size ?? DEFAULTS.size);
  const set = Number(revision ?? 0);
  const numbers = (tags ?? '').split(/[ ,;]+/).filter((tag) => /^\d{1,9}$/.test(tag));
  return {
    ...(Number.isInteger(set) && set > 0 ? { revision: set } : {}),
    ...(styles.has('Strikeout') ? { strike: true } : {}),
    ...(styles.has('AllCaps') ? { capitals: true } : {}),
    ...(styles.has('HiddenText') ? { hidden: true } : {}),
    ...(color === undefined || color === DEFAULTS.color ? {} : { color }),
    ...(background === undefined || background === DEFAULTS.background ? {} : { background }),
    ...(font === undefined || font === '' || font === DEFAULTS.font ? {} : { font }),
    ...(points > 0 && Number.isFinite(points) && points !== DEFAULTS.size ? { size: points } : {}),
    ...(numbers.length > 0 ? { tags: numbers.map(Number) } : {}),
  };
}
