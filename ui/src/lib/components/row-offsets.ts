/** Where each of many rows begins, some measured and some guessed. All lengths are in pixels. */
export class RowOffsets {
  readonly #tops: Float64Array;

  constructor(heights: readonly number[]) {
    this.#tops = new Float64Array(heights.length + 1);
    heights.forEach((height, i) => (this.#tops[i + 1] = (this.#tops[i] ?? 0) + height));
  }

  /** Rows there are. */
  get count(): number {
    return this.#tops.length - 1;
  }

  /** The height of all rows. */
  get total(): number {
    return this.top(this.count);
  }

  /** Where a row begins; for the number of rows, where the last one ends. */
  top(row: number): number {
    return this.#tops[Math.min(Math.max(row, 0), this.count)] ?? 0;
  }

  /** The row at a distance from the top: the first above everything, the last below. */
  at(y: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The rows to draw for a stretch from `y` on: first, and one past the last. At least `least` of them. */
  range(y: number, height: number, least: number): { first: number; end: number } {
    if (this.count === 0) return { first: 0, end: 0 };
    const end = Math.min(this.count, Math.max(this.at(y + height) + 1, this.at(y) + least));
    return { first: Math.max(0, Math.min(this.at(y), end - least)), end };
  }
}
