import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { foldRuns } from '../../engine/runs.ts'
import { type Numbered, numberedOf, ordinalPlace } from '../../outline/numbering.ts'

/** 层次序数不跳级；全文只有两层时可以用“一、”和“1.”。 */
export default rule({
  id: 'heading-skip',
  name: '层次序数不跳级',
  group: '层次序数',
  clause: 'GB/T 9704—2012 7.3.3',
  strength: '推荐',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '一、加强领导\n（1）明确责任。\n（2）落实措施。\n', reports: 1 },
    { bad: '一、加强领导\n1.明确责任。\n二、强化保障\n（一）经费。足额安排。\n', reports: 1 },
    { quiet: '一、加强领导\n（一）明确责任。由专人负责。\n1.每周检查；\n' },
    { quiet: '一、加强领导\n1.明确责任。\n2.落实措施。\n二、强化保障\n1.经费。\n' },
    { quiet: '第一条　禁止下列行为：\n（一）焚烧；\n（二）倾倒。\n' },
  ],
  visit: {
    part(part, { report }) {
      const { said, end } = jumps(part)
      if (end.clauses) return
      const told = new Set<string>()
      for (const { block, parent } of said) {
        const { level } = block.ordinal
        // 一、 and 1. are enough where there are only two levels.
        if ((parent === 1 && level === 3 && !end.second) || told.has(`${parent} ${level}`)) continue
        told.add(`${parent} ${level}`)
        const place = ordinalPlace(block)
        if (!place) continue
        report({
          at: place.at,
          message: message(
            '“{0}”前跳了一级，“一、”之下依次用“（一）”“1.”“（1）”（GB/T 9704—2012 7.3.3）。',
            place.text,
          ),
        })
      }
    },
  },
})

interface Descent {
  /** Levels from the outermost down to the last block. */
  readonly path: readonly number[]
  /** There is a （一） somewhere. */
  readonly second: boolean
  /** There are ordinals of another series somewhere. */
  readonly clauses: boolean
}

/** Blocks more than one level below their parent. ① is an enumeration, not a level. */
const jumps = foldRuns<Descent, { readonly block: Numbered; readonly parent: number }>(
  { path: [], second: false, clauses: false },
  (entered, run) => {
    const said: { readonly block: Numbered; readonly parent: number }[] = []
    const path = [...entered.path]
    let { second, clauses } = entered
    for (const block of numberedOf(run)) {
      const { level, series } = block.ordinal
      clauses ||= series !== '通用'
      second ||= level === 2
      while ((path.at(-1) ?? 0) >= level) path.pop()
      const parent = path.at(-1)
      path.push(level)
      if (parent !== undefined && level <= 4 && level - parent > 1) said.push({ block, parent })
    }
    return { left: { path, second, clauses }, said }
  },
  (one, other) =>
    one.second === other.second &&
    one.clauses === other.clauses &&
    one.path.length === other.path.length &&
    one.path.every((level, index) => level === other.path[index]),
)
