import type { Point } from 'unist'
import { trimmedEnd, trimmedStart } from './blanks.ts'

/** A node of mdast as the parser makes it, with the fields that the dialect uses. */
export interface Node {
  type: string
  position: { start: Point & { offset: number }; end: Point & { offset: number } }
  children?: Node[]
  value?: string
  depth?: number
  name?: string
  attributes?: Record<string, string>
  align?: ('left' | 'center' | 'right' | null)[]
  url?: string
  alt?: string
  data?: Record<string, unknown>
}

const ESCAPE = /\\[!-/:-@[-`{-~]/g

/**
 * Mends what micromark reads otherwise than the dialect, in place: `*` and `_` emphasis is put back as its source, every text is
 * exactly a piece of the source (an escaping backslash stands between two texts), and no block ends in blanks.
 */
export function mendFlow(nodes: readonly Node[], source: string): void {
  for (const node of nodes) mendBlock(node, source)
}

function mendBlock(node: Node, source: string): void {
  const { start, end } = node.position
  moveEnd(node, trimmedEnd(source, start.offset, end.offset))
  switch (node.type) {
    case 'table':
      for (const row of node.children ?? []) mendBlock(row, source)
      break
    case 'tableRow':
      for (const cell of node.children ?? []) mendCell(cell, source)
      break
    case 'leafDirective':
      moveStart(node, colonsBefore(source, start.offset))
      node.children = mendInline(node.children ?? [], source)
      break
    case 'comment':
      node.value = source.slice(start.offset + 4, node.position.end.offset - 3).trim()
      break
    default:
      if (node.children) node.children = mendInline(node.children, source)
  }
}

/** A cell reaches from its first to its last ink; an empty one is a place behind its bar. */
function mendCell(cell: Node, source: string): void {
  const children = cell.children ?? []
  const first = children[0]
  const last = children.at(-1)
  if (first && last) {
    moveStart(cell, first.position.start.offset)
    moveEnd(cell, last.position.end.offset)
  } else {
    const { start, end } = cell.position
    const inside = source[start.offset] === '|' ? start.offset + 1 : start.offset
    const ink = trimmedStart(source, inside, end.offset)
    const place = source[ink] === '|' || ink === end.offset ? Math.min(inside + 1, ink) : ink
    moveStart(cell, place)
    moveEnd(cell, place)
  }
  cell.children = mendInline(children, source)
}

function mendInline(children: readonly Node[], source: string): Node[] {
  return joinTexts(children.flatMap((child) => putBack(child, source))).flatMap((node) => pieces(node, source))
}

/** Only `**` is a mark of the dialect. */
function putBack(node: Node, source: string): Node[] {
  const { start, end } = node.position
  if (node.type === 'text' || node.type === 'image') return [node]
  const isMark = node.type === 'strong' && source[start.offset] === '*'
  if (isMark) return [{ ...node, children: mendInline(node.children ?? [], source) }]
  if (node.type !== 'strong' && node.type !== 'emphasis') return [text(start, end.offset)]
  const width = node.type === 'strong' ? 2 : 1
  return [
    text(start, start.offset + width),
    ...(node.children ?? []).flatMap((child) => putBack(child, source)),
    text(behind(end, end.offset - width), end.offset),
  ]
}

function joinTexts(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text' && last.position.end.offset === node.position.start.offset)
      joined[joined.length - 1] = text(last.position.start, node.position.end.offset)
    else joined.push(node)
  }
  return joined
}

/** A text split at its escapes, so that each piece is what it says. */
function pieces(node: Node, source: string): Node[] {
  if (node.type !== 'text') return [node]
  const { start, end } = node.position
  const written = source.slice(start.offset, end.offset)
  const found: Node[] = []
  let from = 0
  for (const mark of written.matchAll(ESCAPE)) {
    if (mark.index > from) found.push(piece(from, mark.index))
    from = mark.index + 1
  }
  if (from < written.length) found.push(piece(from, written.length))
  return found

  function piece(first: number, last: number): Node {
    return { ...text(behind(start, start.offset + first), start.offset + last), value: written.slice(first, last) }
  }
}

function text(start: Node['position']['start'], end: number): Node {
  return { type: 'text', position: { start: { ...start }, end: behind(start, end) } }
}

/** The point of another offset of the same line. */
function behind(point: Node['position']['start'], offset: number): Node['position']['start'] {
  return { line: point.line, column: point.column + offset - point.offset, offset }
}

function moveStart(node: Node, offset: number): void {
  node.position.start = behind(node.position.start, offset)
}

function moveEnd(node: Node, offset: number): void {
  node.position.end = behind(node.position.end, offset)
}

/** Where the colons begin that end at a directive's own two; the pre-pass hides those before them. */
function colonsBefore(source: string, start: number): number {
  let at = start
  while (source[at - 1] === ':' || source[at - 1] === '：') at--
  return at
}
