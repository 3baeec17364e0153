import type { At, Block, Section } from '../syntax/tree.ts'
import type { Job } from './job.ts'
import type { Piece, Style } from './piece.ts'

/** A stretch of the text of a block, cut from the source. */
export interface Stretch {
  readonly text: string
  readonly section: Section
  /** Section-relative offset of its first character. */
  readonly start: number
  readonly exact: boolean
}

/** The text of inline nodes in order, without the marks around them. */
export function stretchesOf(inline: readonly Block[], section: Section): readonly Stretch[] {
  return inline.flatMap((node): readonly Stretch[] => {
    if (node.children) return stretchesOf(node.children, section)
    if (node.type === 'text') {
      const text = section.text.slice(node.at.start, node.at.end)
      return [{ text, section, start: node.at.start, exact: true }]
    }
    if (node.type === 'break') return [{ text: '\n', section, start: node.at.start, exact: false }]
    return []
  })
}

/** Leaves the first `count` characters of the text out. */
export function dropStart(stretches: readonly Stretch[], count: number): readonly Stretch[] {
  let left = count
  return stretches.flatMap((stretch) => {
    const drop = Math.min(left, stretch.text.length)
    left -= drop
    return drop === stretch.text.length ? [] : [part(stretch, drop, stretch.text.length)]
  })
}

/** Parts the text at a section-relative offset. */
export function splitAt(
  stretches: readonly Stretch[],
  offset: number,
): readonly [readonly Stretch[], readonly Stretch[]] {
  const before: Stretch[] = []
  const after: Stretch[] = []
  for (const stretch of stretches) {
    const cut = Math.max(0, Math.min(stretch.text.length, offset - stretch.start))
    if (cut > 0) before.push(part(stretch, 0, cut))
    if (cut < stretch.text.length) after.push(part(stretch, cut, stretch.text.length))
  }
  return [before, after]
}

function part(stretch: Stretch, from: number, to: number): Stretch {
  if (from === 0 && to === stretch.text.length) return stretch
  return {
    ...stretch,
    text: stretch.text.slice(from, to),
    start: stretch.exact ? stretch.start + from : stretch.start,
  }
}

/** The characters of stretches, without how they look. */
export function textOf(stretches: readonly Stretch[]): string {
  return stretches.map((stretch) => stretch.text).join('')
}

/** Pieces of one style, each with its place in the source. */
export function piecesOf(job: Job, stretches: readonly Stretch[], style: Style, element: string): readonly Piece[] {
  return stretches.map((stretch): Piece => {
    const at: At = {
      section: stretch.section,
      span: { start: stretch.start, end: stretch.start + stretch.text.length },
    }
    const source = job.source(at)
    return { text: stretch.text, style, element, exact: stretch.exact, ...(source ? { source } : {}) }
  })
}

/** Splits a text at line ends and `<br>`. */
export function splitLines(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]]
  for (const stretch of stretches) {
    let from = 0
    for (const match of stretch.text.matchAll(/\r\n|[\n\r]|<br\s*\/?>/gi)) {
      if (match.index > from) lines.at(-1)?.push(part(stretch, from, match.index))
      lines.push([])
      from = match.index + match[0].length
    }
    if (from < stretch.text.length) lines.at(-1)?.push(part(stretch, from, stretch.text.length))
  }
  return lines
}
