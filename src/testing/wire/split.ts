import type { Frame, Wire } from './wire.ts';

/**
 * Where what is sent is cut, and how its lines are written.
 *
 * `frames`: an event at a time, the usual. `joined`: all at once. `bytes`: one byte at a time. `characters`: in the
 * middle of every character of several bytes. `fields`: two bytes into every line, so inside of `data:`. `line-ends`:
 * lines end with CR LF, cut between the two. `crlf`: lines end with CR LF. `comments`: with comments and pings between
 * the events. `tight`: without the space after `data:`.
 */
export type SplitMode =
  | 'frames'
  | 'joined'
  | 'bytes'
  | 'characters'
  | 'fields'
  | 'line-ends'
  | 'crlf'
  | 'comments'
  | 'tight';

/** All ways to cut. */
export const SPLIT_MODES: readonly SplitMode[] = [
  'frames',
  'joined',
  'bytes',
  'characters',
  'fields',
  'line-ends',
  'crlf',
  'comments',
  'tight',
];

/** Bytes that are written at once. */
export interface Piece {
  readonly bytes: Buffer;
  /** Output tokens that are billed once this is sent. */
  readonly outputTokens: number;
}

/** The bytes of a stream, cut. */
export function encodeFrames(frames: readonly Frame[], wire: Wire, mode: SplitMode): readonly Piece[] {
  const texts = frames.map((frame) => ({ text: encodeFrame(frame, wire, mode), outputTokens: frame.outputTokens }));
  if (mode === 'joined') {
    const outputTokens = texts.reduce((sum, each) => sum + each.outputTokens, 0);
    return [{ bytes: Buffer.from(texts.map(({ text }) => text).join('')), outputTokens }];
  }
  return texts.flatMap(({ text, outputTokens }) =>
    cut(Buffer.from(text), mode).map((bytes, at) => ({ bytes, outputTokens: at === 0 ? outputTokens : 0 })),
  );
}

/** The bytes of a whole body, cut: only between bytes or inside characters, for it has no lines. */
export function encodeWhole(text: string, outputTokens: number, mode: SplitMode): readonly Piece[] {
  const bytes = Buffer.from(text);
  const pieces = mode === 'bytes' || mode === 'characters' ? cut(bytes, mode) : [bytes];
  return pieces.map((piece, at) => ({ bytes: piece, outputTokens: at === 0 ? outputTokens : 0 }));
}

function encodeFrame({ event, data }: Frame, { framing, format }: Wire, mode: SplitMode): string {
  const end = mode === 'crlf' || mode === 'line-ends' ? '\r\n' : '\n';
  if (framing === 'lines') return `${data}${end}`;
  const space = mode === 'tight' ? '' : ' ';
  const name = event === undefined ? '' : `event:${space}${event}${end}`;
  return `${mode === 'comments' ? aliveOf(format) : ''}${name}data:${space}${data}${end}${end}`;
}

/** A sign of life between events: a comment, which every reader of events must skip, and Anthropic's own ping. */
function aliveOf(format: Wire['format']): string {
  return `: keep-alive\n\n${format === 'anthropic' ? 'event: ping\ndata: {"type": "ping"}\n\n' : ''}`;
}

function cut(bytes: Buffer, mode: SplitMode): readonly Buffer[] {
  const places: number[] = [];
  for (let place = 1; place < bytes.length; place += 1) if (isCut(bytes, place, mode)) places.push(place);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

const LF = 10;
const CR = 13;

function isCut(bytes: Buffer, place: number, mode: SplitMode): boolean {
  switch (mode) {
    case 'bytes':
      return true;
    case 'characters':
      // A byte that goes on with a character: 10xxxxxx.
      return ((bytes[place] ?? 0) & 0xc0) === 0x80;
    case 'fields':
      return place === 2 || (place > 2 && bytes[place - 3] === LF);
    case 'line-ends':
      return bytes[place - 1] === CR;
    case 'frames':
    case 'joined':
    case 'crlf':
    case 'comments':
    case 'tight':
      return false;
  }
}
