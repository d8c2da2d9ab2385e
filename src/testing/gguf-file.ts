/** A value of a GGUF file's metadata, with its type on disk. */
export type GgufValue =
  | { readonly type: 'u32' | 'f32'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'i32s' | 'f32s'; readonly value: readonly number[] }
  | { readonly type: 'strings'; readonly value: readonly string[] };

/** A tensor of 32-bit floats. The first dimension is the one that lies together in memory. */
export interface GgufTensor {
  readonly name: string;
  readonly dimensions: readonly number[];
  readonly values: Float32Array;
}

/**
 * The bytes of a GGUF file, version 3.
 *
 * Numbers of types and the layout are those of https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
 */
export function ggufFile(metadata: Readonly<Record<string, GgufValue>>, tensors: readonly GgufTensor[]): Buffer {
  const entries = Object.entries(metadata);
  let offset = 0;
  const places = tensors.map(({ name, dimensions, values }) => {
    const place = [text(name), u32(dimensions.length), ...dimensions.map(u64), u32(0), u64(offset)];
    offset += aligned(values.byteLength);
    return Buffer.concat(place);
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(3),
    u64(tensors.length),
    u64(entries.length),
    ...entries.flatMap(([key, value]) => [text(key), printed(value)]),
    ...places,
  ]);
  return Buffer.concat([padded(head), ...tensors.map(({ values }) => padded(floats(values)))]);
}

/** Tensors begin at multiples of so many bytes, where `general.alignment` does not say otherwise. */
const ALIGNMENT = 32;

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}

function printed({ type, value }: GgufValue): Buffer {
  switch (type) {
    case 'u32':
      return Buffer.concat([u32(4), u32(value)]);
    case 'f32':
      return Buffer.concat([u32(6), floats([value])]);
    case 'string':
      return Buffer.concat([u32(8), text(value)]);
    case 'i32s':
      return Buffer.concat([u32(9), u32(5), u64(value.length), ...value.map(u32)]);
    case 'f32s':
      return Buffer.concat([u32(9), u32(6), u64(value.length), floats(value)]);
    case 'strings':
      return Buffer.concat([u32(9), u32(8), u64(value.length), ...value.map(text)]);
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function floats(values: Iterable<number> & { readonly length: number }): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  let at = 0;
  for (const value of values) at = bytes.writeFloatLE(value, at);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}
