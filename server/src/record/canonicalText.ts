/**
 * The text of a document as its digests see it: without a BOM, with LF at the end of every line and exactly one at the
 * end. What editors, git and mail do to line ends is no change of a 公文; anything else is.
 */
export function canonicalText(source: string): string {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return `${text.replace(/\n+$/, '')}\n`
}
