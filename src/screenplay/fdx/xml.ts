import { SaxesParser } from 'saxes';

/** An element of an XML text and where it stands in it, in UTF-16 units. */
export interface XmlElement {
  readonly name: string;
  /** In the order they were written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The character data directly inside it, decoded. */
  readonly text: string;
  /** Where `<` of its first tag stands. */
  readonly from: number;
  /** Behind `>` of its first tag. */
  readonly innerFrom: number;
  /** Where its last tag begins; equal to `to` when it has no tag of its own. */
  readonly innerTo: number;
  /** Behind `>` of its last tag. */
  readonly to: number;
}

/** Why an XML text could be read no further. `line` and `column` are counted from 1. */
export interface XmlFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What could be read of an XML text. */
interface XmlText {
  /** `undefined` when no element begins. Elements open where reading stopped end there. */
  readonly root: XmlElement | undefined;
  /** Absent when the text is well-formed. */
  readonly fault?: XmlFault;
}

type OpenElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { readonly children: XmlElement[] };

/** Elements deeper than this are passed over: no Final Draft file goes deeper than a dozen. */
const DEEPEST = 64;

/** Thrown to leave the parser at the first fault: it would go on, and make an error of every character of a binary. */
const STOP = new Error('stopped at a fault');

/**
 * Read XML 1.0. Never throws; stops at the first fault. Entities a document declares are never expanded and nothing
 * outside the text is looked at: using one is a fault.
 */
export function readXml(text: string): XmlText {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let depth = 0;
  let root: OpenElement | undefined;
  let fault: XmlFault | undefined;
  let from = 0;
  parser.on('error', ({ message }) => {
    fault = { message: plainMessage(message), line: parser.line, column: parser.columnIndex + 1 };
    throw STOP;
  });
  parser.on('opentagstart', () => {
    from = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) return;
    const end = parser.position;
    const element: OpenElement = {
      name,
      attributes,
      children: [],
      text: '',
      from,
      innerFrom: end,
      innerTo: end,
      to: end,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (data: string): void => {
    const last = open.at(-1);
    if (depth <= DEEPEST && last !== undefined) last.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ isSelfClosing }) => {
    depth -= 1;
    if (depth >= DEEPEST) return;
    const element = open.pop();
    if (element === undefined) return;
    element.to = parser.position;
    element.innerTo = isSelfClosing ? element.to : text.lastIndexOf('<', element.to - 1);
  });
  // Saxes throws a RangeError for half a character that nothing follows, inside CDATA, comments and instructions.
  const isCut = /[\ud800-\udbff]$/.test(text);
  try {
    parser.write(isCut ? text.slice(0, -1) : text).close();
    if (isCut) fault = { message: 'half a character', ...endOf(text) };
  } catch (error) {
    if (error !== STOP) throw error;
  }
  for (const element of open) Object.assign(element, { innerTo: parser.position, to: parser.position });
  return { root, ...(fault === undefined ? {} : { fault }) };
}

/** Line and column of the last unit of a text. */
function endOf(text: string): Pick<XmlFault, 'line' | 'column'> {
  return { line: text.split('\n').length, column: text.length - text.lastIndexOf('\n') - 1 };
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** All children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** A message of the parser without the place it puts in front. */
function plainMessage(message: string): string {
  return message.replace(/^[^:]*:?\d+:\d+: /, '').replace(/\.$/, '');
}
