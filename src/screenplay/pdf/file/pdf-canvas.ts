import { Buffer } from 'node:buffer';
import type { Canvas, DocumentInfo, Sheet } from '../canvas.ts';
import type { Font } from '../truetype/font.ts';
import { pointer, pointers, type Ref, writePdfFile } from './file.ts';
import { putFonts } from './font-objects.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { type Bookmark, putOutline } from './outline.ts';
import { writePageContent } from './page-content.ts';
import { pageLabels } from './page-labels.ts';
import { type Pen, takePen } from './pen.ts';
import { writeStructure } from './structure.ts';
import { pdfColor, pdfNumber, pdfText } from './values.ts';

/**
 * Open a canvas that makes a PDF 1.7 file: fonts embedded as subsets of what is used, text that can be copied and
 * searched, tags for programs that read aloud, an outline and page labels. The same calls give the same bytes.
 */
export async function openPdfCanvas(info: DocumentInfo): Promise<Canvas> {
  const file = writePdfFile();
  const structure = writeStructure(file);
  const pens = new Map<Font, Pen>();
  const bookmarks: Bookmark[] = [];
  const pages: { readonly ref: Ref; readonly sheet: Sheet }[] = [];
  const [catalog, tree, resources] = [file.reserve(), file.reserve(), file.reserve()];
  let part: number | undefined;

  const penFor = (font: Font): Pen => {
    const pen = pens.get(font) ?? takePen(font, `F${pens.size + 1}`);
    pens.set(font, pen);
    return pen;
  };
  const content = writePageContent(penFor);
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
      content.startPage(sheet);
      part = undefined;
      const { width, height, color } = sheet;
      // Paper is white where nothing is drawn.
      if (color !== undefined && !['1 1 1', undefined].includes(pdfColor(color)))
        content.fill({ x: 0, y: 0, width, height, color });
    },
    startPart(next) {
      if (next.key === part) return;
      part = next.key;
      content.mark(next.role ?? 'Artifact', structure.startPiece(next));
    },
    write: content.write,
    writeLatin: content.writeLatin,
    fill: content.fill,
    bookmark(title, y) {
      const page = pages.at(-1);
      if (page !== undefined) bookmarks.push({ title, page: page.ref, y: page.sheet.height - y });
    },
    async finish() {
      endPage();
      const fonts = [...pens.values()].map((each) => putFonts(file, each));
      file.put(resources, `<</Font<<${fonts.join('')}>>>>`);
      const kids = pointers(pages.map(({ ref }) => ref));
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
