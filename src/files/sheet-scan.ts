import type { Part } from './archive.js';
import { COLUMN_LIMIT, ROW_LIMIT } from './limits.js';
import type { FormulaCell } from './table.js';
import { unpacked } from './unpacked.js';
import { unusable } from './unusable.js';

/** A row, a cell or a formula as it opens in a worksheet; `r` is the row's number or the cell's address. */
const TAG = /<(?:\w+:)?(row|c|f)(?=[\s/>])([^<>]*)>/g;
const ADDRESS = /\sr\s*=\s*["']([A-Z]{0,4})(\d{1,8})["']/;

/**
 * Looks through a worksheet as it is unpacked, before anything is made of it: where its formulas are. Throws UnusableFile:
 * `fileHasTooManyRows` at the first row too many, or a row or column so far out that all before it would have to be filled.
 */
export async function formulasIn(sheet: Part): Promise<FormulaCell[]> {
  const found = new Scan();
  let carried = '';
  for await (const chunk of unpacked(sheet)) {
    // Tags and addresses are ASCII, and a tag may be cut in two by the end of a chunk.
    const text = carried + chunk.toString('latin1');
    const whole = text.lastIndexOf('>') + 1;
    found.look(text.slice(0, whole));
    carried = text.slice(whole);
  }
  return found.formulas;
}

class Scan {
  readonly formulas: FormulaCell[] = [];
  #rows = 0;
  #line = 0;
  #column = -1;

  look(text: string): void {
    for (const [, tag, attributes = ''] of text.matchAll(TAG)) {
      if (tag === 'row') this.#row(attributes);
      else if (tag === 'c') this.#cell(attributes);
      else this.formulas.push({ line: this.#line, column: this.#column });
    }
  }

  #row(attributes: string): void {
    this.#rows += 1;
    this.#line = Number(ADDRESS.exec(attributes)?.[2] ?? this.#line + 1);
    this.#column = -1;
    // The header is one of them; an empty line here and there is none.
    if (this.#rows > ROW_LIMIT + 1 || this.#line > 2 * ROW_LIMIT)
      throw unusable('fileHasTooManyRows', { limit: String(ROW_LIMIT) });
  }

  #cell(attributes: string): void {
    const letters = ADDRESS.exec(attributes)?.[1];
    this.#column = letters ? columnOf(letters) : this.#column + 1;
    if (this.#column >= COLUMN_LIMIT)
      throw unusable('fileIsNoTable', { limit: String(COLUMN_LIMIT), column: letters ?? '' });
  }
}

/** The number of a column (0 is the first) by its letters: A is 0, AA is 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
