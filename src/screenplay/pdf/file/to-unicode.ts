import { utf16Hex } from './values.ts';

/** How many entries one section may have (Adobe Technical Note 5014). */
const SECTION = 100;

/** Write the CMap that says which code point every glyph stands for (ISO 32000-1, 9.10.3); in UTF-16 beyond U+FFFF. */
export function writeToUnicode(meanings: ReadonlyMap<number, number>): string {
  const entries = [...meanings]
    .sort(([a], [b]) => a - b)
    .map(
      ([glyph, codePoint]) => `<${glyph.toString(16).padStart(4, '0')}> <${utf16Hex(String.fromCodePoint(codePoint))}>`,
    );
  const sections = Array.from({ length: Math.ceil(entries.length / SECTION) }, (_, index) => {
    const section = entries.slice(index * SECTION, (index + 1) * SECTION);
    return `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
