import type { TextPart, TextRole } from '../canvas.ts';
import { type PdfFile, pointer, type Ref } from './file.ts';

/** A piece of a part: marked content on a page, by its number there. */
interface Piece {
  readonly page: Ref;
  readonly id: number;
}

interface Part {
  readonly role: TextRole;
  readonly ref: Ref;
  readonly pieces: Piece[];
}

/** What a tagged document knows about its text (ISO 32000-1, 14.8): its parts in the order in which they are read. */
export interface Structure {
  startPage(page: Ref): void;
  /** The number, on this page, of the next piece of a part; `undefined` for what is not read aloud. */
  startPiece(part: TextPart): number | undefined;
  /** Put the structure tree into the file; `undefined` when there is nothing to read. */
  put(): Ref | undefined;
}

/** Begin to tag a document. */
export function writeStructure(file: PdfFile): Structure {
  const parts = new Map<string, Part>();
  const groups = new Map<string, { readonly main: Part[]; readonly aside: Part[] }>();
  const pages: { readonly page: Ref; readonly parts: Part[] }[] = [];
  const partOf = ({ role, key, group, aside }: TextPart): Part => {
    const known = parts.get(key);
    if (known !== undefined) return known;
    const part: Part = { role, ref: file.reserve(), pieces: [] };
    const place = groups.get(group) ?? { main: [], aside: [] };
    place[aside ? 'aside' : 'main'].push(part);
    groups.set(group, place);
    parts.set(key, part);
    return part;
  };
  return {
    startPage(page) {
      pages.push({ page, parts: [] });
    },
    startPiece(described) {
      const page = pages.at(-1);
      if (described.role === null || page === undefined) return undefined;
      const part = partOf(described);
      const id = page.parts.push(part) - 1;
      part.pieces.push({ page: page.page, id });
      return id;
    },
    put() {
      const all = [...groups.values()].flatMap(({ main, aside }) => [...main, ...aside]);
      if (all.length === 0) return undefined;
      const [root, document, parents] = [file.reserve(), file.reserve(), file.reserve()];
      for (const part of all) file.put(part.ref, element(part, document));
      const refs = (list: readonly Part[]): string => list.map(({ ref }) => pointer(ref)).join(' ');
      file.put(document, `<</S/Document/P ${pointer(root)}/K[${refs(all)}]>>`);
      file.put(parents, `<</Nums[${pages.map((page, index) => `${index}[${refs(page.parts)}]`).join('')}]>>`);
      file.put(
        root,
        `<</Type/StructTreeRoot/K ${pointer(document)}/ParentTree ${pointer(parents)}/ParentTreeNextKey ${pages.length}>>`,
      );
      return root;
    },
  };
}

function element({ role, pieces }: Part, document: Ref): string {
  const page = pieces[0]?.page ?? 0;
  const kids = pieces.map((piece) =>
    piece.page === page ? String(piece.id) : `<</Type/MCR/Pg ${pointer(piece.page)}/MCID ${piece.id}>>`,
  );
  return `<</S/${role}/P ${pointer(document)}/Pg ${pointer(page)}/K${kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`}>>`;
}
