import type { DocumentInfo } from '../canvas.ts';
import { isoDate, pdfDate, pdfText, wellFormed } from './values.ts';

const MAKER = 'ScriptGen';

/** The information dictionary: what viewers list as the document's properties (ISO 32000-1, 14.3.3). */
export function infoDictionary({ title, author, subject, keywords, creationDate }: DocumentInfo): string {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['Keywords', keywords?.join(', ')],
    ['Creator', MAKER],
    ['Producer', MAKER],
  ];
  const texts = entries.flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${pdfText(value)}`]));
  const date = creationDate === undefined ? '' : pdfDate(creationDate);
  const dates = creationDate === undefined ? [] : [`/CreationDate ${date}`, `/ModDate ${date}`];
  return `<<${[...texts, ...dates].join('')}>>`;
}

/** The same as an XMP packet, for programs that know nothing of PDF (ISO 16684-1). */
export function xmpPacket({ title, author, subject, keywords, creationDate }: DocumentInfo): string {
  const alternative = (tag: string, text: string | undefined): string =>
    element(tag, text && `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`);
  const date = creationDate && isoDate(creationDate);
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    element('dc:creator', author && `<rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq>`),
    alternative('dc:description', subject),
    element('pdf:Keywords', keywords && xmlText(keywords.join(', '))),
    `<pdf:Producer>${MAKER}</pdf:Producer>`,
    `<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>`,
    element('xmp:CreateDate', date),
    element('xmp:ModifyDate', date),
  ].filter((property) => property !== '');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function element(tag: string, content: string | undefined): string {
  return content === undefined || content === '' ? '' : `<${tag}>${content}</${tag}>`;
}

/** Text for XML 1.0, which knows no control characters. */
function xmlText(text: string): string {
  return wellFormed(text)
    .replace(/[^ -~\u00a0-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
