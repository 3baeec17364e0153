/** Writes the comment that tells the checker to leave a finding alone, with the reason, for its block or for the whole text. */
import type { GongwenDocument } from '../model/document.ts'
import { findRule } from '../rules/registry.ts'
import { sectionStart, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

export type IgnoreScope = 'here' | 'file'

/**
 * The comments that leave a rule alone from the first to the last block that a selection touches.
 * @returns undefined where the selection lies in the front matter
 */
export function ignoreBetween(
  document: GongwenDocument,
  rule: string,
  { start, end }: Span,
  reason: string,
): readonly Edit[] | undefined {
  const { tree } = document
  const body = tree.frontMatter?.text.length ?? 0
  if (end <= body) return undefined
  const text = sourceText(tree)
  const ending = lineEnding(text)
  const from = blockStart(document, Math.max(start, body))
  const to = blockEnd(document, end)
  const name = findRule(rule)?.name ?? rule
  return [
    { span: { start: from, end: from }, text: `<!-- 红头：忽略始 ${name} ${oneLine(reason)} -->${ending}` },
    { span: { start: to, end: to }, text: `${ending}<!-- 红头：忽略终 ${name} -->` },
  ]
}

/** @returns undefined where no comment can stand: the front matter has no blocks, so only `file` reaches into it */
export function ignore(
  document: GongwenDocument,
  rule: string,
  offset: number,
  scope: IgnoreScope,
  reason: string,
): Edit | undefined {
  const { tree } = document
  const body = tree.frontMatter?.text.length ?? 0
  const at = scope === 'file' ? body : offset < body ? undefined : blockStart(document, offset)
  if (at === undefined) return undefined
  const text = sourceText(tree)
  const name = findRule(rule)?.name ?? rule
  const word = scope === 'file' ? '全文忽略' : '忽略'
  const end = lineEnding(text)
  const atLineStart = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
  const comment = `<!-- 红头：${word} ${name} ${oneLine(reason)} -->${end}`
  return { span: { start: at, end: at }, text: atLineStart ? comment : end + comment }
}

/** Start of the line on which the outermost block around `offset` begins: a comment must stand before a table, not in it. */
function blockStart({ tree }: GongwenDocument, offset: number): number {
  for (const section of tree.sections) {
    const start = sectionStart(tree, section)
    if (offset < start || offset > start + section.text.length) continue
    const block = section.blocks.find((each) => start + each.at.start <= offset && offset <= start + each.at.end)
    if (block) return lineStart(section.text, block.at.start) + start
  }
  return lineStart(sourceText(tree), offset)
}

/** End of the line on which the outermost block around `offset` ends. */
function blockEnd({ tree }: GongwenDocument, offset: number): number {
  const text = sourceText(tree)
  let end = offset
  for (const section of tree.sections) {
    const start = sectionStart(tree, section)
    if (offset < start || offset > start + section.text.length) continue
    const block = section.blocks.find((each) => start + each.at.start <= offset && offset <= start + each.at.end)
    if (block) end = start + block.at.end
  }
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
  return at
}

function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** A comment is one whole line and ends at `-->`. */
function oneLine(reason: string): string {
  return (
    reason
      .replace(/[\r\n\u2028\u2029\v\f]+/g, ' ')
      .replace(/--+>?/g, '—')
      .trim() || '（请写明理由）'
  )
}
