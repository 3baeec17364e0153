/** The text of a JSON document around the elements of an array that are written one by one. */
export interface JsonArray {
  /** Up to and with the opening bracket. */
  readonly before: string
  /** More elements, laid out as the document is. */
  elements(more: readonly object[]): string
  /** From the closing bracket on; `rest` are further members of the document behind the array. */
  after(rest?: object): string
}

const INDENT = 2

/**
 * Writes a document as `JSON.stringify(document, undefined, 2)` does, without having all of it at one time.
 * @param document its last empty array is the one to fill
 */
export function jsonArray(document: object): JsonArray {
  const text = JSON.stringify(document, undefined, INDENT)
  const hole = text.lastIndexOf('[]')
  const outside = /^ */.exec(text.slice(text.lastIndexOf('\n', hole) + 1, hole))?.[0] ?? ''
  const inside = outside + ' '.repeat(INDENT)
  let separator = ''
  return {
    before: text.slice(0, hole + 1),
    elements: (more) =>
      more
        .map((element) => {
          const written = JSON.stringify(element, undefined, INDENT).replaceAll('\n', `\n${inside}`)
          const piece = `${separator}\n${inside}${written}`
          separator = ','
          return piece
        })
        .join(''),
    after(rest) {
      const closing = `${separator === '' ? '' : `\n${outside}`}]`
      const behind = text.slice(hole + 2)
      return `${closing}${rest ? `,${JSON.stringify(rest, undefined, INDENT).slice(1)}` : behind}\n`
    },
  }
}
