import type { LineFacts } from './scanLine.ts'
import type { Block } from './tree.ts'

// The exact fast paths: nearly every line of a real document has one of these forms, and micromark would take a hundred times
// as long for the same blocks. Whatever has another form is left to micromark. The parser's laws hold these to it.

const HEADING = /^(#{1,6})[ \t]+/
const RUN_IN = /^([^*_\\]*)\*\*([\u4e00-\u9fff](?:[^*_\\]*[\u4e00-\u9fff。！？；：）》])?)\*\*([^*_\\]*)$/
const DIRECTIVE =
  /^(:{2,})(附件|印发|分页|目录|横排|原样)(?:\[([\u4e00-\u9fff《](?:[^[\]*_\\!|]*[\u4e00-\u9fff0-9》）])?)\])?(\{横排\})?$/
const COMMENT = /^<!--(?:(?!-->).)*-->$/
const BOX_END = /^:{3,}$/

/** The block of a line, `by` units further on; `undefined` leaves the line to micromark. */
export function readPlainLine(text: string, line: LineFacts, by: number): Block | undefined {
  if (line.hasPipe) return undefined
  const at = { start: line.start + by, end: line.end + by }
  switch (text.charCodeAt(line.start)) {
    case 0x23:
      return line.hasMark ? undefined : readHeading(text.slice(line.start, line.end), at)
    case 0x3a:
      return readColons(text.slice(line.start, line.end), at)
    case 0x3c:
      return readComment(text.slice(line.start, line.end), at)
    case 0xff1a:
      return undefined
  }
  if (line.isRuler) return undefined
  if (line.hasMark) return readRunIn(text.slice(line.start, line.end), at)
  return { type: 'paragraph', at, children: [{ type: 'text', at }] }
}

function readHeading(written: string, at: Block['at']): Block | undefined {
  const marks = HEADING.exec(written)
  if (!marks || marks[0].length === written.length || written.endsWith('#')) return undefined
  const title = { type: 'text', at: { start: at.start + marks[0].length, end: at.end } }
  return { type: 'heading', at, children: [title], depth: (marks[1] as string).length }
}

function readRunIn(written: string, at: Block['at']): Block | undefined {
  const parts = RUN_IN.exec(written)
  if (!parts || written.includes('![')) return undefined
  const [, before = '', sentence = '', after = ''] = parts
  const start = at.start + before.length
  const end = start + sentence.length + 4
  const strong = {
    type: 'strong',
    at: { start, end },
    children: [{ type: 'text', at: { start: start + 2, end: end - 2 } }],
  }
  const children: Block[] = [strong]
  if (before) children.unshift({ type: 'text', at: { start: at.start, end: start } })
  if (after) children.push({ type: 'text', at: { start: end, end: at.end } })
  return { type: 'paragraph', at, children }
}

function readColons(written: string, at: Block['at']): Block | undefined {
  if (BOX_END.test(written)) return { type: 'boxEnd', at }
  const parts = DIRECTIVE.exec(written)
  if (!parts) return undefined
  const [, colons = '', name = '', label, attributes] = parts
  const start = at.start + colons.length + name.length + 1
  const children = label ? [{ type: 'text', at: { start, end: start + label.length } }] : []
  return { type: 'leafDirective', at, children, name, attributes: attributes ? { 横排: '' } : {} }
}

function readComment(written: string, at: Block['at']): Block | undefined {
  return COMMENT.test(written) ? { type: 'comment', at, value: written.slice(4, -3).trim() } : undefined
}
