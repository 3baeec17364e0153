import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Span } from '../text/span.ts'
import { isLineEnd } from './blanks.ts'
import { blockBoxes, toBlock } from './blocks.ts'
import { pairBoxes } from './boxes.ts'
import { gongwenFromMarkdown, gongwenSyntax } from './grammar.ts'
import { mendFlow, type Node } from './mend.ts'
import { readPlainLine } from './plainLine.ts'
import { readPlainTable } from './plainTable.ts'
import { prepare } from './prepare.ts'
import { findProblems } from './problems.ts'
import { type LineFacts, scanLine } from './scanLine.ts'
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

/** The sections of a text without front matter. */
export interface Cut {
  readonly sections: readonly Section[]
  /** Whether other text may follow without being read differently. Blank text is not closed: a front matter may follow it. */
  readonly closed: boolean
}

/**
 * Cuts `text` into sections of about `limit` lines and reads them. A border stands before a line with ink that neither continues
 * a table (a pasted one neither) nor lies in a box: no other construct of the dialect reaches over a line end. Nor does it stand
 * behind the line that follows a table: rows below that are told that it has cut them off.
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
  let inTable = false
  let belowTable = false
  let hasInk = false
  for (let from = 0; from < text.length; from = line.next) {
    scanLine(text, from, line)
    const isEmpty = line.start === line.end
    if (!isEmpty && lines >= limit && !inTable && !belowTable && section.isClosed()) {
      sections.push(section.finish(from))
      section = openSection(text, from)
      lines = 0
    }
    section.add(from, line)
    hasInk ||= !isEmpty
    belowTable = !isEmpty && inTable
    inTable = !isEmpty && (line.hasPipe || line.isRuler || line.hasTab)
    lines++
  }
  const closed = hasInk && section.isClosed() && !inTable && !belowTable && isLineEnd(text.charCodeAt(text.length - 1))
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
    const run = text.slice(runStart, runEnd)
    for (const block of readPlainTable(run, runStart - start) ?? readWithMicromark(run, runStart - start))
      boxes.add(block)
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
