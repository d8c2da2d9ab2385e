import type { TextPart, TextRole } from '../canvas.ts';
import { type PdfFile, pointer, pointers, type Ref } from './file.ts';

/** A page and, of each of its pieces, the part that it belongs to. */
interface TaggedPage {
  readonly ref: Ref;
  /** What the parts that begin on it say of it. */
  readonly entry: string;
  readonly owners: Ref[];
}

/** A part in the making. */
interface Part {
  readonly ref: Ref;
  readonly role: TextRole;
  /** The page that it begins on. */
  readonly page: TaggedPage;
  /** Its first piece: the number of marked content on that page. */
  readonly first: number;
  /** The others, each with a space before it: numbers on that page, or page and number. */
  others: string;
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
  const parts: Part[] = [];
  const inOrder: Part[] = [];
  let asides: Part[] = [];
  let group: number | undefined;
  const pages: TaggedPage[] = [];
  let page: TaggedPage | undefined;

  const startPart = ({ role, key, group: next, aside }: TextPart, page: TaggedPage): Part => {
    const part = { ref: file.reserve(), role, page, first: page.owners.length, others: '' };
    parts[key] = part;
    if (next !== group) endGroup();
    group = next;
    (aside ? asides : inOrder).push(part);
    return part;
  };
  const endGroup = (): void => {
    if (asides.length === 0) return;
    inOrder.push(...asides);
    asides = [];
  };
  return {
    startPage(ref) {
      page = { ref, entry: `/Pg ${pointer(ref)}/K`, owners: [] };
      pages.push(page);
    },
    startPiece(described) {
      if (described.role === null || page === undefined) return undefined;
      const { owners } = page;
      const id = owners.length;
      let part = parts[described.key];
      if (part === undefined) part = startPart(described, page);
      else part.others += part.page === page ? ` ${id}` : ` <</Type/MCR/Pg ${pointer(page.ref)}/MCID ${id}>>`;
      owners.push(part.ref);
      return id;
    },
    put() {
      endGroup();
      if (inOrder.length === 0) return undefined;
      const [root, document, parents] = [file.reserve(), file.reserve(), file.reserve()];
      let [head, like] = ['', inOrder[0]];
      for (let index = 0; index < inOrder.length; index += 1) {
        const part = inOrder[index];
        if (part === undefined) continue;
        // Most parts begin as the one before.
        if (head === '' || part.page !== like?.page || part.role !== like.role)
          head = `<</S/${part.role}/P ${pointer(document)}${part.page.entry}`;
        like = part;
        file.put(part.ref, part.others === '' ? `${head} ${part.first}>>` : `${head}[${part.first}${part.others}]>>`);
      }
      file.put(document, `<</S/Document/P ${pointer(root)}/K[${pointers(inOrder.map(({ ref }) => ref))}]>>`);
      const owners = pages.map((each, index) => `${index}[${pointers(each.owners)}]`);
      file.put(parents, `<</Nums[${owners.join('')}]>>`);
      file.put(
        root,
        `<</Type/StructTreeRoot/K ${pointer(document)}/ParentTree ${pointer(parents)}/ParentTreeNextKey ${pages.length}>>`,
      );
      return root;
    },
  };
}
