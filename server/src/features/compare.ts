/** 花脸: what was struck out and written in between two versions of a 公文, line by line and character by character. */
import { type Step, steps } from '../text/diff.ts'

/** A piece of a line: kept, struck out or written in. */
export interface Piece {
  readonly kind: 'kept' | 'struck' | 'written'
  readonly text: string
}

export type Line = readonly Piece[]

const KINDS: Readonly<Record<Step[0], Piece['kind']>> = { ' ': 'kept', '-': 'struck', '+': 'written' }

export function compare(before: string, after: string): readonly Line[] {
  const lines: Line[] = []
  const struck: string[] = []
  const written: string[] = []
  const flush = () => {
    // Lines that stand in each other's place are one line that was changed.
    while (struck.length > 0 || written.length > 0) lines.push(changedLine(struck.shift(), written.shift()))
  }
  for (const [mark, line] of steps(before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/))) {
    if (mark === '-') struck.push(line)
    else if (mark === '+') written.push(line)
    else {
      flush()
      lines.push([{ kind: 'kept', text: line }])
    }
  }
  flush()
  return lines
}

/** Two lines that share less than this are two lines, not one that was changed. */
const LEAST_SHARED = 0.3

function changedLine(struck: string | undefined, written: string | undefined): Line {
  if (struck === undefined) return [{ kind: 'written', text: written ?? '' }]
  if (written === undefined) return [{ kind: 'struck', text: struck }]
  const pieces = joined(steps(unitsOf(struck), unitsOf(written)).map(([mark, text]) => ({ kind: KINDS[mark], text })))
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? text.length : 0), 0)
  if (kept >= LEAST_SHARED * Math.max(struck.length, written.length)) return pieces
  return [
    { kind: 'struck', text: struck },
    { kind: 'written', text: written },
  ]
}

/** A number or a foreign word changes as a whole; Chinese changes character by character. */
function unitsOf(line: string): readonly string[] {
  return line.match(/[0-9]+(?:\.[0-9]+)*|[A-Za-z]+|./gsu) ?? []
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: { kind: Piece['kind']; text: string }[] = []
  for (const { kind, text } of pieces) {
    const last = result.at(-1)
    if (last?.kind === kind) last.text += text
    else result.push({ kind, text })
  }
  return result
}
