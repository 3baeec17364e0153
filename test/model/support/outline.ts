import type { BodyBlock, Part } from '../../../server/src/model/document.ts'
import { textAt } from '../../../server/src/syntax/tree.ts'
import { blockText } from './meaning.ts'

/** The blocks of a part in short: `H1 一、总体要求`, `H2 （一）加强领导。|各级…`, `I3 1.甲；`, `p 各单位…`. */
export function outlineOf(part: Part): readonly string[] {
  return part.body.map(line)
}

function line(block: BodyBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'item':
    case 'article': {
      const level = block.ordinal ? block.ordinal.level : '-'
      const text = textAt(block.at)
      const cut = block.runIn === undefined ? undefined : block.runIn - block.at.span.start
      return `${block.kind[0]?.toUpperCase()}${level} ${cut === undefined ? text : `${text.slice(0, cut)}|${text.slice(cut)}`}`
    }
    case 'paragraph':
    case 'closing':
    case 'quoted':
      return `${block.kind[0]} ${blockText(block)}`
    default:
      return block.kind
  }
}
