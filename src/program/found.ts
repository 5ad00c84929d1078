/** Something wrong in an edition: where (JSON pointer) and what, in Korean and English. */
export interface EditionError {
  readonly path: string;
  readonly message: string;
}

/** What a check found: an error, or nothing wrong. */
export type Found = EditionError | false;

/** An error at a place (JSON pointer), in Korean and English. */
export const said = (path: string, ko: string, en: string): EditionError => ({
  path,
  message: `${ko} / ${en}`,
});

/** An error at a place where an id is listed twice. */
export function repeated(path: string, ids: readonly string[]): Found {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice !== undefined && said(path, `${twice}이(가) 두 번 있습니다`, `${twice} is listed twice`);
}
