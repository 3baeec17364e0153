import { trimmedEnd, trimmedStart } from '../syntax/blanks.ts'
import type { Block, Section } from '../syntax/tree.ts'

/** A row with one blank on either side of each cell; as typed if its bars cannot be told from its text. */
export function spellRow(section: Section, row: Block, typed: string): string {
  const cells = (row.children ?? []).map(({ at }) => cellText(section.text.slice(at.start, at.end)))
  const spelled = cells.length === 0 ? '|' : `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`
  return ink(spelled) === ink(withBars(typed)) ? spelled : typed
}

/** The node of a cell covers its leading bar and blanks. */
function cellText(source: string): string {
  const inside = trimmed(trimmed(source).replace(/^\|/, ''))
  return /(?:^|[^\\])(?:\\\\)*\|$/.test(inside) ? trimmed(inside.slice(0, -1)) : inside
}

function trimmed(text: string): string {
  const start = trimmedStart(text, 0, text.length)
  return text.slice(start, trimmedEnd(text, start, text.length))
}

function withBars(typed: string): string {
  const start = typed.startsWith('|') ? typed : `|${typed}`
  return /(?:^|[^\\])(?:\\\\)*\|$/.test(start) && start.length > 1 ? start : `${start}|`
}

function ink(text: string): string {
  return text.replace(/[\s\u3000]/g, '')
}

const DELIMITERS = { left: ':---', center: ':---:', right: '---:' } as const

/** `|:---|---:|`: what the columns are aligned to. */
export function spellDelimiters(typed: string, align: NonNullable<Block['align']>, columns: number): string {
  if (align.length !== columns) return typed
  return `|${align.map((side) => (side ? DELIMITERS[side] : '---')).join('|')}|`
}
