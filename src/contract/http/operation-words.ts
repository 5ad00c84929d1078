/** An address in words: a name for programs, and what it does in Korean and in English. */
export interface OperationWords {
  readonly id: string;
  readonly ko: string;
  readonly en: string;
}

/** An address in words. */
export function words(id: string, ko: string, en: string): OperationWords {
  return { id, ko, en };
}
