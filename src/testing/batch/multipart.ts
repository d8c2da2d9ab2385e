/** A form as it was uploaded. */
export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file?: { readonly filename: string; readonly text: string };
}

/** Read a multipart form (RFC 7578): all fields, and the one that is a file. */
export function readForm(raw: Buffer, contentType: string): Form {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return { fields: new Map() };
  const fields = new Map<string, string>();
  let file: Form['file'];
  // Every byte as a character: parts are cut out of the bytes, not of the text.
  for (const part of raw.toString('latin1').split(`--${boundary}`)) {
    const [, head = '', content = ''] = /^\r\n([\s\S]*?)\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const filename = /filename="([^"]*)"/.exec(head)?.[1];
    const text = Buffer.from(content, 'latin1').toString('utf8');
    if (filename !== undefined) file = { filename, text };
    else if (name !== undefined) fields.set(name, text);
  }
  return file === undefined ? { fields } : { fields, file };
}
