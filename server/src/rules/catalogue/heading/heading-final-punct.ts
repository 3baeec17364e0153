import type { BodyBlock, OutlineBlock, Part } from '../../../model/document.ts'
import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { runFacts, runsOf } from '../../engine/runs.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Their 一、 are clauses. */
const CLAUSES = new Set(['决定', '决议', '命令', '公告', '批复'])
const LONGEST = 15

/** 独占一行的小标题末尾不加句号；后面没有正文的条款不是小标题。 */
export default rule({
  id: 'heading-final-punct',
  name: '小标题末尾无句号',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.4；公文惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '一、总体要求。\n坚持统筹推进，落实各方责任，年底前完成。\n\n二、主要任务\n分三个阶段实施。\n',
      good: '一、总体要求\n坚持统筹推进，落实各方责任，年底前完成。\n\n二、主要任务\n分三个阶段实施。\n',
      reports: 1,
    },
    { quiet: '一、总体要求\n坚持统筹推进。\n' },
    { quiet: '一、加强领导。\n二、落实责任。\n' },
    { quiet: '一、加强领导，落实责任，确保完成。\n请各地遵照执行。\n' },
    { quiet: '一、将第三条修改为。\n内容。\n' },
    { quiet: '现函复如下：\n\n一、同意增设。\n\n二、加强管理。\n\n请据此办理有关手续，并做好后续工作。\n' },
    {
      quiet:
        '现函告如下：\n一、材料报送科技股。\n联系人见附表。\n二、样品留存，以备复核。\n三、费用由局承担。\n特此函告。\n',
    },
  ],
  visit: {
    part(part, { document, report }) {
      if (CLAUSES.has(document.genre?.value ?? '')) return
      const { body } = part
      for (const { block, index } of shortHeadings(part)) {
        const next = body[index + 1]
        // 一、甲。二、乙。 one below the other are clauses, and so is the last of them.
        if (!next || next.kind === 'closing' || isTopLevel(next) || isTopLevel(body[index - 1])) continue
        const end = textAt(block.at).trimEnd().length
        const at = within(block.at, end - 1, end)
        report({
          at,
          message: message(
            '“{0}”是独占一行的小标题，末尾不加句号。',
            textAt(block.at)
              .trim()
              .slice(0, -1)
              .replace(/^#+\s*/, ''),
          ),
          fixes: [replaceBy('suggestion', at.span, '')],
        })
      }
    },
  },
})

interface ShortHeading {
  readonly block: OutlineBlock
  /** In its run. */
  readonly index: number
}

const shortOf = runFacts(({ blocks }): readonly ShortHeading[] =>
  blocks.flatMap((block, index) => (block.kind === 'heading' && isShortHeading(block) ? [{ block, index }] : [])),
)

/** Counted in the body of the part. */
function shortHeadings(part: Part): readonly ShortHeading[] {
  const found: ShortHeading[] = []
  let start = 0
  for (const run of runsOf(part)) {
    for (const { block, index } of shortOf(run)) found.push({ block, index: start + index })
    start += run.blocks.length
  }
  return found
}

function isTopLevel(block: BodyBlock | undefined): boolean {
  return block !== undefined && 'ordinal' in block && block.ordinal?.level === 1
}

/** A 一、 with a few words, a full stop and nothing else. */
function isShortHeading(block: OutlineBlock): boolean {
  const { ordinal } = block
  if (ordinal?.series !== '通用' || ordinal.level !== 1) return false
  const text = textAt(block.at)
    .trim()
    .replace(/^#+\s*/, '')
  if (!/^[^，；：。！？]{1,30}。$/.test(text) || /修改|删去|删除|增加|废止|改为|施行/.test(text)) return false
  return text.length - ordinal.written.length <= LONGEST
}
