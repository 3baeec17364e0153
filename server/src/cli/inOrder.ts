/**
 * Works on several items at a time and gives the answers in the order of the items.
 * @param ahead how many items may be under work or wait for their turn, at least 1
 * @param work must not reject: an answer may have to wait for its turn
 */
export async function* inOrder<Item, Answer>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Answer>,
): AsyncGenerator<readonly [item: Item, answer: Answer]> {
  const begun: Promise<Answer>[] = []
  for (const [turn, item] of items.entries()) {
    for (const each of items.slice(turn + begun.length, turn + ahead)) begun.push(work(each))
    yield [item, await (begun.shift() as Promise<Answer>)]
  }
}
