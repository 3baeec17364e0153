/** Blocks that have an ordinal, and the ordinal as it is written. */
import type { BodyBlock, OutlineBlock, Part } from '../../model/document.ts'
import { spellChineseNumber } from '../../standard/chineseNumber.ts'
import { runFacts, runsOf } from '../engine/runs.ts'
import type { Written } from '../written.ts'

export type Numbered = OutlineBlock & { readonly ordinal: NonNullable<OutlineBlock['ordinal']> }

export function isNumbered(block: BodyBlock): block is Numbered {
  return (block.kind === 'heading' || block.kind === 'item' || block.kind === 'article') && block.ordinal !== undefined
}

/** The blocks of a run that have an ordinal. */
export const numberedOf = runFacts(({ blocks }): readonly Numbered[] => blocks.filter(isNumbered))

/** The blocks of a part that have an ordinal. */
export function outlineOf(part: Part): readonly Numbered[] {
  return runsOf(part).flatMap(numberedOf)
}

/** A page break or a title inside a part begins a new text; a 一、 behind it is no second 一、. */
export function startsAgain(block: BodyBlock): boolean {
  return block.kind === 'break' || (block.kind === 'heading' && block.depth === 1)
}

/** Where the ordinal of a block stands, as typed. */
export function ordinalPlace(block: OutlineBlock): Written | undefined {
  if (!block.ordinal) return undefined
  const { written } = block.ordinal
  const { section, span } = block.at
  const start = section.text.indexOf(written, span.start)
  if (start < 0 || start + written.length > span.end) return undefined
  return { text: written, at: { section, span: { start, end: start + written.length } } }
}

const NUMBER = /[一二三四五六七八九十百千零〇]+|[0-9]+/

/** The ordinal with another number, otherwise as typed; undefined for ready-made characters such as ①. */
export function withNumber(written: string, number: number): string | undefined {
  const match = NUMBER.exec(written)
  if (!match) return undefined
  const spelt = /^[0-9]/.test(match[0]) ? String(number) : spellChineseNumber(number)
  return written.slice(0, match.index) + spelt + written.slice(match.index + match[0].length)
}
