/** Which of the blocks before goes on in which of the blocks after; each in one at most. */
export class Matching {
  readonly #after: Int32Array;
  readonly #before: Int32Array;

  /** Nothing is matched yet, of so many blocks before and after. */
  constructor(before: number, after: number) {
    this.#after = new Int32Array(before).fill(-1);
    this.#before = new Int32Array(after).fill(-1);
  }

  /** How many blocks there are before. */
  get beforeLength(): number {
    return this.#after.length;
  }

  /** How many blocks there are after. */
  get afterLength(): number {
    return this.#before.length;
  }

  /** Match two blocks, unless one of them is matched already or is none. */
  join(before: number, after: number): void {
    if (!this.isOpenBefore(before) || !this.isOpenAfter(after)) return;
    this.#after[before] = after;
    this.#before[after] = before;
  }

  /** The block that a block before goes on in; -1 for none, or when there is no such block. */
  afterOf(before: number): number {
    return this.#after[before] ?? -1;
  }

  /** The block that a block after comes from; -1 for none, or when there is no such block. */
  beforeOf(after: number): number {
    return this.#before[after] ?? -1;
  }

  /** Whether there is such a block before and it goes on in nothing. */
  isOpenBefore(before: number): boolean {
    return this.#after[before] === -1;
  }

  /** Whether there is such a block after and it comes from nothing. */
  isOpenAfter(after: number): boolean {
    return this.#before[after] === -1;
  }
}
