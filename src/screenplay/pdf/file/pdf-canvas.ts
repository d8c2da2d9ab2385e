import { Buffer } from 'node:buffer';
import { BASELINE, type Canvas, type DocumentInfo, type Sheet } from '../canvas.ts';
import type { Font } from '../truetype/font.ts';
import { pointer, type Ref, writePdfFile } from './file.ts';
import { putFont } from './font-objects.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { type Bookmark, putOutline } from './outline.ts';
import { writePageContent } from './page-content.ts';
import { pageLabels } from './page-labels.ts';
import { type Pen, takePen } from './pen.ts';
import { writeStructure } from './structure.ts';
import { pdfColor, pdfNumber, pdfText } from './values.ts';

const BLACK = '0 0 0';

/**
 * Open a canvas that makes a PDF 1.7 file: fonts embedded as subsets of what is used, text that can be copied and
 * searched, tags for programs that read aloud, an outline and page labels. The same calls give the same bytes.
 */
export async function openPdfCanvas(info: DocumentInfo): Promise<Canvas> {
  const file = writePdfFile();
  const content = writePageContent();
  const structure = writeStructure(file);
  const pens = new Map<Font, Pen>();
  const bookmarks: Bookmark[] = [];
  const pages: { readonly ref: Ref; readonly sheet: Sheet }[] = [];
  const [catalog, tree, resources] = [file.reserve(), file.reserve(), file.reserve()];
  let height = 0;
  let part: string | undefined;

  const penFor = (font: Font): Pen => {
    const known = pens.get(font);
    if (known !== undefined) return known;
    const pen = takePen(font, `F${pens.size + 1}`);
    pens.set(font, pen);
    return pen;
  };
  const endPage = (): void => {
    const page = pages.at(-1);
    if (page === undefined) return;
    const drawing = file.reserve();
    file.putStream(drawing, '', content.endPage());
    const box = `[0 0 ${pdfNumber(page.sheet.width)} ${pdfNumber(page.sheet.height)}]`;
    file.put(
      page.ref,
      `<</Type/Page/Parent ${pointer(tree)}/MediaBox${box}/Resources ${pointer(resources)}` +
        `/Contents ${pointer(drawing)}/StructParents ${pages.length - 1}>>`,
    );
  };

  return {
    startPage(sheet) {
      endPage();
      const ref = file.reserve();
      pages.push({ ref, sheet });
      structure.startPage(ref);
      height = sheet.height;
      part = undefined;
      const color = pdfColor(sheet.color);
      if (color !== undefined && color !== '1 1 1') content.fill({ ...sheet, x: 0, y: 0, color });
    },
    startPart(next) {
      if (next.key === part) return;
      part = next.key;
      content.mark(next.role ?? 'Artifact', structure.startPiece(next));
    },
    write(text, { x, y, font, color, means }) {
      content.write(text, { x, y: height - y - BASELINE, pen: penFor(font), color: pdfColor(color) ?? BLACK, means });
    },
    fill(area) {
      content.fill({ ...area, y: height - area.y - area.height, color: pdfColor(area.color) ?? BLACK });
    },
    bookmark(title, y) {
      bookmarks.push({ title, page: pages.at(-1)?.ref ?? tree, y: height - y });
    },
    async finish() {
      endPage();
      const fonts = [...pens.values()].map((pen) => ({ pen, ref: file.reserve() }));
      for (const { pen, ref } of fonts) putFont(file, ref, pen);
      const named = fonts.map(({ pen, ref }) => `/${pen.name} ${pointer(ref)}`).join('');
      file.put(resources, `<</Font<<${named}>>>>`);
      const kids = pages.map(({ ref }) => pointer(ref)).join(' ');
      file.put(tree, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
      const [outline, tags] = [putOutline(file, bookmarks), structure.put()];
      const [metadata, about] = [file.reserve(), file.reserve()];
      file.putPlainStream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(info)));
      file.put(about, infoDictionary(info));
      const entries = [
        `/Type/Catalog/Pages ${pointer(tree)}/Metadata ${pointer(metadata)}/Lang ${pdfText(info.language ?? 'en')}`,
        `/PageLabels${pageLabels(pages.map(({ sheet }) => sheet.label ?? null))}`,
        outline === undefined ? '' : `/Outlines ${pointer(outline)}`,
        tags === undefined ? '' : `/MarkInfo<</Marked true>>/StructTreeRoot ${pointer(tags)}`,
        info.title === undefined ? '' : '/ViewerPreferences<</DisplayDocTitle true>>',
      ];
      file.put(catalog, `<<${entries.join('')}>>`);
      return file.finish(`/Root ${pointer(catalog)}/Info ${pointer(about)}`);
    },
  };
}
