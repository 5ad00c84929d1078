/** A row of a file below its header: its number as a spreadsheet shows it (1 is the first row), and its cells as text. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell whose value a formula computes: its row in the file and its column (0 is the first). */
export interface FormulaCell {
  readonly line: number;
  readonly column: number;
}

/** A file as its reader sees it: the names of its columns, its lines that hold anything, and where it holds formulas. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
  readonly formulas: readonly FormulaCell[];
}

/** What a file consists of before its header is told from its rows. */
export interface Lines {
  readonly lines: readonly FileRow[];
  readonly formulas: readonly FormulaCell[];
}
