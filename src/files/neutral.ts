/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet shows as text, whatever it begins with. */
export function neutral(cell: string): string {
  return isUnsafe(cell) || isNeutral(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `neutral`. */
export function plain(cell: string): string {
  return isNeutral(cell) ? cell.slice(1) : cell;
}

// The writer of XLSX finds texts by name in a plain object, which has a few names of its own, such as "toString".
function isUnsafe(cell: string): boolean {
  return FORMULA.test(cell) || Object.hasOwn(Object.prototype, cell);
}

/** Whether a cell has our mark before what would be run; quotation marks of its own are left in peace. */
function isNeutral(cell: string): boolean {
  const inside = cell.replace(/^'+/, '');
  return inside.length < cell.length && isUnsafe(inside);
}
