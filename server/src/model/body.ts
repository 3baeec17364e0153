import { isClosing } from '../standard/formulae.ts'
import type { Block } from '../syntax/tree.ts'
import type { BodyBlock, TextBlock } from './document.ts'
import { endsOpen, type Line, type Lines } from './line.ts'
import { inlineOf, type Manner, markedHeading, outlineBlock } from './outline.ts'
import { openQuotations } from './quotations.ts'
import { agreeingSiblings, isDoubtful } from './siblings.ts'
import { tableBlock } from './table.ts'

/** The body of one part: a single pass over its lines. */
export function readBody(lines: Lines, from: number, to: number, manner: Manner): readonly BodyBlock[] {
  return new BodyReader(lines, from, to, manner).read()
}

class BodyReader {
  private readonly blocks: BodyBlock[] = []
  private readonly planned: boolean
  private readonly open: ReadonlySet<number>
  /** Headings that may turn out to be items, for their siblings are. */
  private readonly doubtful = new Set<BodyBlock>()
  private quoted = false
  private inArticle = false

  constructor(
    private readonly lines: Lines,
    /** The next line to be read. */
    private at: number,
    private readonly to: number,
    private readonly manner: Manner,
  ) {
    this.planned = isPlan(lines, at, to)
    this.open = openQuotations(lines, at, to)
  }

  read(): readonly BodyBlock[] {
    while (this.at < this.to) {
      const line = this.lines[this.at] as Line
      this.at++
      if (line.kind === 'text') this.readText(line)
      else this.readOther(line)
    }
    return agreeingSiblings(this.blocks, this.doubtful)
  }

  private readOther(line: Line): void {
    switch (line.kind) {
      case 'hash': {
        const block = markedHeading(line, this.planned)
        this.inArticle = block.kind === 'article'
        this.blocks.push(block)
        return
      }
      case 'table':
        this.readTable(line, [])
        return
      case 'figure':
        this.blocks.push(figure(line))
        return
      case 'verbatim':
        this.blocks.push(textBlock(line, 'verbatim'))
        return
      case 'break':
      case 'contents':
        this.blocks.push({ kind: line.kind, at: line.at })
        return
      default:
    }
  }

  private readText(line: Line): void {
    if (this.isQuoted(line)) this.blocks.push(textBlock(line, 'quoted'))
    // Reported by the parser; pages are numbered by the typesetter.
    else if (line.form === 'pageNumber') return
    else if (line.form === 'plain' || !this.readSpecial(line)) this.readParagraph(line)
  }

  private isQuoted(line: Line): boolean {
    const stays = this.quoted
    if (line.lastQuote !== '') this.quoted = this.open.has(this.at - 1)
    return stays || (this.quoted && line.text.startsWith('“'))
  }

  private readTable(line: Line, above: readonly Line[]): void {
    const notes = notesBelow(this.lines, this.at, this.to)
    this.at += notes.length
    this.blocks.push(tableBlock(line, above, notes))
  }

  /** Lines above a table and pasted contents, where what follows bears them out. */
  private readSpecial(line: Line): boolean {
    const here = this.at - 1
    if (line.form === 'unit' || line.form === 'caption') {
      const above = linesAbove(this.lines, here, this.to)
      if (!above) return false
      const table = here + above.length
      this.at = table + 1
      this.readTable(this.lines[table] as Line, above)
      return true
    }
    if (line.form !== 'contentsLabel') return false
    const listed = pastedContents(this.lines, here, this.to)
    if (listed.length === 0) return false
    this.blocks.push({ kind: 'contents', at: line.at, lines: [line, ...listed].map((each) => each.at) })
    this.at += listed.length
    return true
  }

  private readParagraph(line: Line): void {
    const ordinal = (this.planned ? line.planOrdinal : undefined) ?? line.ordinal
    if (!ordinal) {
      this.blocks.push(textBlock(line, isClosing(line.text) ? 'closing' : 'paragraph'))
      return
    }
    const next = nextLine(this.lines, this.at, this.to)
    const block = outlineBlock(line, ordinal, this.manner, { inArticle: this.inArticle, next })
    if (block.kind === 'article') this.inArticle = true
    else if (ordinal.series === '法规') this.inArticle = false
    if (this.manner.runIn === '自动' && isDoubtful(block, line)) this.doubtful.add(block)
    this.blocks.push(block)
  }
}

