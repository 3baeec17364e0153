import { isBlank, trimmedEnd, trimmedStart } from '../syntax/blanks.ts'
import { isBox } from '../syntax/directiveNames.ts'
import { prepare } from '../syntax/prepare.ts'
import { type Block, type Section, type SyntaxTree, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import { spellDelimiters, spellRow } from './table.ts'

type Kind = 'text' | 'title' | 'table' | 'open' | 'close' | 'verbatim' | 'directive' | 'blank'

interface SourceLine {
  readonly start: number
  readonly end: number
  kind: Kind
  /** What it is spelled like in canonical form. */
  text: string
  /** The box or table that it belongs to. */
  block: Block | undefined
}

export function formatBody(tree: SyntaxTree): readonly Edit[] {
  const source = sourceText(tree)
  const from = tree.frontMatter?.text.length ?? 0
  const lines = splitLines(source, from)
  mark(tree, source, lines)
  return editsOf(source, from, lines)
}

function splitLines(source: string, from: number): readonly SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.slice(from).matchAll(/([^\n\r\v\f\u2028\u2029]*)(?:\r\n|[\n\r\v\f\u2028\u2029]|$)/g)) {
    if (match[0] === '' && match.index > 0) continue
    const start = from + match.index
    const end = start + (match[1] as string).length
    const inkStart = trimmedStart(source, start, end)
    const inkEnd = trimmedEnd(source, inkStart, end)
    const text = source.slice(inkStart, inkEnd)
    lines.push({ start, end, kind: text === '' ? 'blank' : 'text', text, block: undefined })
  }
  return lines
}

/** Tells every line what it is by the block that it belongs to. */
function mark(tree: SyntaxTree, source: string, lines: readonly SourceLine[]): void {
  let index = 0
  const linesOf = (start: number, end: number): readonly SourceLine[] => {
    while (index > 0 && (lines[index]?.start ?? 0) > start) index--
    while (index + 1 < lines.length && (lines[index + 1]?.start ?? 0) <= start) index++
    let last = index
    while (last + 1 < lines.length && (lines[last + 1]?.start ?? 0) < end) last++
    return lines.slice(index, last + 1)
  }
  for (const [i, section] of tree.sections.entries()) {
    const by = tree.starts[i] as number
    for (const block of section.blocks) markBlock(section, block, by, source, linesOf)
  }
}

type LinesOf = (start: number, end: number) => readonly SourceLine[]

function markBlock(section: Section, block: Block, by: number, source: string, linesOf: LinesOf): void {
  const own = linesOf(by + block.at.start, by + block.at.end)
  const [first] = own
  if (!first) return
  switch (block.type) {
    case 'heading':
      first.kind = block.depth === 1 ? 'title' : 'text'
      first.text = first.text.replace(/^(#+)[ \t\u3000\u00a0]+/, '$1 ')
      return
    case 'leafDirective':
      first.kind = 'directive'
      first.text = prepare(first.text).trim()
      return
    case 'table':
      markTable(section, block, own)
      return
    case 'containerDirective':
      markBox(section, block, by, source, own, linesOf)
      return
    default:
  }
}

function markTable(section: Section, block: Block, own: readonly SourceLine[]): void {
  const rows = (block.children ?? []).filter(({ type }) => type === 'tableRow')
  const [head] = rows
  const columns = head?.children?.length ?? 0
  for (const [index, line] of own.entries()) {
    line.kind = 'table'
    line.block = block
    const row = index === 0 ? head : rows[index - 1]
    if (index === 1) line.text = spellDelimiters(line.text, block.align ?? [], columns)
    else if (row) line.text = spellRow(section, row, line.text)
  }
}

function markBox(
  section: Section,
  block: Block,
  by: number,
  source: string,
  own: readonly SourceLine[],
  linesOf: LinesOf,
): void {
  if (block.name === '原样') {
    for (const line of own) Object.assign(line, { kind: 'verbatim', block, text: source.slice(line.start, line.end) })
    const [first] = own
    if (first) first.text = spellOpening(first.text)
    return
  }
  const [first] = own
  const last = own.at(-1)
  if (first) Object.assign(first, { kind: 'open', text: spellOpening(first.text) })
  if (last && last !== first && /^[:：]{3,}$/.test(last.text))
    Object.assign(last, { kind: 'close', text: ':'.repeat(last.text.length) })
  for (const child of block.children ?? []) markBlock(section, child, by, source, linesOf)
}

/** `：：：横排` is `:::横排`. The pre-pass leaves a box two colons. */
function spellOpening(text: string): string {
  const ink = text.slice(trimmedStart(text, 0, text.length), trimmedEnd(text, 0, text.length))
  const colons = /^[:：]+/.exec(ink)?.[0].length ?? 0
  const prepared = prepare(ink).trim()
  const name = /^::([^[{\s]*)/.exec(prepared)?.[1] ?? ''
  return isBox(name) && colons >= 2 ? ':'.repeat(Math.max(3, colons)) + prepared.slice(2) : ink
}

/** One blank line between paragraphs; none inside tables and 原样 boxes, between title lines and at the fences of a box. */
function separator(before: SourceLine, line: SourceLine, lineEnd: string): string {
  const close =
    (before.kind === 'title' && line.kind === 'title') ||
    before.kind === 'open' ||
    line.kind === 'close' ||
    ((line.kind === 'table' || line.kind === 'verbatim') && before.block === line.block)
  return close ? lineEnd : lineEnd + lineEnd
}

function editsOf(source: string, from: number, lines: readonly SourceLine[]): readonly Edit[] {
  const lineEnd = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n'
  const edits: Edit[] = []
  const put = (start: number, end: number, text: string) => {
    if (source.slice(start, end) !== text) edits.push({ span: { start, end }, text })
  }
  let before: SourceLine | undefined
  let at = from
  for (const line of lines) {
    if (line.kind === 'blank') continue
    if (before) put(at, line.start, separator(before, line, lineEnd))
    else if (mayOpen(source, from, line)) put(at, line.start, from > 0 ? lineEnd : '')
    put(line.start, line.end, line.text)
    at = line.end
    before = line
  }
  if (before) put(at, source.length, lineEnd)
  else if (source.slice(from).length > 0 && isAllBlank(source, from)) put(from, source.length, '')
  return edits
}

/** Moving a `---` to the very top would make front matter of it. */
function mayOpen(source: string, from: number, line: SourceLine): boolean {
  return from > 0 || !line.text.startsWith('---') || source.slice(from, line.start) === ''
}

function isAllBlank(source: string, from: number): boolean {
  for (let i = from; i < source.length; i++) {
    const unit = source.charCodeAt(i)
    if (!isBlank(unit) && !/[\n\r\v\f\u2028\u2029]/.test(source[i] as string)) return false
  }
  return true
}
