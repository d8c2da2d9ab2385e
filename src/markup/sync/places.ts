/** Which scene before goes on in which after; each in one at most. */
export class Places {
  readonly #after: Int32Array;
  readonly #before: Int32Array;

  constructor(before: number, after: number) {
    this.#after = new Int32Array(before).fill(-1);
    this.#before = new Int32Array(after).fill(-1);
  }

  /** Join two scenes, and part them from what they were joined to. */
  join(before: number, after: number): void {
    const [oldAfter, oldBefore] = [this.afterOf(before), this.beforeOf(after)];
    if (oldAfter >= 0) this.#before[oldAfter] = -1;
    if (oldBefore >= 0) this.#after[oldBefore] = -1;
    this.#after[before] = after;
    this.#before[after] = before;
  }

  /** The scene that a scene before goes on in; -1 for none. */
  afterOf(before: number): number {
    return this.#after[before] ?? -1;
  }

  /** The scene that a scene after comes from; -1 for none. */
  beforeOf(after: number): number {
    return this.#before[after] ?? -1;
  }

  /** The scenes before that go on in nothing. */
  get openBefore(): readonly number[] {
    return [...this.#after.keys()].filter((at) => this.#after[at] === -1);
  }

  /** The scenes after that come from nothing. */
  get openAfter(): readonly number[] {
    return [...this.#before.keys()].filter((at) => this.#before[at] === -1);
  }
}
