/** Why a file can't be used at all; each is a code of the refusal catalogue. */
export type UnusableCode =
  | 'fileEmpty'
  | 'fileHasNoRows'
  | 'fileTooLarge'
  | 'fileHasTooManyRows'
  | 'fileExpandsTooFar'
  | 'fileIsAnotherType'
  | 'fileIsOldSpreadsheet'
  | 'fileEncodingUnknown'
  | 'fileIsIncomplete'
  | 'fileIsNoTable'
  | 'fileLacksColumns'
  | 'fileRepeatsColumn'
  | 'columnUnknown';

/** Thrown where a file can't be read; whoever sent it can mend it. `evidence` is what was looked at, as text. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(
    readonly code: UnusableCode,
    readonly evidence: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** The error to throw for a file that can't be read. */
export function unusable(code: UnusableCode, evidence: Readonly<Record<string, string>> = {}): UnusableFile {
  return new UnusableFile(code, evidence);
}
