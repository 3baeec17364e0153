import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { foldRuns } from '../../engine/runs.ts'
import { type Numbered, numberedOf, ordinalPlace } from '../../outline/numbering.ts'

/** How many blocks further a second item is looked for: hundreds of children below the first mean that it is no slip. */
const REACH = 200

/** 某一层只有一个子项时不必编号。 */
export default rule({
  id: 'heading-single-child',
  name: '单独子项不编号',
  group: '层次序数',
  clause: '公文层次惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '一、总体要求\n（一）坚持统筹推进。年底前完成。\n二、主要任务\n分三个阶段实施。\n', reports: 1 },
    { quiet: '一、总体要求\n（一）坚持统筹推进。年底前完成。\n（二）落实责任。分级负责。\n二、主要任务\n' },
    { quiet: '一、总体要求\n坚持统筹推进。\n' },
    { quiet: '一、甲\n（一）子\n二、乙\n（二）丑\n（三）寅\n' },
  ],
  visit: {
    part(part, { report }) {
      const { said, end } = single(part)
      for (const block of [...said, ...[...end.values()].map((first) => first.block)]) {
        const place = ordinalPlace(block)
        if (!place) continue
        report({ at: place.at, message: message('这一层只有“{0}”一项，可以不编号，并入上文。', place.text) })
      }
    },
  },
})

/** By level the last block with the number 1, as long as nothing of its level follows. */
type Firsts = ReadonlyMap<number, { readonly block: Numbered; readonly at: number }>

/** The blocks that stay alone because their level begins anew. */
const single = foldRuns<Firsts, Numbered>(
  new Map(),
  (entered, run) => {
    const firsts = new Map(entered)
    const said: Numbered[] = []
    const blocks = numberedOf(run)
    for (const [at, block] of blocks.entries()) {
      const { series, level, number } = block.ordinal
      if (series !== '通用') continue
      const first = firsts.get(level)
      if (first && number === 1 && at - first.at <= REACH) said.push(first.block)
      if (number === 1 && level >= 2) firsts.set(level, { block, at })
      else firsts.delete(level)
    }
    return { left: counted(firsts, blocks.length), said }
  },
  (one, other) =>
    one.size === other.size &&
    [...one].every(([level, { block, at }]) => other.get(level)?.block === block && other.get(level)?.at === at),
)

/** Places as the next run counts them, without those that are out of reach. */
function counted(firsts: Firsts, blocks: number): Firsts {
  return new Map(
    [...firsts].flatMap(([level, { block, at }]) =>
      blocks - at <= REACH ? [[level, { block, at: at - blocks }] as const] : [],
    ),
  )
}
