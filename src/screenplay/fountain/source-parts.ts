import type { Block, Screenplay, TitlePage } from '../tree.ts';

/** A stretch of a source that blocks were read from: the title page, one block, or the notes that share a line. */
export interface Piece {
  readonly index: number;
  readonly titlePage: TitlePage | null;
  readonly blocks: readonly Block[];
  readonly offset: number;
  readonly endOffset: number;
  /** What stands between the piece before it, or the beginning, and this one. */
  readonly gap: string;
}

/** A source cut into the pieces that its blocks were read from, and what stands between them. Together they are the source. */
export interface SourceParts {
  readonly source: string;
  readonly pieces: readonly Piece[];
  readonly byOffset: ReadonlyMap<number, Piece>;
  readonly byId: ReadonlyMap<string, Piece>;
  /** What stands after the last piece. */
  readonly tail: string;
  /** The end mark that the source uses first; `\n` when it has none. */
  readonly eol: string;
  /** The byte order mark, or nothing. */
  readonly bom: string;
}

/** Cut a source into pieces. `script` is what was read from it. */
export function sourceParts(source: string, { titlePage, children }: Screenplay): SourceParts {
  const pieces: Piece[] = [];
  let end = 0;
  const open = (offset: number, endOffset: number, what: Pick<Piece, 'titlePage' | 'blocks'>): void => {
    pieces.push({ index: pieces.length, ...what, offset, endOffset, gap: source.slice(end, offset) });
    end = endOffset;
  };
  if (titlePage?.position) open(titlePage.position.offset, titlePage.position.endOffset, { titlePage, blocks: [] });
  for (let at = 0; at < children.length; ) {
    const position = children[at]?.position;
    const from = at;
    do at += 1;
    while (at < children.length && children[at]?.position?.offset === position?.offset);
    if (position) open(position.offset, position.endOffset, { titlePage: null, blocks: children.slice(from, at) });
  }
  const blockPieces = pieces.filter((piece) => piece.blocks.length > 0);
  return {
    source,
    pieces,
    byOffset: new Map(blockPieces.map((piece) => [piece.offset, piece])),
    byId: new Map(
      blockPieces.flatMap((piece) =>
        piece.blocks.flatMap(({ id }) => (id === undefined ? [] : [[id, piece] as const])),
      ),
    ),
    tail: source.slice(end),
    eol: /\r\n|[\r\n]/.exec(source)?.[0] ?? '\n',
    bom: source.startsWith('\ufeff') ? '\ufeff' : '',
  };
}
