/** How long a document may be: 《整治形式主义为基层减负若干规定》. */
import type { BodyBlock, GongwenDocument } from '../model/document.ts'
import type { At } from '../syntax/tree.ts'
import { runFacts, runsOf } from './runs.ts'
import { lastTitleLine } from './titleText.ts'

/** 中央 and 国务院 documents set policy for the country; the limits are for those of places and departments. */
const CENTRAL = /^(?:中共中央|国务院|全国人民代表大会|中央|中华人民共和国(?:主席|国务院))/
/** These 文种 set out work as a whole or are not what the limits are about. */
const COMPREHENSIVE = new Set(['意见', '决定', '决议', '公报'])
const OTHER = new Set(['命令', '议案', '纪要', '公告', '通告'])

/** The characters of the main text, tables aside; a sum of sums, so that a keystroke does not count the text. */
function mainLength({ main }: GongwenDocument): number {
  return runsOf(main).reduce((sum, run) => sum + lengthOf(run), 0)
}

const lengthOf = runFacts(({ blocks }) => blocks.reduce((sum, block) => sum + blockLength(block), 0))

function blockLength(block: BodyBlock): number {
  return block.kind === 'table' || block.kind === 'figure' ? 0 : block.at.span.end - block.at.span.start
}

/** The title of a document of this kind that is longer than the limit, with its length in characters. */
export function tooLong(
  document: GongwenDocument,
  kind: 'comprehensive' | 'special',
  limit: number,
): { readonly at: At; readonly length: number } | undefined {
  const { genre, main, issuers } = document
  const at = main.title && lastTitleLine(main.title)
  if (!at || !main.title || !genre || OTHER.has(genre.value)) return undefined
  if (COMPREHENSIVE.has(genre.value) !== (kind === 'comprehensive')) return undefined
  if (CENTRAL.test(main.title.value.join('')) || issuers.some(({ value }) => CENTRAL.test(value))) return undefined
  const length = mainLength(document)
  return length > limit ? { at, length } : undefined
}
