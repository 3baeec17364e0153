import type { OutlineBlock, Part } from '../../../model/document.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isNumbered, ordinalPlace, outlineOf } from '../../outline/numbering.ts'

/** 层次序数依次用“一、”“（一）”“1.”“（1）”。 */
export default rule({
  id: 'heading-order',
  name: '层次序数顺序',
  group: '层次序数',
  clause: 'GB/T 9704—2012 7.3.3',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '1.加强领导\n一、明确责任\n二、落实措施\n2.严格考核\n一、定期检查\n', reports: 1 },
    { bad: '（1）设立标准\n①每平方公里人口密度达到标准。\n（2）审批程序\n', reports: 1 },
    { quiet: '一、加强领导\n（一）明确责任。由专人负责。\n1.每周检查；\n（1）检查记录；\n' },
    { quiet: '一、加强领导\n1.明确责任。\n2.落实措施。\n' },
    { quiet: '请做好以下工作：\n1.核实人数；\n2.报送名单。\n' },
  ],
  visit: {
    part(part, { report }) {
      const first = firstWrong(part)
      const place = first && ordinalPlace(first)
      if (!first || !place) return
      report({
        at: place.at,
        message: message(
          '层次序数依次用“一、”“（一）”“1.”“（1）”，这里第一层就用了“{0}”（GB/T 9704—2012 7.3.3）。',
          place.text,
        ),
      })
    },
  },
})

/** （1） as the outermost level. */
const INNERMOST = 4

/** The first ordinal, if it belongs deeper than one that stands below it, or is the innermost kind from the start. */
function firstWrong(part: Part): OutlineBlock | undefined {
  if (part.kind === '附件') return undefined
  const first = part.body.find(isNumbered)
  const level = first?.ordinal.level ?? 1
  if (!first || level === 1) return undefined
  const outline = outlineOf(part)
  if (outline.some((block) => block.ordinal.series !== '通用')) return undefined
  if (level >= INNERMOST) return outline.every((block) => (block.ordinal?.level ?? 0) >= level) ? first : undefined
  const outer = outline.findIndex((block) => (block.ordinal?.level ?? 0) < level)
  // An enumeration in the introduction is no level; one that comes back behind the outer level is.
  const comesBack = outer > 0 && outline.slice(outer).some((block) => isNext(block, first, outline.slice(0, outer)))
  return comesBack ? first : undefined
}

function isNext(block: OutlineBlock, first: OutlineBlock, before: readonly OutlineBlock[]): boolean {
  const last = before.findLast((each) => each.ordinal?.level === first.ordinal?.level)
  return block.ordinal?.level === first.ordinal?.level && block.ordinal?.number === (last?.ordinal?.number ?? 0) + 1
}
