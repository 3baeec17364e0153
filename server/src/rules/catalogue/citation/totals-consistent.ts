import type { TableBlock } from '../../../model/document.ts'
import { plainText } from '../../../model/text.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

const NUMBER = '([0-9]{1,9}(?:\\.[0-9]{1,4})?)'
/** 共投入60万元，其中A 30万元、B 20万元。 */
const PARTS = new RegExp(
  `(?:共计?|总计|合计|总投资|总额)[^，。；、0-9]{0,12}${NUMBER}(亿元|万元|元|人|个|户|件|家|项|台|辆|公里|亩|次)[，；]其中[：:，]?([^。；]{4,300})`,
  'g',
)

/** 合计与分项相加一致。 */
export default rule({
  id: 'totals-consistent',
  name: '合计等于分项之和',
  group: '引用与简称',
  clause: '《党政机关公文处理工作条例》第二十条第（四）项（表述准确）',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '其',
  examples: [
    { bad: '共投入60万元，其中：设备费30万元、培训费50万元。\n', reports: 1 },
    { bad: '|项目|金额|\n|---|---|\n|设备|30|\n|培训|20|\n|合计|60|\n', reports: 1 },
    { quiet: '共投入60万元，其中：设备费30万元、培训费20万元。\n' },
    { quiet: '|项目|金额|\n|---|---|\n|设备|30|\n|培训|20|\n|合计|50|\n' },
    { quiet: '|项目|金额|\n|---|---|\n|设备|30|\n|其中：进口|20|\n|合计|30|\n' },
    { quiet: '|项目|增长率|\n|---|---|\n|设备|30|\n|培训|20|\n|合计|26|\n' },
    { quiet: '共检查60家，其中规模以上30家、限额以上50家次，共涉及工业和商贸企业。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(PARTS, line.text)) {
        const [whole, total = '', unit = '', list = ''] = match
        const parts = partsOf(list, unit)
        if (parts === undefined) continue
        const sum = add(parts)
        if (sum <= Number(total)) continue
        report({
          at: within(line.at, match.index, match.index + whole.length - list.length + lengthOfParts(list, unit)),
          message: message('分项相加是{0}{1}，超过了总数{2}{1}，请核对。', sum, unit, total),
          // Items that overlap may well add up to more.
          severity: 'info',
        })
      }
    },
    table(table, { report }) {
      checkTable(table, (column, sum, at) =>
        report({ at, message: message('第{0}栏各行相加是{1}，与合计不符，请核对。', column + 1, sum) }),
      )
    },
  },
})

const PART = /^[^，。；、0-9]{1,20}([0-9]{1,9}(?:\.[0-9]{1,4})?)([\p{Script=Han}]{1,4})$/u

/** The amounts of a list of which every piece is a name, an amount and the unit; undefined for anything else. */
function partsOf(list: string, unit: string): readonly string[] | undefined {
  const parts = list.split(/[、，]/).map((piece) => PART.exec(piece.trim()))
  if (parts.length < 2 || parts.some((part) => part?.[2] !== unit)) return undefined
  return parts.map((part) => part?.[1] as string)
}

function lengthOfParts(list: string, unit: string): number {
  return list.lastIndexOf(unit) + unit.length
}

/** In whole units of the last decimal place, so that 0.1 + 0.2 is 0.3. */
function add(numbers: readonly string[]): number {
  const places = Math.max(...numbers.map((number) => number.split('.')[1]?.length ?? 0))
  const scale = 10 ** places
  return numbers.reduce((sum, number) => sum + Math.round(Number(number) * scale), 0) / scale
}

type Cell = TableBlock['rows'][number][number]

/** Only plain tables: every row as wide as the others, one row of sums at the end, no 小计 and no 其中. */
function checkTable(table: TableBlock, wrong: (column: number, sum: number, at: Cell['at']) => void): void {
  const rows = table.rows.slice(table.headRows)
  const last = rows.at(-1)
  const width = last?.length ?? 0
  if (!last || rows.length < 3 || rows.some((row) => row.length !== width || row.some(spans))) return
  const text = (cell: Cell) => plainText(cell.at.section, cell.inline).trim()
  const firsts = rows.map((row) => text(row[0] as Cell).replace(/\s/g, ''))
  if (!/^(?:合计|总计|共计)$/.test(firsts.at(-1) as string)) return
  if (firsts.slice(0, -1).some((first) => /计|其中|^$/.test(first))) return
  const heads = table.rows.slice(0, table.headRows)
  for (let column = 1; column < width; column++) {
    if (heads.some((row) => NO_SUMS.test(text(row[Math.min(column, row.length - 1)] as Cell)))) continue
    const numbers = rows.map((row) => text(row[column] as Cell).replace(/,/g, ''))
    if (!numbers.every((number) => /^[0-9]{1,12}(?:\.[0-9]{1,4})?$/.test(number))) continue
    const sum = add(numbers.slice(0, -1))
    const cell = last[column] as Cell
    // A last digit that is off by the rounding of the rows is no mistake.
    const slack = numbers.some((number) => number.includes('.')) ? 0.05 * rows.length : 0
    if (Math.abs(sum - Number(numbers.at(-1))) > slack) wrong(column, sum, cell.at)
  }
}

/** Heads of columns whose last row is no sum. */
const NO_SUMS = /率|比|均|增长|增幅|同比|%|％|单价|指数|得分|排名|年龄|序号|标准|时间|日期|年份|编号|电话/

function spans({ columns, rows }: Cell): boolean {
  return columns !== 1 || rows !== 1
}
