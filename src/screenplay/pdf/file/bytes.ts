/** Bytes that are written one after the other. */
export interface Bytes {
  byte(value: number): void;
  /** Text of characters below U+0100, a byte each. */
  text(text: string): void;
  bytes(more: Uint8Array): void;
  /** How many there are. */
  length(): number;
  /** All that was written, until more is written or it begins anew. */
  view(): Uint8Array;
  /** Begin anew, in the same memory. */
  clear(): void;
}

/** Begin to write bytes. */
export function writeBytes(): Bytes {
  let memory = new Uint8Array(1 << 14);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= memory.length) return;
    const larger = new Uint8Array(Math.max(memory.length * 2, length + more));
    larger.set(memory.subarray(0, length));
    memory = larger;
  };
  return {
    byte(value) {
      if (length === memory.length) reserve(1);
      memory[length] = value;
      length += 1;
    },
    text(text) {
      reserve(text.length);
      for (let index = 0; index < text.length; index += 1) memory[length + index] = text.charCodeAt(index);
      length += text.length;
    },
    bytes(more) {
      reserve(more.length);
      memory.set(more, length);
      length += more.length;
    },
    length: () => length,
    view: () => memory.subarray(0, length),
    clear() {
      length = 0;
    },
  };
}
