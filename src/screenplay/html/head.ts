import { escapeHtml } from './escape.ts';

/** What stands in the head of a document. */
export interface Head {
  readonly title: string;
  readonly lang: string;
  readonly style: string;
}

/** Languages that are written from right to left, by themselves or in a script that is named (Unicode CLDR). */
const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?!-latn)(?:-|$)|-(?:arab|hebr|nkoo|syrc|thaa)(?:-|$)/i;

/** A whole document around a body. Its policy lets a browser load nothing and run nothing. */
export function htmlDocument({ title, lang, style }: Head, body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}"${RIGHT_TO_LEFT.test(lang) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>${escapeHtml(title)}</title>
<style>
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
