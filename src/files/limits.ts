/** A file may hold this many bytes: far more than the rows it may hold take up. */
export const FILE_LIMIT = 32 * 1024 * 1024;

/** A file may hold this many rows; a whole edition's applications, twice. */
export const ROW_LIMIT = 10_000;

/** A file may have this many columns. */
export const COLUMN_LIMIT = 200;

/** An XLSX file may expand to this many bytes, all its parts together. */
export const EXPANDED_LIMIT = 96 * 1024 * 1024;

/** A cell may hold this many characters; what is longer is a sign of a quotation mark too many. */
export const CELL_LIMIT = 32_768;