/** 1　1.1　1.1.1: the series of 预案 is on where at least three lines have it, one of them with a dot. */
function isPlan(lines: Lines, from: number, to: number): boolean {
  let count = 0
  let dotted = false
  for (let i = from; i < to; i++) {
    const ordinal = lines[i]?.planOrdinal
    if (!ordinal) continue
    count++
    dotted ||= ordinal.level > 1
  }
  return count >= 3 && dotted
}

function nextLine(lines: Lines, from: number, to: number): Line | undefined {
  for (let i = from; i < to; i++) if (lines[i]?.kind !== 'comment') return lines[i]
  return undefined
}

function textBlock(line: Line, kind: TextBlock['kind']): BodyBlock {
  const { memory } = line
  if (memory.block !== undefined && memory.kind === kind) return memory.block
  const block: TextBlock = {
    kind,
    at: line.at,
    inline: kind === 'verbatim' ? verbatimLines(line) : inlineOf(line),
    ...(line.landscape ? { landscape: true } : {}),
  }
  memory.block = block
  memory.kind = kind
  return block
}

/** The lines between the fences as typed, each with its line end: their leading blanks are part of them. */
function verbatimLines(line: Line): readonly Block[] {
  const { section, span } = line.at
  const typed: Block[] = []
  for (const match of section.text.slice(span.start, span.end).matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)) {
    const start = span.start + match.index
    if (match[0] !== '') typed.push({ type: 'text', at: { start, end: start + match[0].length } })
  }
  const last = typed.at(-1)
  const closed = typed.length > 1 && last && CLOSING_FENCE.test(section.text.slice(last.at.start, last.at.end))
  const inner = typed.slice(1, closed ? -1 : undefined)
  return inner.map((each, index) => (index === inner.length - 1 ? withoutLineEnd(section.text, each) : each))
}

const CLOSING_FENCE = /^[\s\u3000]*[:：]{3,}[\s\u3000]*$/

function withoutLineEnd(text: string, { type, at }: Block): Block {
  let { end } = at
  while (end > at.start && /[\r\n]/.test(text[end - 1] as string)) end--
  return { type, at: { start: at.start, end } }
}

function figure(line: Line): BodyBlock {
  const { memory } = line
  if (memory.block !== undefined && memory.kind === 'figure') return memory.block
  memory.kind = 'figure'
  memory.block = {
    kind: 'figure',
    at: line.at,
    path: line.block.url ?? '',
    ...(line.text ? { caption: line.text } : {}),
    ...(line.landscape ? { landscape: true } : {}),
  }
  return memory.block
}

/** 表 and 单位 lines directly above a table, from `from` on; nothing if no table follows. */
function linesAbove(lines: Lines, from: number, to: number): readonly Line[] | undefined {
  const above: Line[] = []
  for (let i = from; i < to && i < from + 3; i++) {
    const line = lines[i] as Line
    if (line.kind === 'table') return above
    if (line.form !== 'unit' && line.form !== 'caption') return undefined
    if (above.some(({ form }) => form === line.form)) return undefined
    above.push(line)
  }
  return undefined
}

function notesBelow(lines: Lines, from: number, to: number): readonly Line[] {
  let end = from
  while (end < to && lines[end]?.form === 'tableNote') end++
  return lines.slice(from, end)
}

const MOST_CONTENTS = 300
const LONGEST_ENTRY = 60

/** The headings listed under a line 目录 that was pasted: up to the line where the first of them comes again. */
function pastedContents(lines: Lines, label: number, to: number): readonly Line[] {
  const first = lines[label + 1]
  if (!first || first.text.length > LONGEST_ENTRY) return []
  const name = entryName(first.text)
  for (let i = label + 1; i < to && i < label + MOST_CONTENTS; i++) {
    const line = lines[i] as Line
    if ((line.kind !== 'text' && line.kind !== 'hash') || line.text.length > LONGEST_ENTRY) return []
    if (i > label + 1 && entryName(line.text) === name) return lines.slice(label + 1, i)
    if (line.kind === 'hash' || !endsOpen(line.text)) return []
  }
  return []
}

/** An entry without its leader and page number. */
function entryName(text: string): string {
  return text.replace(/[\s\u3000.．·…—-]*[0-9]*$/, '').replace(/[\s\u3000]/g, '')
}
