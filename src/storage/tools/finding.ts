/** Something in a database that is not as it should be. */
export interface Finding {
  /** The table, or `file`. */
  readonly table: string;
  /** The row's key, its parts parted by spaces. */
  readonly row: string;
  /** What is wrong with it, as the rest of a sentence about the row. */
  readonly message: string;
}
