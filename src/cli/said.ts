/** Longer words are an opinion or a document's name, which a line has no room for. */
const MOST_LETTERS = 40;

/** What the data of an event says in a few words, such as `outcome=RECYCLE toStage=ind-enabling`; documents and prose are left out. */
export function inBrief(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .filter(([name, value]) => isBrief(name, value))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}

function isBrief(name: string, value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return typeof value === 'string' && value.length <= MOST_LETTERS && !name.endsWith('Sha256');
}
