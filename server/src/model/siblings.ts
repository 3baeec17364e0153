/** Siblings of an outline agree: a sentence alone on its line is no heading among items. */
import type { BodyBlock, OutlineBlock } from './document.ts'
import type { Line } from './line.ts'

/** Ordinals of one level under one parent. */
interface Group {
  headings: number
  items: number
  readonly doubtful: number[]
}

/** A heading that the text below it alone makes one: `二、加强管理。` before a paragraph. The drafter's marks are no such guess. */
export function isDoubtful(block: BodyBlock, line: Line): boolean {
  return (
    block.kind === 'heading' &&
    block.runIn === undefined &&
    block.ordinal?.series === '通用' &&
    line.text.endsWith('。') &&
    !line.block.children?.some(({ type }) => type === 'strong')
  )
}

/** The blocks, with the doubtful among them items unless most of their siblings are headings. */
export function agreeingSiblings(blocks: readonly BodyBlock[], doubtful: ReadonlySet<BodyBlock>): readonly BodyBlock[] {
  if (doubtful.size === 0) return blocks
  const settled = [...blocks]
  /** By level. */
  const open: (Group | undefined)[] = []
  const closeFrom = (level: number): void => {
    for (const group of open.splice(level)) {
      if (!group || group.headings > group.items) continue
      for (const index of group.doubtful) settled[index] = asItem(settled[index] as OutlineBlock)
    }
  }
  for (const [index, block] of blocks.entries()) {
    if (!('ordinal' in block) || block.ordinal?.series !== '通用') {
      if (block.kind === 'break' || block.kind === 'heading') closeFrom(0)
      continue
    }
    const { level, number } = block.ordinal
    closeFrom(number === 1 ? level : level + 1)
    open[level] ??= { headings: 0, items: 0, doubtful: [] }
    const group = open[level]
    if (block.kind === 'heading') group.headings++
    else group.items++
    if (doubtful.has(block)) group.doubtful.push(index)
  }
  closeFrom(0)
  return settled
}

const items = new WeakMap<OutlineBlock, OutlineBlock>()

/** The same block as an item, and the same object each time. */
function asItem(block: OutlineBlock): OutlineBlock {
  let item = items.get(block)
  if (!item) {
    item = { ...block, kind: 'item' }
    items.set(block, item)
  }
  return item
}
