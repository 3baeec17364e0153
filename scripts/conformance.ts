// Prints clause by clause how far the pages keep GB/T 9704—2012, measured on the PDF by another program:
//   npm run conformance                 PDFs that we make of test/conformance/cases
//   npm run conformance -- 文件夹        PDFs that another tool has made of the same texts
import { readFileSync } from 'node:fs'
import { caseNames, measureCase, measureOther } from '../test/conformance/cases.ts'
import { AIM, type Measured, TOLERANCE } from '../test/conformance/measure.ts'

interface Clause {
  readonly number: string
  readonly name: string
  readonly how: string
  readonly asks: string
}

const [, , others] = process.argv
const clauses = readFileSync(new URL('../test/conformance/clauses.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Clause => {
    const [number = '', name = '', how = '', asks = ''] = line.split('\t')
    return { number, name, how, asks }
  })

const measured: (Measured & { readonly from: string })[] = []
for (const from of caseNames()) {
  for (const row of others === undefined ? await measureCase(from) : measureOther(from, others))
    measured.push({ ...row, from })
}

for (const { number, name, how, asks } of clauses) {
  const rows = measured.filter(({ clause }) => clause === number)
  console.log(`${number} ${name}（${how}）：${asks}`)
  if (rows.length > 0) console.log(`    ${summaryOf(rows)}`)
  for (const row of rows.filter(({ right }) => !right)) {
    console.log(`    × ${row.from} ${row.measure}：应为 ${row.expected}，量得 ${row.found}`)
  }
}
const wrong = measured.filter(({ right }) => !right).length
const near = measured.filter(({ right, difference = 0 }) => right && Math.abs(difference) <= AIM).length
console.log(`${measured.length} 处：${near} 处在 ${AIM} mm 以内，${wrong} 处超过 ${TOLERANCE} mm 或者不符。`)
process.exitCode = wrong > 0 ? 1 : 0

function summaryOf(rows: readonly Measured[]): string {
  const off = rows.flatMap(({ difference }) => (difference === undefined ? [] : [Math.abs(difference)]))
  return `量了 ${rows.length} 处，最大偏差 ${Math.max(0, ...off).toFixed(2)} mm`
}
