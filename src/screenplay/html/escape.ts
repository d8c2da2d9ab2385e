/** What means something to a reader of HTML or XML, or may not stand in XML at all (XML 1.0, §2.2). */
const UNSAFE = /[&<>"'\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** Make text safe as content and inside quoted attributes, of HTML and of XML. What neither can hold is dropped. */
export function escapeHtml(text: string): string {
  return text.replace(UNSAFE, escaped);
}

function escaped(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case "'":
      return '&#39;';
    case '\n':
    case '\t':
      return character;
    default:
      return '';
  }
}

/** Whether anything of a text can be seen. */
export function isShown(text: string): boolean {
  return escapeHtml(text).trim() !== '';
}

/** A colour fit for a style: `#RRGGBB` as given, `undefined` for anything else. */
export function safeColor(color: string | undefined): string | undefined {
  return color !== undefined && /^#[0-9A-Fa-f]{6}$/.test(color) ? color : undefined;
}
