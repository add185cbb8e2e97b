const MB = 1024 * 1024;

/** What a file may cost, whatever it says of itself. The file's own size and its rows are limited by who reads it. */
export const LIMITS = {
  /** Everything in a workbook, unpacked. */
  unpackedMb: 400,
  /** The texts of a workbook, which are kept in memory while its rows are read. */
  texts: 96 * MB,
  /** Parts of a workbook; ours have a dozen. */
  entries: 1000,
  /** Characters of one cell; Excel itself has 32,767. */
  cell: 40_000,
  /** Characters of markup without an end. */
  markup: MB,
  /** Columns that are looked at. */
  columns: 64,
  merges: 20_000,
} as const;
