/** How much is done at a time, so that much work leaves connections to others. */
const ABREAST = 8;

/** Does work on many things, a few at a time, and gives the results in their order. */
export async function abreast<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const turn = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: ABREAST }, turn));
  return results;
}
