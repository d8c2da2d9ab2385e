/** Whether a text looks like a Final Draft file: its first element is `FinalDraft`. A byte order mark, an XML declaration, comments and a DTD may stand before it. */
export function isFdx(text: string): boolean {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
    if (/^<FinalDraft[\s/>]/.test(text.slice(at, at + 12))) return true;
    const end = text.startsWith('<?', at)
      ? text.indexOf('?>', at)
      : text.startsWith('<!--', at)
        ? text.indexOf('-->', at)
        : text.startsWith('<!', at)
          ? text.indexOf('>', at)
          : -1;
    if (end < 0) return false;
    at = text.indexOf('>', end) + 1;
  }
}
