/** Reads 忽略 comments: each stands alone on a line, names a rule by id or Chinese name, and says why. */
import type { Block, Section, SyntaxTree } from '../../syntax/tree.ts'
import { type Span, shift } from '../../text/span.ts'
import type { IgnoreUse } from '../targets.ts'
import { sectionFacts } from './sectionFacts.ts'

export type IgnoreComment = Pick<IgnoreUse, 'form' | 'rule' | 'reason' | 'span'>

/** A comment and the text that it covers. */
export interface IgnoreRange {
  readonly comment: IgnoreComment
  readonly covers: Span
  readonly paired: boolean
}

const COMMENT = /^<!--[ \t]*红头[ \t]*[：:][ \t]*(忽略始|忽略终|全文忽略|忽略)(?![^ \t-])[ \t]*(.*?)[ \t]*-->/

const commentsOf = sectionFacts((section: Section): readonly (IgnoreComment & { readonly block: number })[] => {
  if (!section.text.includes('红头')) return []
  return flat(section).flatMap((block, index) => {
    if (block.type !== 'comment') return []
    const match = COMMENT.exec(section.text.slice(block.at.start, block.at.end))
    if (!match) return []
    const [rule = '', ...reason] = (match[2] as string).split(/[ \t　]+/)
    return [{ form: match[1] as IgnoreComment['form'], rule, reason: reason.join(' '), span: block.at, block: index }]
  })
})

/** @param sameRule says whether two names mean one rule */
export function ignoreRanges(
  tree: SyntaxTree,
  sameRule: (one: string, other: string) => boolean,
): readonly IgnoreRange[] {
  const ranges: IgnoreRange[] = []
  const open: { comment: IgnoreComment; place: number }[] = []
  const end = endOf(tree)
  let next: Span | undefined
  for (const [index, section] of tree.sections.entries()) {
    const start = tree.starts[index] as number
    for (const { block, ...found } of commentsOf(section)) {
      const comment = { ...found, span: shift(found.span, start) }
      switch (comment.form) {
        case '全文忽略':
          ranges.push({ comment, covers: { start: 0, end }, paired: true })
          break
        case '忽略':
          // Comments in a row cover the same block: it is looked for once.
          if (!next || next.start < comment.span.end) next = nextBlock(tree, index, block)
          ranges.push({ comment, covers: next, paired: true })
          break
        case '忽略始':
          open.push({ comment, place: ranges.length })
          ranges.push({ comment, covers: { start: comment.span.end, end }, paired: false })
          break
        case '忽略终': {
          const at = open.findLastIndex((each) => sameRule(each.comment.rule, comment.rule))
          const [opened] = at < 0 ? [] : open.splice(at, 1)
          if (opened) {
            const covers = { start: opened.comment.span.end, end: comment.span.start }
            ranges[opened.place] = { comment: opened.comment, covers, paired: true }
          } else ranges.push({ comment, covers: { start: end, end }, paired: false })
        }
      }
    }
  }
  return ranges
}

/** The block behind a comment; before a divider the whole part that it opens. */
function nextBlock(tree: SyntaxTree, section: number, comment: number): Span {
  const end = endOf(tree)
  let opened: number | undefined
  for (const { block, start } of blocksFrom(tree, section, comment + 1)) {
    if (opened !== undefined) {
      if (isDivider(block)) return { start: opened, end: start + block.at.start }
    } else if (isDivider(block)) opened = start + block.at.start
    else if (block.type !== 'comment') return shift(block.at, start)
  }
  return { start: opened ?? end, end }
}

function* blocksFrom(tree: SyntaxTree, section: number, block: number): Generator<{ block: Block; start: number }> {
  for (let index = section; index < tree.sections.length; index++) {
    const blocks = flat(tree.sections[index] as Section)
    const start = tree.starts[index] as number
    for (let at = index === section ? block : 0; at < blocks.length; at++) yield { block: blocks[at] as Block, start }
  }
}

function isDivider(block: Block): boolean {
  return block.type === 'leafDirective' && (block.name === '附件' || block.name === '印发')
}

/** A box before the blocks in it. */
const flat = sectionFacts((section: Section): readonly Block[] =>
  section.blocks.flatMap((block) =>
    block.type === 'containerDirective' ? [block, ...(block.children ?? [])] : [block],
  ),
)

function endOf(tree: SyntaxTree): number {
  const last = tree.sections.at(-1)
  return last ? (tree.starts.at(-1) as number) + last.text.length : (tree.frontMatter?.text.length ?? 0)
}
