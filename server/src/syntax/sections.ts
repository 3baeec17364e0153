import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Span } from '../text/span.ts'
import { isBlank, isLineEnd } from './blanks.ts'
import { blockBoxes, toBlock } from './blocks.ts'
import { pairBoxes } from './boxes.ts'
import { gongwenFromMarkdown, gongwenSyntax } from './grammar.ts'
import { mendFlow, type Node } from './mend.ts'
import { prepare } from './prepare.ts'
import { findProblems } from './problems.ts'
import type { Block, Section } from './tree.ts'

const extensions = gongwenSyntax()
const mdastExtensions = gongwenFromMarkdown()

/** Lines that need micromark: no line of another kind changes how they are read. */
function readWithMicromark(source: string, by: number): Block[] {
  const root = fromMarkdown(prepare(source), { extensions, mdastExtensions })
  const nodes = root.children as unknown as Node[]
  mendFlow(nodes, source)
  return nodes.map((node) => toBlock(node, by))
}

/** What one look at a line tells. Filled anew for every line, so that a megabyte of text makes no garbage. */
interface LineFacts {
  /** First and behind the last ink; equal on a blank line. */
  start: number
  end: number
  /** Behind the line end. */
  next: number
  hasPipe: boolean
  /** Holds a character of an inline mark: `*` `_` `\` `![`. */
  hasMark: boolean
  /** Only `:`, `-` and blanks: may be the second line of a table. */
  isRuler: boolean
  /** Holds a tab between its words, as rows pasted from a spreadsheet do. */
  hasTab: boolean
  /** May hold something that is not of the dialect. */
  isSuspect: boolean
}

/** First characters of lines that are worth a second look. */
const SUSPECT_STARTS = new Set([...'-+*>`~<#＃:：=＝_—–－─◆●•·▪'].map((each) => each.charCodeAt(0)))

function scanLine(text: string, from: number, facts: LineFacts): void {
  let at = from
  let start = -1
  let end = from
  facts.hasPipe = false
  facts.hasMark = false
  facts.isRuler = true
  facts.isSuspect = false
  facts.hasTab = false
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x3000 && unit < 0xfe00) {
      if (start < 0) start = at
      end = at + 1
      facts.isRuler = false
      continue
    }
    if (isLineEnd(unit)) break
    if (isBlank(unit)) {
      if (unit === 0x09 && start >= 0) facts.hasTab = true
      continue
    }
    if (start < 0) start = at
    end = at + 1
    if (unit === 0x3c || unit === 0x3e || unit === 0x5c) facts.isSuspect = true
    if (unit === 0x7c) facts.hasPipe = true
    else if (unit === 0x2a || unit === 0x5f || unit === 0x5c) facts.hasMark = true
    else if (unit === 0x21 && text.charCodeAt(at + 1) === 0x5b) facts.hasMark = true
    if (unit !== 0x3a && unit !== 0x2d) facts.isRuler = false
  }
  facts.start = start < 0 ? from : start
  facts.end = start < 0 ? from : end
  if (start >= 0 && SUSPECT_STARTS.has(text.charCodeAt(start))) facts.isSuspect = true
  facts.next = at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : at < text.length ? 1 : 0)
}

const HEADING = /(#{1,6})[ \t]+([^\n\r\v\f\u2028\u2029]*)/y

/**
 * The exact fast path: a line without marks is a paragraph of one text, and a heading without marks a heading of one text.
 * `undefined` leaves the line to micromark.
 */
function readPlainLine(text: string, line: LineFacts, by: number): Block | undefined {
  if (line.hasPipe || line.hasMark || line.isRuler) return undefined
  const unit = text.charCodeAt(line.start)
  if (unit === 0x3a || unit === 0xff1a || unit === 0x3c) return undefined
  if (unit === 0x23) return readPlainHeading(text, line, by)
  const at = { start: line.start + by, end: line.end + by }
  return { type: 'paragraph', at, children: [{ type: 'text', at }] }
}

function readPlainHeading(text: string, line: LineFacts, by: number): Block | undefined {
  HEADING.lastIndex = line.start
  const found = HEADING.exec(text)
  if (!found || HEADING.lastIndex < line.end || text.charCodeAt(line.end - 1) === 0x23) return undefined
  const [, marks = '', rest = ''] = found
  const start = HEADING.lastIndex - rest.length
  return {
    type: 'heading',
    at: { start: line.start + by, end: line.end + by },
    children: [{ type: 'text', at: { start: start + by, end: line.end + by } }],
    depth: marks.length,
  }
}

/** The sections of a text without front matter. */
export interface Cut {
  readonly sections: readonly Section[]
  /** Whether other text may follow without being read differently. Blank text is not closed: a front matter may follow it. */
  readonly closed: boolean
}

/**
 * Cuts `text` into sections of about `limit` lines and reads them. A border stands before a line with ink that neither continues
 * a table (a pasted one neither) nor lies in a box: no other construct of the dialect reaches over a line end.
 */
export function cutSections(text: string, limit: number): Cut {
  const sections: Section[] = []
  const line: LineFacts = {
    start: 0,
    end: 0,
    next: 0,
    hasPipe: false,
    hasMark: false,
    isRuler: false,
    isSuspect: false,
    hasTab: false,
  }
  let section = openSection(text, 0)
  let lines = 0
  let continues = false
  let hasInk = false
  for (let from = 0; from < text.length; from = line.next) {
    scanLine(text, from, line)
    const isEmpty = line.start === line.end
    if (!isEmpty && lines >= limit && !continues && section.isClosed()) {
      sections.push(section.finish(from))
      section = openSection(text, from)
      lines = 0
    }
    section.add(from, line)
    hasInk ||= !isEmpty
    continues = !isEmpty && (line.hasPipe || line.isRuler || line.hasTab)
    lines++
  }
  const closed = hasInk && section.isClosed() && !continues && isLineEnd(text.charCodeAt(text.length - 1))
  sections.push(section.finish(text.length))
  return { sections, closed }
}

/** Collects the lines of one section; lines that need micromark are gathered as long as they follow one another. */
function openSection(text: string, start: number) {
  const boxes = pairBoxes(blockBoxes(text, start))
  const suspects: Span[] = []
  let runStart = -1
  let runEnd = 0

  function readRun(): void {
    if (runStart < 0) return
    for (const block of readWithMicromark(text.slice(runStart, runEnd), runStart - start)) boxes.add(block)
    runStart = -1
  }

  return {
    add(from: number, line: LineFacts): void {
      if (line.start === line.end) {
        readRun()
        return
      }
      if (line.isSuspect) suspects.push({ start: line.start - start, end: line.end - start })
      const block = readPlainLine(text, line, -start)
      if (block) {
        readRun()
        boxes.add(block)
        return
      }
      if (runStart < 0) runStart = from
      runEnd = line.next
    },
    isClosed(): boolean {
      readRun()
      return !boxes.isOpen()
    },
    finish(end: number): Section {
      readRun()
      const pairing = boxes.finish()
      const own = text.slice(start, end)
      return { text: own, blocks: pairing.nodes, problems: findProblems(own, pairing, suspects) }
    },
  }
}
